// A Graph as nodes and edges in JSON.
#include "exporters/edge_summary.hpp"
#include "exporters/json.hpp"
#include "exporters/json_parts.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_edge(JsonWriter& json, const EdgeSummary& edge, const double* weight) {
  json.field_if("type", edge.types);
  json.field_if("status", edge.statuses);
  json.field_if("role", edge.roles);
  json.field_if("summit", edge.summits);
  json.field_if("from", edge.from);
  json.field_if("to", edge.to);
  if (weight != nullptr) json.field("weight", *weight);
  json.field("relations", edge.relations);
  json.field("sources", edge.sources);
}

}  // namespace

std::string graph_json(const Network& network, const Graph& graph) {
  JsonWriter json;
  json.begin_object();
  json.field("directed", graph.directed());
  json.field("multigraph", true);
  json.key("graph");
  json.begin_object();
  json.field("flavour", "node-link, edges under \"edges\"");
  write_program(json);
  write_dataset(json, network);
  json.end();
  json.key("nodes");
  json.begin_array();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const Entity& entity = network.entity(graph.entity(v));
    json.begin_object(Layout::line);
    write_identity(json, entity);
    json.field_if("subtype", entity.subtype);
    json.field_if("iso3", entity.iso3);
    json.end();
  }
  json.end();
  json.key("edges");
  json.begin_array();
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const double* weight = weights.empty() ? nullptr : &weights[e];
    json.begin_object(Layout::line);
    json.field("source", network.entity(graph.entity(edges[e].source)).id);
    json.field("target", network.entity(graph.entity(edges[e].target)).id);
    json.field("key", e);
    write_edge(json, summarise(network, graph, e, weight), weight);
    json.end();
  }
  json.end();
  json.end();
  return json.take();
}

}  // namespace summitry
