#include "algorithms/communities/moving/moving.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "algorithms/communities/moving/in_blocks.hpp"
#include "algorithms/communities/moving/looking_ahead.hpp"
#include "algorithms/communities/moving/proposals.hpp"
#include "engine/short_sweeps.hpp"

namespace summitry::communities {
namespace {

// From so many vertices on they look around on all threads, block by block. In smaller graphs to fetch
// what another thread has written costs as much as is gained.
constexpr VertexId kWorthThreads = 1U << 17U;

// How many neighbouring numbers are visited one after the other. Long runs find worse communities where
// what is near by number belongs together; but where rows are too many for a core's own cache, short
// ones take a third longer.
std::size_t run_length(VertexId count) {
  constexpr VertexId kMany = 1U << 16U;
  return std::clamp<std::size_t>(count / 1024, 1, count < kMany ? 8 : 64);
}

// One vertex after the other.
template <class Weights, bool kDirected>
class OneByOne {
 public:
  OneByOne(const Condensed& graph, std::vector<std::uint32_t>& community, Weights weights,
           const Run& run)
      : graph_(graph),
        run_(run),
        community_(community),
        places_(graph, community),
        proposer_(graph, weights),
        waiting_(graph.size(), 1) {}

  // Visits those who wait, in order; gives how many moved.
  std::size_t round(const std::vector<VertexId>& order, Random& random) {
    std::size_t moves = 0;
    gained_ = 0.0;
    run_.check();
    const auto one_in = [&random](std::uint64_t equals) { return random.below(equals) == 0; };
    for (std::size_t i = 0; i < order.size(); ++i) {
      bring_row_near(graph_, order, i);
      const VertexId v = order[i];
      if (waiting_[v] == 0) continue;
      waiting_[v] = 0;
      const auto gain = places_.settle(v, proposer_.propose(v, places_, one_in));
      if (!gain) continue;
      gained_ += *gain;
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
  const Condensed& graph_;
  const Run& run_;
  std::vector<std::uint32_t>& community_;
  Occupancy<kDirected> places_;
  Proposer<Weights, kDirected> proposer_;
  std::vector<std::uint8_t> waiting_;
  double gained_ = 0.0;
};

template <class Mover>
std::size_t all_rounds(Mover&& mover, const std::vector<VertexId>& order, Random& random,
                       double enough) {
  std::size_t moves = 0;
  for (;;) {
    const std::size_t moved = mover.round(order, random);
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

template <bool kDirected, class Weights>
std::size_t move_all(const Condensed& graph, std::vector<std::uint32_t>& community, Weights weights,
                     Random& random, const Run& run, double enough) {
  const std::vector<VertexId> order = visiting_order(graph.size(), random);
  if (graph.size() < kWorthThreads) {
    return all_rounds(OneByOne<Weights, kDirected>(graph, community, weights, run), order, random,
                      enough);
  }
  using Mover = InBlocks<Weights, kDirected>;
  Run here = run;
  here.threads = std::min(run.thread_count(), Mover::kMostThreads);
  std::size_t moves = 0;
  ShortSweeps::hold(here, [&](ShortSweeps& sweeps) {
    moves = all_rounds(Mover(graph, community, weights, sweeps), order, random, enough);
  });
  return moves;
}

}  // namespace

std::size_t move_locally(const Condensed& graph, std::vector<std::uint32_t>& community,
                         Random& random, const Run& run, double enough) {
  const double little = enough * graph.weight;
  return with_weights(graph, [&](auto weights) {
    if (graph.in_mass.empty()) {
      return move_all<false>(graph, community, weights, random, run, little);
    }
    return move_all<true>(graph, community, weights, random, run, little);
  });
}

}  // namespace summitry::communities
