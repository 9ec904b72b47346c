// Moving vertices between communities on all threads, with the same end for any number of them.
//
// A block of those who wait look around, all at once; then they move one after the other, each as it
// proposed if that still is a gain. What a move changes for the proposals that wait behind it is put
// right at once, so that no gain is counted that is none: two that would join each other do not change
// places. Most of the time goes into looking around, which reads a row and a label for each neighbour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algorithms/communities/moving/proposals.hpp"
#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/looking_ahead.hpp"
#include "engine/bring_near.hpp"
#include "engine/random.hpp"
#include "engine/short_sweeps.hpp"

namespace summitry::communities {

template <class Weights, bool kDirected>
class InBlocks {
  // Of less the threads would wait for each other most of the time; of more, the rows would have left
  // a core's own cache before their vertices move.
  static constexpr std::size_t kBlock = 512;
  static constexpr std::size_t kVerticesATime = 32;
  // The labels of so many vertices are more than a core's own cache.
  static constexpr VertexId kFar = 1U << 19U;

 public:
  static constexpr int kMostThreads = kBlock / kVerticesATime;  // more would find nothing to do

  InBlocks(const Condensed& graph, std::vector<std::uint32_t>& community, Weights weights,
           ShortSweeps& sweeps)
      : graph_(graph),
        weights_(weights),
        sweeps_(sweeps),
        community_(community),
        places_(graph, community),
        waiting_(graph.size(), kWaits),
        turn_(graph.size()) {
    for (std::size_t i = 0; i < sweeps.threads(); ++i) proposers_.emplace_back(graph, weights);
  }

  // Visits those who wait, in order; gives how many moved.
  std::size_t round(const std::vector<VertexId>& order, Random& random) {
    const std::uint64_t seed = random.next();
    std::size_t moves = 0;
    gained_ = 0.0;
    for (const VertexId v : order) {
      if (waiting_[v] == 0) continue;
      waiting_[v] = kInBlock;
      turn_[v] = static_cast<std::uint32_t>(block_.size());
      block_.push_back(v);
      if (block_.size() == kBlock) moves += visit_block(seed);
    }
    return moves + visit_block(seed);
  }

  // By the last round, in the weight of arcs.
  [[nodiscard]] double gained() const { return gained_; }

 private:
  using Sum = typename Weights::Sum;

  // Flags of waiting_.
  static constexpr std::uint8_t kWaits = 1;
  static constexpr std::uint8_t kInBlock = 2;

  std::size_t visit_block(std::uint64_t seed) {
    look_around(seed);
    std::size_t moves = 0;
    for (std::size_t i = 0; i < block_.size(); ++i) {
      look_ahead(i);
      const VertexId v = block_[i];
      waiting_[v] &= kWaits;
      if (!would_move(i)) continue;
      const std::uint32_t from = community_[v];
      if (const auto gain = places_.settle(v, proposals_[i])) {
        gained_ += *gain;
        ++moves;
        tell_neighbours(v, from);
      } else {
        waiting_[v] = kWaits;
      }
    }
    block_.clear();
    return moves;
  }

  // What the moves to come will read of their neighbours. Others have looked at it meanwhile.
  void look_ahead(std::size_t i) const {
    constexpr std::size_t kRow = 8;
    constexpr std::size_t kNeighbours = 3;
    if (i + kRow >= block_.size()) return;
    if (would_move(i + kRow)) bring_near(graph_.targets + graph_.begins[block_[i + kRow]]);
    if (!would_move(i + kNeighbours)) return;
    for (const VertexId u : graph_.neighbours(block_[i + kNeighbours])) {
      bring_near_to_write(&waiting_[u]);
      bring_near(&community_[u]);
    }
  }

  [[nodiscard]] bool would_move(std::size_t i) const {
    return proposals_[i].to != community_[block_[i]];
  }

  void look_around(std::uint64_t seed) {
    proposals_.resize(block_.size());
    sweeps_.sweep(block_.size(), kVerticesATime, [&](const Block& some) {
      Proposer<Weights, kDirected>& proposer = proposers_[some.thread];
      const LookingAhead ahead(graph_, community_.data(), proposer.counts());
      for (std::size_t i = some.begin; i < some.end; ++i) {
        if (graph_.size() >= kFar) {
          ahead.step(block_, i);
        } else {
          bring_row_near(graph_, block_, i);
        }
        const auto one_of = [&](std::uint64_t equals) {
          return Random(seed, block_[i]).below(equals);
        };
        proposals_[i] = proposer.propose(block_[i], places_, one_of);
      }
    });
  }

  void tell_neighbours(VertexId v, std::uint32_t from) {
    const std::uint32_t to = community_[v];
    for (std::size_t k = graph_.begins[v]; k < graph_.ends[v]; ++k) {
      const VertexId u = graph_.targets[k];
      const std::uint8_t flags = waiting_[u];
      if ((flags & kInBlock) != 0) put_right(u, from, to, weights_[k]);
      waiting_[u] = static_cast<std::uint8_t>(flags | (community_[u] != to ? kWaits : 0));
    }
  }

  // The proposal of u, of whose neighbours one has moved.
  void put_right(VertexId u, std::uint32_t from, std::uint32_t to, Sum weight) {
    Proposal<Sum>& proposal = proposals_[turn_[u]];
    const std::uint32_t own = community_[u];
    if (own == from) proposal.with_own -= weight;
    if (own == to) proposal.with_own += weight;
    if (proposal.to == from) proposal.with_to -= weight;
    if (proposal.to == to) proposal.with_to += weight;
  }

  const Condensed& graph_;
  Weights weights_;
  ShortSweeps& sweeps_;
  std::vector<std::uint32_t>& community_;
  Occupancy<kDirected> places_;
  std::vector<Proposer<Weights, kDirected>> proposers_;  // by thread
  std::vector<std::uint8_t> waiting_;
  std::vector<std::uint32_t> turn_;  // in the block, of those who are in it
  std::vector<VertexId> block_;
  std::vector<Proposal<Sum>> proposals_;  // by turn
  double gained_ = 0.0;
};

}  // namespace summitry::communities
