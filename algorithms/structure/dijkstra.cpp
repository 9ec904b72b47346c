#include "algorithms/structure/dijkstra.hpp"

#include <algorithm>
#include <functional>

namespace summitry {

Dijkstra::Dijkstra(const Graph& graph, Along along)
    : arcs_(arcs(graph, along)), distance_(graph.vertex_count(), kFar) {}

void Dijkstra::relax(VertexId v) {
  for (std::size_t k = arcs_.begin(v); k < arcs_.end(v); ++k) {
    const VertexId w = arcs_.ends[k];
    const double length = distance_[v] + arcs_.weights[k];
    if (length < distance_[w]) {
      distance_[w] = length;
      heap_.emplace_back(length, w);
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    }
  }
}

void Dijkstra::search(VertexId source) {
  for (const VertexId v : settled_) distance_[v] = kFar;
  settled_.clear();
  heap_.assign(1, {0.0, source});
  distance_[source] = 0.0;
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const auto [length, v] = heap_.back();
    heap_.pop_back();
    if (length > distance_[v]) continue;  // an entry that a shorter path has overtaken
    settled_.push_back(v);
    relax(v);
  }
}

}  // namespace summitry
