// The lists, and looking up by name. A list and not objects that register themselves: what exists is
// on one screen, in an order that does not depend on the linker.
#include "algorithms/catalogue.hpp"

#include <array>

#include "algorithms/entry.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {

namespace entry {
extern const Measure degree, in_degree, out_degree, strength, in_strength, out_strength;
extern const Measure opsahl_degree, laplacian;
extern const Measure betweenness, edge_betweenness, closeness, harmonic;
extern const Measure eccentricity, average_distance, approximate_betweenness;
extern const Measure current_flow_betweenness, current_flow_closeness, information, spanning_edge;
extern const Measure eigenvector, pagerank, katz, bonacich_power, hub, authority;
extern const Measure communicability, subgraph_centrality;
extern const Measure core, onion, clustering, triangles;
extern const Measure truss, articulation, bridge;
extern const Measure constraint, effective_size;
extern const Measure participation, within_module_z;
extern const CommunityMethod leiden, louvain, label_propagation;
extern const CommunityMethod infomap, bipartite_modularity, stochastic_block_model;
extern const CommunityMethod exact, girvan_newman, spectral;
}  // namespace entry

namespace {

constexpr std::array kMeasures = {
    // how many
    &entry::degree,
    &entry::in_degree,
    &entry::out_degree,
    &entry::strength,
    &entry::in_strength,
    &entry::out_strength,
    &entry::opsahl_degree,
    &entry::laplacian,
    // how near, and between whom
    &entry::betweenness,
    &entry::approximate_betweenness,
    &entry::edge_betweenness,
    &entry::closeness,
    &entry::harmonic,
    &entry::eccentricity,
    &entry::average_distance,
    // joined to whom
    &entry::eigenvector,
    &entry::pagerank,
    &entry::katz,
    &entry::hub,
    &entry::authority,
    &entry::bonacich_power,
    &entry::communicability,
    &entry::subgraph_centrality,
    // by all paths together
    &entry::current_flow_betweenness,
    &entry::current_flow_closeness,
    &entry::information,
    &entry::spanning_edge,
    // how closely knit
    &entry::core,
    &entry::onion,
    &entry::truss,
    &entry::clustering,
    &entry::triangles,
    &entry::articulation,
    &entry::bridge,
    // who brokers
    &entry::constraint,
    &entry::effective_size,
    // between communities
    &entry::participation,
    &entry::within_module_z,
};

constexpr std::array kCommunityMethods = {
    &entry::leiden,
    &entry::louvain,
    &entry::label_propagation,
    &entry::infomap,
    &entry::bipartite_modularity,
    &entry::stochastic_block_model,
    &entry::exact,
    &entry::girvan_newman,
    &entry::spectral,
};

template <class Item>
const Item& find(std::string_view what, std::string_view name, std::span<const Item* const> list) {
  std::vector<std::string_view> known;
  for (const Item* item : list) {
    if (item->name == name) return *item;
    known.push_back(item->name);
  }
  throw UnknownName(unknown_name(what, name, known));
}

}  // namespace

std::string_view to_string(WeightUse use) {
  if (use == WeightUse::strength) return "strength";
  return use == WeightUse::distance ? "distance" : "none";
}

std::span<const Measure* const> measures() {
  return kMeasures;
}
std::span<const CommunityMethod* const> community_methods() {
  return kCommunityMethods;
}

const Measure& measure(std::string_view name) {
  return find("measure", name, measures());
}
const CommunityMethod& community_method(std::string_view name) {
  return find("community method", name, community_methods());
}

bool reads_weights_of(const Measure& measure, const Graph& graph) {
  if (measure.weights == WeightUse::none || !graph.weighted()) return true;
  return (measure.weights == WeightUse::distance) ==
         (graph.weight_meaning() == WeightMeaning::distance);
}

NamedScores compute(const Measure& measure, const Graph& graph, const Parameters& given,
                    const Run& run) {
  NamedScores result;
  result.name = measure.name;
  result.title = measure.title;
  result.reference = measure.reference;
  result.over = measure.over;
  result.parameters = measure.complete(given);
  result.scores = measure.compute(graph, given, run);
  return result;
}

Measure entry_of(Measure text, Scores (*function)(const Graph&, const Run&)) {
  const std::string_view name = text.name;
  text.complete = [name](const Parameters& given) {
    require_known(name, given, {});
    return Parameters{};
  };
  text.compute = [name, function](const Graph& graph, const Parameters& given, const Run& run) {
    require_known(name, given, {});
    return function(graph, run);
  };
  return text;
}

}  // namespace summitry
