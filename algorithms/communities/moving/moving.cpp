#include "algorithms/communities/moving/moving.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "algorithms/communities/moving/looking_ahead.hpp"

namespace summitry::communities {
namespace {

constexpr double kRelativeTolerance = 1e-12;
constexpr std::size_t kStepsBetweenChecks = 8192;

// How many neighbouring numbers are visited one after the other. Long runs find worse communities where
// what is near by number belongs together; but where rows are too many for a core's own cache, short
// ones take a third longer.
std::size_t run_length(VertexId count) {
  constexpr VertexId kMany = 1U << 16U;
  return std::clamp<std::size_t>(count / 1024, 1, count < kMany ? 8 : 64);
}

template <class Weights, bool kDirected>
class Mover {
 public:
  Mover(const Condensed& graph, std::vector<std::uint32_t>& community, Weights weights)
      : graph_(graph),
        weights_(weights),
        community_(community),
        masses_(graph, graph.size()),
        weight_(graph.size(), 0),
        around_(graph.size() + std::size_t{1}),
        members_(graph.size(), 0),
        waiting_(graph.size(), 1) {
    for (VertexId v = 0; v < graph.size(); ++v) {
      masses_.add(v, community[v]);
      ++members_[community[v]];
    }
    for (std::uint32_t c = graph.size(); c-- > 0;) {
      if (members_[c] == 0) empty_.push_back(c);
    }
  }

  // Visits those who wait, in order; gives how many moved.
  std::size_t round(const std::vector<VertexId>& order, Random& random, const Run& run) {
    std::size_t moves = 0;
    gained_ = 0.0;
    const LookingAhead ahead(graph_, community_.data(), weight_.data());
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i % kStepsBetweenChecks == 0) run.check();
      ahead.step(order, i);
      const VertexId v = order[i];
      if (waiting_[v] == 0) continue;
      waiting_[v] = 0;
      if (!move(v, random)) continue;
      ++moves;
      const std::uint32_t to = community_[v];
      for (const VertexId u : graph_.neighbours(v)) {
        waiting_[u] = static_cast<std::uint8_t>(waiting_[u] | (community_[u] != to ? 1 : 0));
      }
    }
    return moves;
  }

  // By the last round, in the weight of arcs.
  [[nodiscard]] double gained() const { return gained_; }

 private:
  using Sum = typename Weights::Sum;

  // Weight between v and each community around it; returns how many those are.
  std::size_t gather(VertexId v, double& total) {
    std::size_t count = 0;
    const std::size_t end = graph_.ends[v];
    const VertexId* targets = graph_.targets;
    const std::uint32_t* community = community_.data();
    std::uint32_t* around = around_.data();
    Sum* weight = weight_.data();
    Sum sum = 0;
    for (std::size_t k = graph_.begins[v]; k < end; ++k) {
      const std::uint32_t c = community[targets[k]];
      const Sum before = weight[c];
      around[count] = c;
      count += before == 0 ? 1 : 0;
      weight[c] = before + weights_[k];
      sum += weights_[k];
    }
    total = static_cast<double>(sum);
    return count;
  }

  // Puts v where the quality is highest, one of equals by chance; true when it moved.
  bool move(VertexId v, Random& random) {
    const std::uint32_t old = community_[v];
    double total = 0.0;
    const std::size_t count = gather(v, total);
    const double tolerance = kRelativeTolerance * (total + graph_.unit);
    const auto pull = masses_.of_vertex(v);
    const double own = static_cast<double>(weight_[old]) - masses_.expected_rest(pull, v, old);
    weight_[old] = 0;
    std::uint32_t best = old;
    std::uint64_t equals = 1;
    double best_gain = own;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t c = around_[i];
      const double gain = static_cast<double>(weight_[c]) - masses_.expected(pull, c);
      weight_[c] = 0;
      if (gain < best_gain - tolerance || c == old) continue;
      if (gain > best_gain + tolerance) {
        best = c;
        best_gain = gain;
        equals = 1;
      } else if (best != old && random.below(++equals) == 0) {
        best = c;
      }
    }
    if (best_gain < -tolerance && members_[old] > 1) {
      best = empty_.back();
      best_gain = 0.0;
    }
    if (best == old) return false;
    gained_ += best_gain - own;
    assign(v, old, best);
    return true;
  }

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
  Weights weights_;
  std::vector<std::uint32_t>& community_;
  Masses<kDirected> masses_;
  std::vector<Sum> weight_;
  std::vector<std::uint32_t> around_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint8_t> waiting_;
  std::vector<std::uint32_t> empty_;
  double gained_ = 0.0;
};

template <class Mover>
std::size_t all_rounds(Mover mover, const std::vector<VertexId>& order, Random& random,
                       const Run& run, double enough) {
  std::size_t moves = 0;
  for (;;) {
    const std::size_t moved = mover.round(order, random, run);
    moves += moved;
    if (moved == 0 || mover.gained() < enough) return moves;
  }
}

// The vertices in an order by chance. Where there are many, runs of neighbouring numbers stay
// together, so that their rows are read one after the other.
std::vector<VertexId> visiting_order(VertexId count, Random& random) {
  const std::size_t length = run_length(count);
  std::vector<VertexId> runs((count + length - 1) / length);
  std::iota(runs.begin(), runs.end(), VertexId{0});
  random.shuffle(std::span<VertexId>(runs));
  std::vector<VertexId> order;
  order.reserve(count);
  for (const VertexId one : runs) {
    const std::size_t end = std::min<std::size_t>(count, (one + std::size_t{1}) * length);
    for (std::size_t v = one * length; v < end; ++v) order.push_back(static_cast<VertexId>(v));
  }
  return order;
}

}  // namespace

std::size_t move_locally(const Condensed& graph, std::vector<std::uint32_t>& community,
                         Random& random, const Run& run, double enough) {
  const std::vector<VertexId> order = visiting_order(graph.size(), random);
  const double little = enough * graph.weight;
  return with_weights(graph, [&](auto weights) {
    using Weights = decltype(weights);
    if (graph.in_mass.empty()) {
      return all_rounds(Mover<Weights, false>(graph, community, weights), order, random, run,
                        little);
    }
    return all_rounds(Mover<Weights, true>(graph, community, weights), order, random, run, little);
  });
}

}  // namespace summitry::communities
