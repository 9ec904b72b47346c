// Dijkstra's search with scratch space that is used again for the next source.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "algorithms/structure/length_buckets.hpp"
#include "algorithms/structure/monotone_heap.hpp"
#include "engine/graph.hpp"

namespace summitry {

class Dijkstra {
 public:
  Dijkstra(const Graph& graph, Along along);
  // Along rows with weights, which must stay.
  explicit Dijkstra(const Arcs& rows);

  // Weights must be > 0. Cost O((reached arcs) log n); clears only what the last search touched.
  void search(VertexId source);

  // In the order in which they were settled, the source first: every vertex after all that lie before
  // it on a shortest path.
  [[nodiscard]] std::span<const VertexId> settled() const { return settled_; }
  [[nodiscard]] double distance(VertexId v) const { return distance_[v]; }  // infinite: no path

 private:
  static constexpr double kFar = std::numeric_limits<double>::infinity();

  template <class Queue>
  void search(VertexId source, Queue& queue);
  template <class Queue>
  void relax(VertexId v, double so_far, Queue& queue);

  Arcs arcs_;
  std::vector<double> distance_;
  std::vector<VertexId> settled_;
  LengthBuckets buckets_;
  MonotoneHeap heap_;  // where those do not pay
};

}  // namespace summitry
