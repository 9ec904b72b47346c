#include "cli/standing.hpp"

#include <algorithm>
#include <utility>

#include "engine/reshape.hpp"

namespace summitry::cli {
namespace {

bool is_act(const Network& network, const Graph& graph, EdgeId e) {
  const auto relations = graph.relations(e);
  return std::any_of(relations.begin(), relations.end(), [&network](RelationIndex index) {
    return !is_standing_membership(network, network.relation(index));
  });
}

GraphParts vertices_of(const Graph& graph) {
  GraphParts parts;
  parts.vertices = graph.vertex_count();
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  parts.meaning = graph.weight_meaning();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) parts.entities.push_back(graph.entity(v));
  parts.relation_begin.push_back(0);
  return parts;
}

// Edges come in order of their ends, so parallel ones are neighbours.
Graph acts_of(const Network& network, const Graph& graph, Parallel parallel) {
  GraphParts parts = vertices_of(graph);
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    if (!is_act(network, graph, e)) continue;
    const bool merges =
        parallel == Parallel::merge && !parts.edges.empty() && parts.edges.back() == edges[e];
    if (!merges) parts.edges.push_back(edges[e]);
    if (!merges && graph.weighted()) parts.weights.push_back(0.0);
    if (graph.weighted()) parts.weights.back() += weights[e];
    for (const RelationIndex index : graph.relations(e)) parts.relations.push_back(index);
    if (!merges) parts.relation_begin.push_back(0);
    parts.relation_begin.back() = static_cast<std::uint32_t>(parts.relations.size());
  }
  return Graph(std::move(parts));
}

bool drops_isolates(const Selection& selection) {
  if (selection.isolates != Isolates::automatic) return selection.isolates == Isolates::drop;
  return !selection.at.empty() || selection.from || selection.to;
}

Graph without_isolates(const Graph& graph) {
  std::vector<VertexId> tied;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (graph.degree(v) > 0) tied.push_back(v);
  }
  return induced(graph, tied);
}

}  // namespace

bool is_standing_membership(const Network& network, const Relation& relation) {
  return std::any_of(network.containers().begin(), network.containers().end(),
                     [&relation](const Container& container) {
                       return container.entity == relation.target &&
                              container.type == relation.type;
                     });
}

std::vector<RelationIndex> acts(const Network& network, const Selection& selection) {
  std::vector<RelationIndex> relations = selected_relations(network, selection);
  std::erase_if(relations, [&network](RelationIndex index) {
    return is_standing_membership(network, network.relation(index));
  });
  return relations;
}

Graph select_acts(const Network& network, const Selection& selection) {
  Selection every = selection;
  every.parallel = Parallel::keep;  // merged here, once the memberships are out of the sums
  const Graph graph = acts_of(network, select(network, every), selection.parallel);
  return drops_isolates(selection) ? without_isolates(graph) : graph;
}

}  // namespace summitry::cli
