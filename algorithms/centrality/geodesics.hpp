// Shortest paths by distance from one source, counted: what weighted betweenness is made of. By hops
// it is batched_dependencies.hpp.
//
// Cost       one pass over the reached arcs, O(log n) for each that is shorter than those before, and
//            O(steps) for all else
// Method     Dijkstra's search; arcs that may be on a shortest path are noted when they are passed, so
//            that counting and walking back need not look at the others
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "algorithms/centrality/path_rows.hpp"
#include "algorithms/structure/length_buckets.hpp"
#include "algorithms/structure/monotone_heap.hpp"

namespace summitry {

// By the sum of distances. Two lengths are the same when they differ by less than 1e-10 of
// themselves (as igraph): 0.1 + 0.2 is as long as 0.3.
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

  [[nodiscard]] std::span<const VertexId> order() const { return order_; }
  // In the order of their beginnings.
  [[nodiscard]] std::span<const Step> steps() const { return steps_; }
  [[nodiscard]] double paths(VertexId v) const { return paths_[v]; }

 private:
  static constexpr double kFar = std::numeric_limits<double>::infinity();
  static constexpr double kSame = 1.0 + 1e-10;

  template <class Queue>
  void search(VertexId source, Queue& queue);
  template <class Queue>
  void pass(VertexId v, Queue& queue);
  void count();

  const PathRows& rows_;
  LengthBuckets buckets_;
  MonotoneHeap heap_;  // where those do not pay
  std::vector<double> distance_;
  std::vector<VertexId> order_;     // as settled, the source first: paths lead forwards in it
  std::vector<VertexId> position_;  // in order_
  std::vector<Step> steps_;
  std::vector<double> paths_;
};

}  // namespace summitry
