#include "exporters/json_parts.hpp"

#include "engine/version.hpp"

namespace summitry {

void write_program(JsonWriter& json) {
  json.key("summitry");
  json.begin_object(JsonWriter::Layout::line);
  json.field("version", version());
  json.end();
}

void write_dataset(JsonWriter& json, const Network& network) {
  const Dataset& dataset = network.dataset();
  json.key("dataset");
  json.begin_object();
  json.field("name", dataset.name);
  json.field("title", dataset.title);
  json.field("version", dataset.version);
  json.field("hash", network.content_hash());
  json.field("entities", network.entities().size());
  json.field("relations", network.relation_count());
  json.end();
}

void write_parameters(JsonWriter& json, std::string_view key, const Parameters& parameters) {
  json.key(key);
  json.begin_object(JsonWriter::Layout::line);
  for (const auto& [name, value] : parameters) json.field(name, value);
  json.end();
}

void write_head(JsonWriter& json, const Network& network, const Provenance& provenance) {
  write_program(json);
  write_dataset(json, network);
  write_parameters(json, "selection", provenance.selection);
  write_parameters(json, "options", provenance.options);
  json.field("command", provenance.command);
}

void write_graph(JsonWriter& json, const Graph& graph) {
  const bool distances = graph.weight_meaning() == WeightMeaning::distance;
  json.key("graph");
  json.begin_object(JsonWriter::Layout::line);
  json.field("vertices", graph.vertex_count());
  json.field("edges", graph.edge_count());
  json.field("directed", graph.directed());
  json.field("weights", !graph.weighted() ? "none" : distances ? "distance" : "strength");
  json.end();
}

void write_convergence(JsonWriter& json, const std::optional<Convergence>& convergence) {
  if (!convergence) return;
  json.key("convergence");
  json.begin_object(JsonWriter::Layout::line);
  json.field("iterations", convergence->iterations);
  json.field("change", convergence->change);
  json.field("reached", convergence->reached);
  json.end();
}

void write_identity(JsonWriter& json, const Entity& entity) {
  json.field("id", entity.id);
  json.field("kind", entity.kind);
  json.field("name", entity.name);
}

namespace {

void write_solutions(JsonWriter& json, const std::vector<Solution>& solutions) {
  json.key("solutions");
  json.begin_array();
  for (const Solution& solution : solutions) {
    json.begin_object(JsonWriter::Layout::line);
    json.field("runs", solution.runs);
    json.field("distinct", solution.distinct);
    json.field("communities", solution.communities);
    json.field("quality", solution.quality);
    json.field("distance", solution.distance);
    json.end();
  }
  json.end();
}

}  // namespace

void write_agreement(JsonWriter& json, const NamedPartition::Stability& stability) {
  json.field("runs", stability.runs);
  json.field("mean_agreement", stability.mean_agreement);
  json.field("quality_min", stability.quality_min);
  json.field("quality_lower", stability.quality_lower);
  json.field("quality_median", stability.quality_median);
  json.field("quality_upper", stability.quality_upper);
  json.field("quality_max", stability.quality_max);
  json.field("quality_sd", stability.quality_sd);
  json.field("distinct", stability.distinct);
  json.field("stable", stability.stable);
  json.field("distance_nearest", stability.distance_nearest);
  json.field("distance_mean", stability.distance_mean);
  json.field("distance_farthest", stability.distance_farthest);
  json.field("consensus_agreement", stability.consensus_agreement);
  write_solutions(json, stability.solutions);
}

}  // namespace summitry
