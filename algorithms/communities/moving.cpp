#include "algorithms/communities/moving.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace summitry::communities {
namespace {

constexpr double kRelativeTolerance = 1e-12;
constexpr std::size_t kStepsBetweenChecks = 8192;

std::vector<VertexId> random_order(VertexId count, Random& random) {
  std::vector<VertexId> order(count);
  std::iota(order.begin(), order.end(), VertexId{0});
  random.shuffle(std::span<VertexId>(order));
  return order;
}

// Weight between one vertex and each community around it.
class Around {
 public:
  explicit Around(VertexId labels_below) : weight_(labels_below, 0.0) {}

  template <class Belongs>
  void gather(const Condensed& graph, VertexId v, const std::vector<std::uint32_t>& community,
              Belongs&& belongs) {
    for (const std::uint32_t c : communities_) weight_[c] = 0.0;
    communities_.clear();
    total_ = 0.0;
    const auto targets = graph.neighbours(v);
    const auto weights = graph.joining(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (!belongs(targets[k])) continue;
      const std::uint32_t c = community[targets[k]];
      if (weight_[c] == 0.0) communities_.push_back(c);
      weight_[c] += weights[k];
      total_ += weights[k];
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& communities() const { return communities_; }
  [[nodiscard]] double weight(std::uint32_t community) const { return weight_[community]; }
  [[nodiscard]] double total() const { return total_; }

 private:
  std::vector<double> weight_;
  std::vector<std::uint32_t> communities_;
  double total_ = 0.0;
};

// A first-in first-out queue that holds a vertex at most once.
class Queue {
 public:
  explicit Queue(std::vector<VertexId> all)
      : ring_(std::move(all)), waiting_(ring_.size(), true), held_(ring_.size()) {}

  [[nodiscard]] bool empty() const { return held_ == 0; }
  VertexId pop() {
    const VertexId v = ring_[first_];
    first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
    --held_;
    waiting_[v] = false;
    return v;
  }
  void push(VertexId v) {
    if (waiting_[v]) return;
    std::size_t end = first_ + held_;
    if (end >= ring_.size()) end -= ring_.size();
    ring_[end] = v;
    ++held_;
    waiting_[v] = true;
  }

 private:
  std::vector<VertexId> ring_;
  std::vector<bool> waiting_;
  std::size_t first_ = 0;
  std::size_t held_ = 0;
};

class Mover {
 public:
  Mover(const Condensed& graph, std::vector<std::uint32_t>& community)
      : graph_(graph),
        community_(community),
        masses_(graph, community, graph.size()),
        around_(graph.size()),
        members_(graph.size(), 0) {
    for (const std::uint32_t c : community) ++members_[c];
    for (std::uint32_t c = graph.size(); c-- > 0;) {
      if (members_[c] == 0) empty_.push_back(c);
    }
  }

  // Puts v where the quality is highest, one of equals by chance; true when it moved.
  bool move(VertexId v, Random& random) {
    const std::uint32_t old = community_[v];
    around_.gather(graph_, v, community_, [](VertexId) { return true; });
    const double tolerance = kRelativeTolerance * (around_.total() + graph_.unit);
    std::uint32_t best = old;
    std::uint64_t equals = 1;
    double best_gain = around_.weight(old) - masses_.expected_rest(v, old);
    for (const std::uint32_t c : around_.communities()) {
      if (c == old) continue;
      const double gain = around_.weight(c) - masses_.expected(v, c);
      if (gain > best_gain + tolerance) {
        best = c;
        best_gain = gain;
        equals = 1;
      } else if (best != old && gain >= best_gain - tolerance && random.below(++equals) == 0) {
        best = c;
      }
    }
    if (best_gain < -tolerance && members_[old] > 1) best = empty_.back();
    if (best == old) return false;
    assign(v, old, best);
    return true;
  }

 private:
  void assign(VertexId v, std::uint32_t from, std::uint32_t to) {
    masses_.remove(v, from);
    masses_.add(v, to);
    if (members_[to]++ == 0) empty_.pop_back();
    if (--members_[from] == 0) {
      masses_.clear(from);
      empty_.push_back(from);
    }
    community_[v] = to;
  }

  const Condensed& graph_;
  std::vector<std::uint32_t>& community_;
  Masses masses_;
  Around around_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> empty_;
};

class Refiner {
 public:
  Refiner(const Condensed& graph, const std::vector<std::uint32_t>& community, double randomness)
      : graph_(graph),
        community_(community),
        bit_(randomness * graph.unit * std::log(2.0)),
        group_(graph.size()),
        whole_(graph, community, graph.size()),
        parts_(graph, identity(), graph.size()),
        around_(graph.size()),
        leaving_(graph.size(), 0.0),
        alone_(graph.size(), true) {
    for (VertexId v = 0; v < graph.size(); ++v) leaving_[v] = weight_inside(v);
  }

  void merge(VertexId v, Random& random) {
    if (!alone_[v] || !well_connected(v, community_[v])) return;
    around_.gather(graph_, v, group_, [&](VertexId u) { return community_[u] == community_[v]; });
    collect_choices(v);
    const std::uint32_t chosen = choose(random);
    if (chosen == v) return;
    // What led from the group to v no longer leaves it; the rest of what led from v does.
    leaving_[chosen] += leaving_[v] - 2.0 * around_.weight(chosen);
    parts_.remove(v, v);
    parts_.add(v, chosen);
    group_[v] = chosen;
    alone_[v] = false;
    alone_[chosen] = false;
  }

  std::vector<std::uint32_t> take() { return std::move(group_); }

 private:
  struct Choice {
    std::uint32_t group = 0;
    double gain = 0.0;
    double share = 0.0;
  };

  std::span<const std::uint32_t> identity() {
    std::iota(group_.begin(), group_.end(), std::uint32_t{0});
    return group_;
  }

  [[nodiscard]] double weight_inside(VertexId v) const {
    double inside = 0.0;
    const auto targets = graph_.neighbours(v);
    const auto weights = graph_.joining(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (community_[targets[k]] == community_[v]) inside += weights[k];
    }
    return inside;
  }

  // Whether the group's weight to the rest of its community is at least what is expected.
  [[nodiscard]] bool well_connected(std::uint32_t group, std::uint32_t community) const {
    const double tolerance = kRelativeTolerance * (leaving_[group] + graph_.unit);
    return leaving_[group] >= whole_.expected_rest(parts_, group, community) - tolerance;
  }

  void collect_choices(VertexId v) {
    choices_.assign(1, {v, 0.0, 0.0});
    const double tolerance = kRelativeTolerance * (around_.total() + graph_.unit);
    for (const std::uint32_t c : around_.communities()) {
      const double gain = around_.weight(c) - parts_.expected(v, c);
      if (c == v || gain < -tolerance || !well_connected(c, community_[v])) continue;
      choices_.push_back({c, gain, 0.0});
    }
  }

  std::uint32_t choose(Random& random) {
    if (choices_.size() == 1) return choices_[0].group;
    double best = 0.0;
    for (const Choice& choice : choices_) best = std::max(best, choice.gain);
    double sum = 0.0;
    for (Choice& choice : choices_) {
      const double halvings = std::min(std::floor((best - choice.gain) / bit_), 1000.0);
      choice.share = std::ldexp(1.0, -static_cast<int>(halvings));
      sum += choice.share;
    }
    double point = random.unit() * sum;
    for (const Choice& choice : choices_) {
      if (point < choice.share) return choice.group;
      point -= choice.share;
    }
    return choices_.back().group;
  }

  const Condensed& graph_;
  const std::vector<std::uint32_t>& community_;
  double bit_;  // the loss of quality that halves the chance
  std::vector<std::uint32_t> group_;
  Masses whole_;
  Masses parts_;
  Around around_;
  std::vector<double> leaving_;  // weight between a group and the rest of its community
  std::vector<bool> alone_;
  std::vector<Choice> choices_;
};

}  // namespace

std::size_t move_locally(const Condensed& graph, std::vector<std::uint32_t>& community,
                         Random& random, const Run& run) {
  Queue queue(random_order(graph.size(), random));
  Mover mover(graph, community);
  std::size_t moves = 0;
  for (std::size_t step = 0; !queue.empty(); ++step) {
    if (step % kStepsBetweenChecks == 0) run.check();
    const VertexId v = queue.pop();
    if (!mover.move(v, random)) continue;
    ++moves;
    for (const VertexId u : graph.neighbours(v)) {
      if (community[u] != community[v]) queue.push(u);
    }
  }
  return moves;
}

std::vector<std::uint32_t> refine(const Condensed& graph,
                                  const std::vector<std::uint32_t>& community, double randomness,
                                  Random& random, const Run& run) {
  Refiner refiner(graph, community, randomness);
  std::size_t step = 0;
  for (const VertexId v : random_order(graph.size(), random)) {
    if (step++ % kStepsBetweenChecks == 0) run.check();
    refiner.merge(v, random);
  }
  return refiner.take();
}

}  // namespace summitry::communities
