#include "algorithms/communities/blocks/block_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "algorithms/communities/rows/labels.hpp"

namespace summitry::communities {
namespace {

constexpr double kTolerance =
    1e-9;  // a smaller change counts as none, so that none goes in circles
constexpr std::size_t kStepsBetweenChecks = 4096;
constexpr std::uint32_t kTryAll = 128;  // groups, up to which each is tried
constexpr std::size_t kNear = 12;       // groups around a vertex that are tried
constexpr int kAttempts = 6;            // at splitting one group
constexpr int kFar = 4;                 // groups two steps away that are tried

struct Choice {
  std::uint32_t group = 0;
  double change = 0.0;
};

// The groups to try for one vertex, each once.
class Candidates {
 public:
  explicit Candidates(std::uint32_t labels_below) : seen_(labels_below, 0) {}

  void begin(std::uint32_t own) {
    ++round_;
    list_.clear();
    seen_[own] = round_;
  }
  void add(std::uint32_t group) {
    if (seen_[group] == round_) return;
    seen_[group] = round_;
    list_.push_back(group);
  }
  [[nodiscard]] std::span<const std::uint32_t> list() const { return list_; }

 private:
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> list_;
  std::uint32_t round_ = 0;
};

void collect(const BlockState& state, VertexId v, Reach reach, Candidates& candidates,
             Random& random) {
  candidates.begin(state.group(v));
  if (state.count() <= kTryAll) {
    for (const std::uint32_t r : state.occupied()) candidates.add(r);
  } else {
    const auto around = state.around();
    if (around.size() <= kNear) {
      for (const std::uint32_t r : around) candidates.add(r);
    } else {
      for (std::size_t i = 0; i < kNear; ++i) candidates.add(around[random.below(around.size())]);
    }
    for (int i = 0; i < kFar; ++i) candidates.add(state.propose(random));
  }
  if (reach == Reach::every && state.has_empty() && state.members(state.group(v)).size() > 1) {
    candidates.add(state.empty());
  }
}

Choice best_of(const BlockState& state, std::span<const std::uint32_t> candidates) {
  Choice best{0, INFINITY};
  for (const std::uint32_t r : candidates) {
    const double change = state.change(r);
    if (change < best.change) best = {r, change};
  }
  return best;
}

Grouping grouping_of(const BlockState& state) {
  Grouping result;
  result.group.assign(state.groups().begin(), state.groups().end());
  std::uint32_t labels_below = 0;  // may be above the size
  for (const std::uint32_t label : result.group) labels_below = std::max(labels_below, label + 1);
  result.count = renumber(result.group, labels_below);
  return result;
}

// One round of mergers of groups that have not been in one yet, the cheapest first, as far as
// `fewer` of them are wanted and each costs less than `limit`.
std::uint32_t merge_once(const CountedGraph& groups, const BlockModel& model, std::uint32_t fewer,
                         double limit, std::vector<std::uint32_t>& label, Random& random,
                         const Run& run) {
  BlockState state(groups, model, labels_apart(groups.count()), groups.count());
  Candidates candidates(groups.count());
  struct Merger {
    double change = 0.0;
    VertexId from = 0;
    std::uint32_t to = 0;
  };
  std::vector<Merger> mergers;
  for (VertexId r = 0; r < groups.count(); ++r) {
    if (r % 256 == 0) run.check();
    state.look_at(r);
    collect(state, r, Reach::near, candidates, random);
    for (int i = 0; i < kFar; ++i) candidates.add(state.propose(random));
    const Choice best = best_of(state, candidates.list());
    if (best.change < limit) mergers.push_back({best.change, r, best.group});
  }
  std::sort(mergers.begin(), mergers.end(), [](const Merger& a, const Merger& b) {
    return a.change != b.change ? a.change < b.change : a.from < b.from;
  });
  std::vector<bool> merged(groups.count(), false);
  std::uint32_t done = 0;
  for (const Merger& merger : mergers) {
    if (done == fewer) break;
    if (merged[merger.from] || merged[merger.to]) continue;
    state.look_at(merger.from);
    if (limit < INFINITY && state.change(merger.to) > -kTolerance) continue;
    state.move(merger.to);
    merged[merger.from] = merged[merger.to] = true;
    ++done;
  }
  label.assign(state.groups().begin(), state.groups().end());
  return done;
}

std::uint32_t merge_round(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                          std::uint32_t fewer, double limit, Random& random, const Run& run) {
  const CountedGraph groups = condense(graph, grouping.group, grouping.count);
  std::vector<std::uint32_t> label;
  const std::uint32_t done = merge_once(groups, model, fewer, limit, label, random, run);
  grouping.count = renumber(label);
  for (std::uint32_t& group : grouping.group) group = label[group];
  return done;
}

// Shares groups out between two labels, and takes it back where that does not help.
class Splitter {
 public:
  Splitter(BlockState& state, Random& random) : state_(state), random_(random) {}

  // Shares the pool out between a and b, from a random start; whether that was better, and not taken back.
  bool split(std::vector<VertexId> pool, std::uint32_t a, std::uint32_t b) {
    std::vector<std::uint32_t> before(pool.size());
    for (std::size_t i = 0; i < pool.size(); ++i) before[i] = state_.group(pool[i]);
    std::vector<VertexId> order = pool;
    random_.shuffle(std::span<VertexId>(order));
    double change = scatter(order, a, b);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      const double gained = restricted_sweep(order, a, b);
      change += gained;
      if (gained > -kTolerance) break;
    }
    if (change < -kTolerance) return true;
    for (std::size_t i = 0; i < pool.size(); ++i) put(pool[i], before[i]);
    return false;
  }

 private:
  static constexpr int kSweeps = 10;

  double put(VertexId v, std::uint32_t to) {
    if (state_.group(v) == to) return 0.0;
    state_.look_at(v);
    const double change = state_.change(to);
    state_.move(to);
    return change;
  }

  // Each to either group by chance.
  double scatter(const std::vector<VertexId>& order, std::uint32_t a, std::uint32_t b) {
    double change = 0.0;
    for (const VertexId v : order) change += put(v, random_.below(2) == 0 ? a : b);
    return change;
  }

  double restricted_sweep(const std::vector<VertexId>& order, std::uint32_t a, std::uint32_t b) {
    double change = 0.0;
    for (const VertexId v : order) {
      const std::uint32_t other = state_.group(v) == a ? b : a;
      state_.look_at(v);
      const double gain = state_.change(other);
      if (gain > -kTolerance) continue;
      state_.move(other);
      change += gain;
    }
    return change;
  }

  BlockState& state_;
  Random& random_;
};

}  // namespace

void sweep_vertices(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                    Reach reach, int sweeps, Random& random, const Run& run) {
  if (graph.count() == 0) return;
  BlockState state(graph, model, grouping.group, grouping.count + (reach == Reach::every ? 1 : 0));
  Candidates candidates(grouping.count + 1);
  std::vector<VertexId> order = random_order(graph.count(), random);
  std::size_t step = 0;
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    std::size_t moves = 0;
    for (const VertexId v : order) {
      if (step++ % kStepsBetweenChecks == 0) run.check();
      state.look_at(v);
      collect(state, v, reach, candidates, random);
      const Choice best = best_of(state, candidates.list());
      if (best.change > -kTolerance) continue;
      state.move(best.group);
      ++moves;
    }
    if (moves == 0 || (reach == Reach::near && moves * 200 < order.size())) break;
    random.shuffle(std::span<VertexId>(order));
  }
  grouping = grouping_of(state);
}

void merge_down_to(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                   std::uint32_t target, Random& random, const Run& run) {
  while (grouping.count > target) {
    const std::uint32_t fewer = grouping.count - target;
    if (merge_round(graph, model, grouping, fewer, INFINITY, random, run) == 0) break;
  }
}

void merge_while_shorter(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                         Random& random, const Run& run) {
  while (merge_round(graph, model, grouping, grouping.count, -kTolerance, random, run) > 0) {
  }
}

void split_groups(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                  Random& random, const Run& run) {
  // Room for every group to fall in two once; what is split here is not split again.
  BlockState state(graph, model, grouping.group, 2 * grouping.count);
  Splitter splitter(state, random);
  for (std::uint32_t r = 0; r < grouping.count; ++r) {
    run.check();
    std::vector<VertexId> pool(state.members(r).begin(), state.members(r).end());
    for (int attempt = 0; attempt < kAttempts && pool.size() > 1 && state.has_empty(); ++attempt) {
      if (splitter.split(pool, r, state.empty())) break;
    }
    if (state.members(r).empty()) continue;
    state.look_at(state.members(r)[random.below(state.members(r).size())]);
    const std::uint32_t other = state.propose(random);
    if (other == r) continue;
    pool.assign(state.members(r).begin(), state.members(r).end());
    pool.insert(pool.end(), state.members(other).begin(), state.members(other).end());
    (void)splitter.split(std::move(pool), r, other);
  }
  grouping = grouping_of(state);
}

}  // namespace summitry::communities
