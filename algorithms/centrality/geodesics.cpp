#include "algorithms/centrality/geodesics.hpp"

namespace summitry {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

}  // namespace

Hops::Hops(const Graph& graph)
    : arcs_(arcs(graph, Along::out)),
      distance_(graph.vertex_count(), kUnseen),
      paths_(graph.vertex_count(), 0.0) {}

void Hops::search(VertexId source) {
  for (const VertexId v : order_) distance_[v] = kUnseen;
  order_.assign(1, source);
  distance_[source] = 0;
  paths_[source] = 1.0;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const VertexId v = order_[i];
    const std::uint32_t next = distance_[v] + 1;
    for (std::size_t k = arcs_.begin(v); k < arcs_.end(v); ++k) {
      const VertexId w = arcs_.ends[k];
      if (distance_[w] == kUnseen) {
        distance_[w] = next;
        paths_[w] = paths_[v];
        order_.push_back(w);
      } else if (distance_[w] == next) {
        paths_[w] += paths_[v];
      }
    }
  }
}

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
