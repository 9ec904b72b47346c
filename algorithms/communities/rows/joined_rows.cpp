#include "algorithms/communities/rows/joined_rows.hpp"

#include <algorithm>

#include "algorithms/weights.hpp"

namespace summitry::communities {
namespace {

// Every edge once, parallel ones by weight.
std::vector<WeightedArc> edges_of(const Graph& graph) {
  std::vector<WeightedArc> list;
  list.reserve(graph.edge_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto targets = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (!graph.directed() && targets[k] < v) continue;
      list.push_back({v, targets[k], weights.empty() ? 1.0 : weights[k]});
    }
  }
  std::sort(list.begin(), list.end());
  return list;
}

// Every edge that joins two vertices, from both of its ends.
std::vector<WeightedArc> both_ways(const std::vector<WeightedArc>& edges) {
  std::vector<WeightedArc> list;
  list.reserve(2 * edges.size());
  for (const WeightedArc& edge : edges) {
    if (edge.source == edge.target || edge.weight <= 0.0) continue;
    list.push_back(edge);
    list.push_back({edge.target, edge.source, edge.weight});
  }
  std::sort(list.begin(), list.end());
  return list;
}

}  // namespace

JoinedRows joined_rows(const Graph& graph, std::string_view method) {
  require_strengths(method, graph);
  const std::vector<WeightedArc> edges = edges_of(graph);
  JoinedRows rows;
  rows.directed = graph.directed();
  rows.out_ends.assign(graph.vertex_count(), 0.0);
  rows.in_ends.assign(graph.vertex_count(), 0.0);
  for (const WeightedArc& edge : edges) {
    rows.total += edge.weight;
    rows.out_ends[edge.source] += edge.weight;
    (rows.directed ? rows.in_ends : rows.out_ends)[edge.target] += edge.weight;
  }
  if (!rows.directed) rows.in_ends = rows.out_ends;

  fill_rows(both_ways(edges), graph.vertex_count(), rows);
  return rows;
}

}  // namespace summitry::communities
