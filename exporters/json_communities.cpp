// Communities and resolution profiles as JSON.
#include "exporters/json.hpp"
#include "exporters/json_parts.hpp"
#include "exporters/json_truth.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_ids(JsonWriter& json, std::string_view key, const Network& network, const Graph& graph,
               const std::vector<VertexId>& vertices) {
  json.key(key);
  json.begin_array();
  for (const VertexId v : vertices) json.value(network.entity(graph.entity(v)).id);
  json.end();
}

std::string_view name_of(Trait::Of of) {
  if (of == Trait::Of::tied_to) return "relation-to";
  return of == Trait::Of::tied_from ? "relation-from" : "attribute";
}

void write_traits(JsonWriter& json, const std::vector<Trait>& traits) {
  json.key("traits");
  json.begin_array();
  for (const Trait& trait : traits) {
    json.begin_object();
    json.field("of", name_of(trait.of));
    json.field("column", trait.column);
    json.field("value", trait.value);
    if (!trait.entity.empty()) json.field("entity", trait.entity);
    json.field("inside", trait.inside);
    json.field("size", trait.size);
    json.field("expected", trait.expected);
    json.field("p", trait.p);
    json.field("p_adjusted", trait.p_adjusted);
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
    write_ids(json, "members", network, graph, community.members);
    if (id < partition.descriptions.size()) {
      const Description& description = partition.descriptions[id];
      json.field("name", description.name);
      write_ids(json, "top_members", network, graph, description.top_members);
      write_traits(json, description.traits);
    }
    json.end();
  }
  json.end();
}

void write_stability(JsonWriter& json, const Network& network, const Graph& graph,
                     const NamedPartition& partition) {
  json.key("stability");
  if (!partition.stability) {
    json.value(nullptr);
    return;
  }
  const NamedPartition::Stability& stability = *partition.stability;
  json.begin_object();
  write_agreement(json, stability);
  write_ids(json, "wavering", network, graph, stability.wavering);
  json.end();
}

void write_together(JsonWriter& json, const Network& network, const Graph& graph,
                    const std::optional<CoMembership>& together) {
  json.key("co_membership");
  if (!together) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  json.field("from", together->from);
  json.field("runs", together->runs);
  json.key("pairs");
  json.begin_array();
  for (const Together& pair : together->pairs) {
    json.begin_object(Layout::line);
    json.field("id_a", network.entity(graph.entity(pair.first)).id);
    json.field("id_b", network.entity(graph.entity(pair.second)).id);
    json.field("probability", pair.share);
    json.end();
  }
  json.end();
  json.end();
}

void write_chance(JsonWriter& json, const std::optional<BeyondChance>& chance) {
  json.key("beyond_chance");
  if (!chance) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  json.field("random_graphs", chance->samples);
  json.field("observed", chance->observed);
  json.field("mean", chance->mean);
  json.field("sd", chance->sd);
  json.field("z", chance->z);
  json.field("p_value", chance->p);
  json.end();
}

void write_members(JsonWriter& json, const Network& network, const Graph& graph,
                   const NamedPartition& communities) {
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
}

}  // namespace

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
  json.field("random", communities.random);
  json.field("kept", communities.kept);
  write_convergence(json, communities.partition.convergence);
  json.field("quality_function", communities.quality_name);
  json.field("quality", communities.partition.quality);
  json.field("modularity", communities.modularity);
  write_communities(json, network, graph, communities);
  write_stability(json, network, graph, communities);
  write_together(json, network, graph, communities.together);
  write_chance(json, communities.beyond_chance);
  write_scores(json, communities);
  write_truth(json, communities);
  write_members(json, network, graph, communities);
  json.end();
  return json.take();
}

}  // namespace summitry
