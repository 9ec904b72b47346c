// Editions: see the header; ties are collected over the relations of every edge.
#include "exporters/drawing/editions.hpp"

#include <algorithm>
#include <numeric>

namespace summitry::drawing {
namespace {

const Series* chosen(const Network& network, std::string_view id) {
  if (!id.empty()) return &network.series(id);
  return network.series().size() == 1 ? &network.series().front() : nullptr;
}

void sort_unique(std::vector<std::size_t>& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace

std::optional<std::size_t> Editions::position(EntityIndex entity) const {
  if (series == nullptr || entity == kNone) return std::nullopt;
  const auto& all = series->editions;
  const auto found = std::find(all.begin(), all.end(), entity);
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

std::optional<std::size_t> Editions::position(const Relation& relation) const {
  if (std::find(left_out.begin(), left_out.end(), relation.type) != left_out.end()) {
    return std::nullopt;
  }
  for (const EntityIndex entity : {relation.summit, relation.source, relation.target}) {
    if (const auto found = position(entity)) return found;
  }
  return std::nullopt;
}

std::optional<double> Editions::mean(VertexId v) const {
  const auto& positions = of[v];
  if (positions.empty()) return std::nullopt;
  const auto sum = std::accumulate(positions.begin(), positions.end(), std::size_t{0});
  return static_cast<double>(sum) / static_cast<double>(positions.size());
}

Editions editions(const Network& network, const Graph& graph, std::string_view series,
                  std::span<const std::string> left_out) {
  Editions found;
  found.series = chosen(network, series);
  found.left_out.assign(left_out.begin(), left_out.end());
  found.of.resize(graph.vertex_count());
  found.is_edition.resize(graph.vertex_count(), false);
  if (found.series == nullptr || !graph.has_entities()) return found;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto position = found.position(graph.entity(v));
    found.is_edition[v] = position.has_value();
    if (position) found.of[v] = {*position};
  }
  const std::vector<Edge> edges = graph.edges();
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    for (const RelationIndex r : graph.relations(e)) {
      const auto position = found.position(network.relation(r));
      if (!position) continue;
      for (const VertexId end : {edges[e].source, edges[e].target}) {
        if (!found.is_edition[end]) found.of[end].push_back(*position);
      }
    }
  }
  for (auto& positions : found.of) sort_unique(positions);
  return found;
}

std::optional<std::size_t> first_edition(const Network& network, const Graph& graph,
                                         const Editions& editions, EdgeId e) {
  std::optional<std::size_t> first;
  for (const RelationIndex r : graph.relations(e)) {
    const auto position = editions.position(network.relation(r));
    if (position && (!first || *position < *first)) first = position;
  }
  return first;
}

}  // namespace summitry::drawing
