#include "algorithms/structure/dijkstra.hpp"

namespace summitry {

Dijkstra::Dijkstra(const Graph& graph, Along along)
    : arcs_(arcs(graph, along)), distance_(graph.vertex_count(), kFar) {}

void Dijkstra::relax(VertexId v) {
  for (std::size_t k = arcs_.begin(v); k < arcs_.end(v); ++k) {
    const VertexId w = arcs_.ends[k];
    const double length = distance_[v] + arcs_.weights[k];
    if (length < distance_[w]) {
      distance_[w] = length;
      heap_.push({length, w});
    }
  }
}

void Dijkstra::search(VertexId source) {
  for (const VertexId v : settled_) distance_[v] = kFar;
  settled_.clear();
  heap_.push({0.0, source});
  distance_[source] = 0.0;
  while (!heap_.empty()) {
    const auto [length, v] = heap_.pop();
    if (length > distance_[v]) continue;  // an entry that a shorter path has overtaken
    settled_.push_back(v);
    relax(v);
  }
}

}  // namespace summitry
