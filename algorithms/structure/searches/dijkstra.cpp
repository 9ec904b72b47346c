#include "algorithms/structure/searches/dijkstra.hpp"

namespace summitry {

Dijkstra::Dijkstra(const Graph& graph, Along along) : Dijkstra(arcs(graph, along)) {}

Dijkstra::Dijkstra(const Arcs& rows)
    : arcs_(rows), search_(rows.weights, rows.offsets.size() - 1) {}

void Dijkstra::search(VertexId source) {
  search_.search(source, [this](VertexId v, const auto& reach) {
    const double so_far = search_.distance(v);
    const std::size_t last = arcs_.end(v);
    for (std::size_t k = arcs_.begin(v); k < last; ++k) {
      const VertexId w = arcs_.ends[k];
      const double length = so_far + arcs_.weights[k];
      if (length < search_.distance(w)) reach(w, length);
    }
  });
}

}  // namespace summitry
