#include "algorithms/communities/moving/moving.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "algorithms/communities/moving/in_blocks.hpp"
#include "algorithms/communities/moving/proposals.hpp"
#include "algorithms/communities/moving/visiting_order.hpp"
#include "algorithms/communities/rows/looking_ahead.hpp"
#include "engine/short_sweeps.hpp"

namespace summitry::communities {
namespace {

// From so many vertices on they look around on all threads, block by block. In smaller graphs to fetch
// what another thread has written costs as much as is gained.
constexpr VertexId kWorthThreads = 1U << 17U;

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
    const auto one_of = [&random](std::uint64_t equals) { return random.below(equals); };
    for (std::size_t i = 0; i < order.size(); ++i) {
      bring_row_near(graph_, order, i);
      const VertexId v = order[i];
      if (waiting_[v] == 0) continue;
      waiting_[v] = 0;
      const auto gain = places_.settle(v, proposer_.propose(v, places_, one_of));
      if (!gain) continue;
      gained_ += *gain;
      ++moves;
      tell_neighbours(v);
    }
    return moves;
  }

  // By the last round, in the weight of arcs.
  [[nodiscard]] double gained() const { return gained_; }

 private:
  void tell_neighbours(VertexId v) {
    const std::uint32_t to = community_[v];
    const auto neighbours = graph_.neighbours(v);
    const auto seen = proposer_.seen();
    std::uint8_t* waiting = waiting_.data();
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      std::uint8_t& waits = waiting[neighbours[k]];
      waits = static_cast<std::uint8_t>(waits | (seen[k] != to ? 1 : 0));
    }
  }

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
  double gained = 0.0;
  for (;;) {
    const std::size_t moved = mover.round(order, random);
    moves += moved;
    gained += mover.gained();
    if (moved == 0 || mover.gained() < enough * gained) return moves;
  }
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
  return with_weights(graph, [&](auto weights) {
    if (graph.in_mass.empty()) {
      return move_all<false>(graph, community, weights, random, run, enough);
    }
    return move_all<true>(graph, community, weights, random, run, enough);
  });
}

}  // namespace summitry::communities
