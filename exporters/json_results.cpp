// Measures and communities as JSON.
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

void write_communities(JsonWriter& json, const Network& network, const Graph& graph,
                       const NamedPartition& partition) {
  json.key("communities");
  json.begin_array();
  for (std::size_t id = 0; id < partition.communities.size(); ++id) {
    const Community& community = partition.communities[id];
    json.begin_object(Layout::line);
    json.field("id", id);
    json.field("size", community.members.size());
    json.field("internal", community.internal);
    json.field("conductance", community.conductance);
    json.key("members");
    json.begin_array();
    for (const VertexId v : community.members) json.value(network.entity(graph.entity(v)).id);
    json.end();
    json.end();
  }
  json.end();
}

void write_stability(JsonWriter& json, const NamedPartition& partition) {
  json.key("stability");
  if (!partition.stability) {
    json.value(nullptr);
    return;
  }
  const NamedPartition::Stability& stability = *partition.stability;
  json.begin_object();
  json.field("runs", stability.runs);
  json.field("mean_agreement", stability.mean_agreement);
  json.field("quality_min", stability.quality_min);
  json.field("quality_max", stability.quality_max);
  json.field("distinct", stability.distinct);
  json.field("stable", stability.stable);
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

std::string communities_json(const Network& network, const Graph& graph,
                             const NamedPartition& communities, const Provenance& provenance) {
  JsonWriter json;
  json.begin_object();
  write_head(json, network, provenance);
  write_graph(json, graph);
  json.field("method", communities.name);
  json.field("title", communities.title);
  write_parameters(json, "parameters", communities.parameters);
  json.field("reference", communities.reference);
  write_convergence(json, communities.partition.convergence);
  json.field("quality_function", communities.quality_name);
  json.field("quality", communities.partition.quality);
  json.field("modularity", communities.modularity);
  write_communities(json, network, graph, communities);
  write_stability(json, communities);
  json.key("entities");
  json.begin_array();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    json.begin_object(Layout::line);
    write_identity(json, network.entity(graph.entity(v)));
    json.field("community", communities.partition.community[v]);
    if (communities.stability && v < communities.stability->confidence.size()) {
      json.field("confidence", communities.stability->confidence[v]);
    }
    json.end();
  }
  json.end();
  json.end();
  return json.take();
}

}  // namespace summitry
