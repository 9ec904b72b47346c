// Shortest paths by distance from one source, counted: what weighted betweenness is made of. By hops
// it is batched_dependencies.hpp.
//
// Cost       that of the search, and O(steps) for all else
// Method     Dijkstra's search; arcs that may be on a shortest path are noted when they are passed, so
//            that counting and walking back need not look at the others
#pragma once

#include <span>
#include <vector>

#include "algorithms/centrality/betweenness/path_rows.hpp"
#include "algorithms/structure/searches/length_search.hpp"

namespace summitry {

// By the sum of distances, the same when they are as near as kSameLength says.
class Lengthwise {
 public:
  // An arc on a shortest path.
  struct Step {
    VertexId from;
    VertexId to;
    std::uint32_t arc;
    double length;  // of the path to its end
  };

  explicit Lengthwise(const PathRows& rows);
  void search(VertexId source);

  [[nodiscard]] std::span<const VertexId> order() const { return search_.settled(); }
  // In the order of their beginnings.
  [[nodiscard]] std::span<const Step> steps() const { return steps_; }
  [[nodiscard]] double paths(VertexId v) const { return paths_[v]; }

 private:
  void count();

  const PathRows& rows_;
  LengthSearch search_;
  std::vector<VertexId> position_;  // in the order, in which paths lead forwards
  std::vector<Step> steps_;
  std::vector<double> paths_;
};

}  // namespace summitry
