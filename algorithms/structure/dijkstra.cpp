#include "algorithms/structure/dijkstra.hpp"

namespace summitry {

Dijkstra::Dijkstra(const Graph& graph, Along along) : Dijkstra(arcs(graph, along)) {}

Dijkstra::Dijkstra(const Arcs& rows)
    : arcs_(rows), distance_(rows.offsets.size() - 1, kFar), buckets_(rows.weights) {}

template <class Queue>
void Dijkstra::relax(VertexId v, double so_far, Queue& queue) {
  const std::size_t last = arcs_.end(v);
  for (std::size_t k = arcs_.begin(v); k < last; ++k) {
    const VertexId w = arcs_.ends[k];
    const double length = so_far + arcs_.weights[k];
    if (length < distance_[w]) {
      distance_[w] = length;
      queue.push({length, w});
    }
  }
}

template <class Queue>
void Dijkstra::search(VertexId source, Queue& queue) {
  queue.clear();
  queue.push({0.0, source});
  distance_[source] = 0.0;
  // An entry that a shorter path has overtaken is dead.
  const auto alive = [this](const auto& entry) { return entry.length == distance_[entry.vertex]; };
  for (typename Queue::Entry next{}; queue.take(next, alive);) {
    settled_.push_back(next.vertex);
    relax(next.vertex, next.length, queue);
  }
}

void Dijkstra::search(VertexId source) {
  for (const VertexId v : settled_) distance_[v] = kFar;
  settled_.clear();
  if (buckets_.usable()) {
    search(source, buckets_);
  } else {
    search(source, heap_);
  }
}

}  // namespace summitry
