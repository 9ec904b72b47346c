// Dijkstra's search, by whichever queue suits the lengths: what is to be known of the paths is left to
// the caller, who is told of each vertex as it is settled.
//
// Cost       one pass over the reached arcs, and for each that is shorter than those before it a push:
//            O(1) in buckets, O(log n) in the heap
// Method     Dijkstra 1959, doi:10.1007/BF01386390; entries that a shorter path has overtaken stay in the
//            queue, dead, until they come up
// See also   length_buckets.hpp, monotone_heap.hpp
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "algorithms/structure/searches/length_buckets.hpp"
#include "algorithms/structure/searches/monotone_heap.hpp"
#include "engine/graph.hpp"

namespace summitry {

// Two lengths are the same when they differ by less than 1e-10 of themselves (as igraph): 0.1 + 0.2 is as
// long as 0.3.
inline constexpr double kSameLength = 1.0 + 1e-10;

class LengthSearch {
 public:
  static constexpr double kFar = std::numeric_limits<double>::infinity();

  // Along edges of these lengths, > 0, among so many vertices.
  LengthSearch(std::span<const double> lengths, std::size_t vertices)
      : distance_(vertices, kFar), buckets_(lengths) {}

  [[nodiscard]] double distance(VertexId v) const { return distance_[v]; }  // kFar: no path
  // In the order in which they were settled, the source first.
  [[nodiscard]] std::span<const VertexId> settled() const { return settled_; }

  // Calls settle(v, reach) for each vertex, when its distance is known; that calls reach(w, length) for
  // each w that has a path this long by way of v, shorter than distance(w).
  template <class Settle>
  void search(VertexId source, const Settle& settle) {
    for (const VertexId v : settled_) distance_[v] = kFar;
    settled_.clear();
    if (buckets_.usable()) {
      search(source, settle, buckets_);
    } else {
      search(source, settle, heap_);
    }
  }

 private:
  template <class Settle, class Queue>
  void search(VertexId source, const Settle& settle, Queue& queue) {
    const auto reach = [&](VertexId w, double length) {
      distance_[w] = length;
      queue.push({length, w});
    };
    const auto alive = [this](const auto& entry) {
      return entry.length == distance_[entry.vertex];
    };
    queue.clear();
    reach(source, 0.0);
    for (typename Queue::Entry next{}; queue.take(next, alive);) {
      settled_.push_back(next.vertex);
      settle(next.vertex, reach);
    }
  }

  std::vector<double> distance_;
  std::vector<VertexId> settled_;
  LengthBuckets buckets_;
  MonotoneHeap heap_;  // where those do not pay
};

}  // namespace summitry
