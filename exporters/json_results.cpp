// Measures as JSON.
#include "exporters/json.hpp"
#include "exporters/json_parts.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_measure(JsonWriter& json, const NamedScores& measure) {
  json.begin_object();
  json.field("name", measure.name);
  json.field("title", measure.title);
  write_parameters(json, "parameters", measure.parameters);
  json.field("reference", measure.reference);
  write_convergence(json, measure.scores.convergence);
  if (measure.centralisation) {
    json.key("centralisation");
    json.begin_object(Layout::line);
    json.field("value", measure.centralisation->value);
    json.field("note", measure.centralisation->note);
    json.end();
  }
  json.end();
}

void write_values(JsonWriter& json, std::span<const NamedScores> measures, std::size_t i) {
  json.key("values");
  json.begin_object();
  for (const NamedScores& measure : measures) json.field(measure.name, measure.scores.values[i]);
  json.end();
}

void write_entities(JsonWriter& json, const Network& network, const Graph& graph,
                    std::span<const NamedScores> measures) {
  json.key("entities");
  json.begin_array();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    json.begin_object(Layout::line);
    write_identity(json, network.entity(graph.entity(v)));
    write_values(json, measures, v);
    json.end();
  }
  json.end();
}

void write_edges(JsonWriter& json, const Network& network, const Graph& graph,
                 std::span<const NamedScores> measures) {
  const std::vector<Edge> edges = graph.edges();
  json.key("edges");
  json.begin_array();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    json.begin_object(Layout::line);
    json.field("source", network.entity(graph.entity(edges[e].source)).id);
    json.field("target", network.entity(graph.entity(edges[e].target)).id);
    write_values(json, measures, e);
    json.end();
  }
  json.end();
}

}  // namespace

std::string measures_json(const Network& network, const Graph& graph,
                          std::span<const NamedScores> measures, const Provenance& provenance) {
  JsonWriter json;
  json.begin_object();
  write_head(json, network, provenance);
  write_graph(json, graph);
  json.key("measures");
  json.begin_array();
  for (const NamedScores& measure : measures) write_measure(json, measure);
  json.end();
  if (!measures.empty() && measures.front().over == Over::edges) {
    write_edges(json, network, graph, measures);
  } else {
    write_entities(json, network, graph, measures);
  }
  json.end();
  return json.take();
}

}  // namespace summitry
