// How many vertices lie at each distance from each of at most 64 vertices: breadth-first search from
// all of them at once, a bit a vertex, the bits of a level counted by columns.
//
// Reads      direction: against the arcs, distances *to* the vertices | hops | loops and parallel edges
//            do not matter
// Cost       O(levels (n + m)) time at worst; 24 n bytes
// Method     Then et al. 2014, doi:10.14778/2735496.2735507, with 64 sources
// See also   structure/searches/multi_source.hpp, which counts at the vertices reached
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"

namespace summitry {

class LevelCounts {
 public:
  static constexpr std::size_t kLanes = 64;

  explicit LevelCounts(const Graph& graph);

  // For each of the vertices, which are different: [i] how many reach it in i + 1 hops and no fewer.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> count(std::span<const VertexId> vertices);

 private:
  void begin(std::span<const VertexId> vertices);
  void push();
  void pull();
  void settle(VertexId v, std::uint64_t fresh);
  void count_bits(std::uint64_t bits);

  Arcs ahead_;  // from a vertex to those that reach it
  Arcs back_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint64_t> frontier_;
  std::vector<std::uint64_t> next_;
  std::vector<VertexId> list_;         // vertices with a bit in frontier_
  std::vector<VertexId> touched_;      // vertices with a bit in next_, new or not
  std::vector<std::uint64_t> digits_;  // [i]: the bits of worth 2^i of all columns' counts
  std::uint64_t all_ = 0;
  std::size_t list_arcs_ = 0;
};

}  // namespace summitry
