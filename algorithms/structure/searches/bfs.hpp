// Breadth-first search from one source, with scratch space that is used again for the next: pushed
// along the frontier, or pulled by what is left once the frontier has most of the arcs.
//
// Reads      direction: along the arcs given | hops | loops and parallel edges do not matter
// Cost       O(reached arcs), on small worlds a fraction of them; clears only what the last touched
// Method     Beamer, Asanovic & Patterson 2012, doi:10.1109/SC.2012.50
// See also   multi_source.hpp for many sources, dijkstra.hpp for weights
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"

namespace summitry {

class HopSearch {
 public:
  static constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

  // Along::out: distances from the source; Along::in: to it.
  HopSearch(const Graph& graph, Along along);

  // The distance of the farthest vertex reached.
  std::uint32_t search(VertexId source);

  // By distance, the source first; the order within a level says nothing.
  [[nodiscard]] std::span<const VertexId> reached() const { return reached_; }
  [[nodiscard]] std::span<const VertexId> level(std::uint32_t distance) const;
  [[nodiscard]] std::uint32_t distance(VertexId v) const { return distance_[v]; }  // kFar: no path

 private:
  void push(std::uint32_t next);
  void pull(std::uint32_t next);
  void reach(VertexId v, std::uint32_t distance);

  Arcs ahead_;
  Arcs back_;
  std::vector<std::uint32_t> distance_;
  std::vector<VertexId> reached_;
  std::vector<std::size_t> level_begin_;
  std::size_t level_arcs_ = 0;  // that leave the last level
  std::size_t left_arcs_ = 0;   // that leave what is not reached yet
};

}  // namespace summitry
