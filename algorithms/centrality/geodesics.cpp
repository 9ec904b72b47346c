#include "algorithms/centrality/geodesics.hpp"

namespace summitry {

Lengthwise::Lengthwise(const Graph& graph)
    : arcs_(arcs(graph, Along::out)),
      search_(graph, Along::out),
      position_(graph.vertex_count(), 0),
      paths_(graph.vertex_count(), 0.0) {}

void Lengthwise::search(VertexId source) {
  search_.search(source);
  const auto order = search_.settled();
  for (VertexId i = 0; i < order.size(); ++i) {
    position_[order[i]] = i;
    paths_[order[i]] = 0.0;
  }
  paths_[source] = 1.0;
  for (const VertexId v : order) {
    for (std::size_t k = arcs_.begin(v); k < arcs_.end(v); ++k) {
      const VertexId w = arcs_.ends[k];
      if (on_path(v, k, w)) paths_[w] += paths_[v];
    }
  }
}

}  // namespace summitry
