// Brandes' dependencies of a few chosen sources in one sweep: a lane a source. Where
// batched_dependencies.hpp takes all sources in an order in which their levels meet, the sources here
// lie anywhere and the Graph may be far larger than the caches, so that a vertex has two narrow rows
// only and lanes are told apart by masks.
//
// Reads      direction yes | hops | parallel edges are paths of their own | loops do not matter
// Cost       O(k (n + m)) time at worst for k sources; (16 lanes + 24) n bytes a thread
// Method     Brandes 2001, doi:10.1080/0022250X.2001.9990249, without lists of predecessors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"

namespace summitry {

class LaneSearch {
 public:
  static constexpr std::size_t kLanes = 8;

  explicit LaneSearch(const Arcs& out);

  // Adds to sums[v], for at most kLanes different sources, what depends on v of the paths from each.
  void add_dependencies(std::span<const VertexId> sources, std::span<double> sums);

 private:
  using Bits = std::uint8_t;  // a bit a lane

  using Doubles = double __attribute__((vector_size(8 * kLanes)));

  struct alignas(8 * kLanes) Row {  // a cache line
    Doubles lanes{};
  };
  // A vertex at one level, with the lanes that have it there.
  struct Entry {
    VertexId vertex;
    Bits bits;
  };

  void begin(std::span<const VertexId> sources);
  [[nodiscard]] std::size_t find_hits(Entry entry, const Bits* there, unsigned flip);
  void push();
  bool settle();
  void walk_back(std::size_t level, std::span<double> sums);
  [[nodiscard]] std::span<const Entry> level(std::size_t i) const {
    return std::span(entries_).subspan(level_begin_[i], level_begin_[i + 1] - level_begin_[i]);
  }

  Arcs out_;
  std::vector<Row> paths_;      // shortest paths from the source of each lane
  std::vector<Row> worth_;      // what each of them is worth: all that depends on it
  std::vector<Bits> seen_;      // lanes that have reached the vertex
  std::vector<Bits> now_;       // lanes that have it on the level in hand
  std::vector<Entry> entries_;  // level after level
  std::vector<std::size_t> level_begin_;
  std::vector<VertexId> touched_;  // by the push in hand: the first touched_count_
  std::size_t touched_count_ = 0;
  std::vector<VertexId> hits_;  // ends of a vertex' arcs that matter
};

}  // namespace summitry
