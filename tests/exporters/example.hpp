// A small Network with one of everything, names that bite included, for all exporters.
//
//   fra --signed--> pact (two sources, at s1)     fra, deu --attended--> s1, s2
//   usa --declined signed--> pact                 fra --hosted--> s1, s1 --named-next-host--> deu
//   lab --founded--> fund --announced-at--> s1    deu --member-of--> eu
//   lab --funds 1500000.5 EUR--> fund             usa --attended--> s2: unverified
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/network_builder.hpp"
#include "engine/resolution_profile.hpp"
#include "engine/results.hpp"
#include "engine/selection.hpp"
#include "engine/transitions.hpp"

namespace summitry::example {

inline void add_sources(NetworkBuilder& builder) {
  builder.add_source({.id = "gazette",
                      .title = "Gazette [official] | part \"1\"",
                      .publisher = "Gazette & Sons",
                      .date = "2024-05",
                      .url = "https://example.org/a b",
                      .licence = "CC-BY-4.0"});
  builder.add_source({.id = "letter", .title = "A letter", .url = "javascript:alert(1)"});
}

inline void add_entities(NetworkBuilder& builder) {
  const std::size_t mandate =
      builder.declare_entity_attribute({"mandate", ColumnType::text, "Mandate", "What it may do"});
  const std::size_t staff =
      builder.declare_entity_attribute({"staff", ColumnType::integer, "", "people"});
  const std::size_t share = builder.declare_entity_attribute({"share", ColumnType::number, "", ""});
  const std::size_t active =
      builder.declare_entity_attribute({"is-active", ColumnType::boolean, "", ""});
  const std::size_t since = builder.declare_entity_attribute({"since", ColumnType::date, "", ""});
  const std::size_t topics = builder.declare_entity_attribute({"topics", ColumnType::list, "", ""});
  builder.add_entity({.id = "fra",
                      .kind = "country",
                      .name = "France",
                      .iso3 = "FRA",
                      .aliases = "République française|Republic of France",
                      .sources = "gazette#p. 3",
                      .attributes = {{staff, "9007199254740993"}, {active, "true"}}});
  builder.add_entity({.id = "deu",
                      .kind = "country",
                      .name = "Côte d'Ivoire, \"Nord\" \\ 日本 🎉",
                      .iso3 = "DEU",
                      .attributes = {{share, "0.1"}, {topics, "a|b c"}}});
  builder.add_entity({.id = "usa", .kind = "country", .name = "<b>USA</b> & *co* | _x_"});
  builder.add_entity(
      {.id = "eu", .kind = "organisation", .name = "European Union", .subtype = "igo"});
  builder.add_entity(
      {.id = "lab",
       .kind = "organisation",
       .name = "=SUM(A1)",
       .description = "Two lines:\nthe second.",
       .attributes = {{mandate, "research, \"open\""}, {active, "false"}, {since, "2019-04"}}});
  builder.add_entity({.id = "fund", .kind = "initiative", .name = "1. Fund", .from = "2023"});
  builder.add_entity({.id = "pact", .kind = "document", .name = "node"});
  builder.add_entity({.id = "ada", .kind = "person", .name = "Ada"});
  builder.add_entity({.id = "port", .kind = "harbour", .name = "Port"});
  builder.add_entity({.id = "s1",
                      .kind = "summit",
                      .name = "First Summit",
                      .from = "2023-11-01",
                      .to = "2023-11-02"});
  builder.add_entity({.id = "s2",
                      .kind = "summit",
                      .name = "Second Summit",
                      .from = "2024-05-21",
                      .to = "2024-05-22"});
}

inline void add_relations(NetworkBuilder& builder) {
  const std::size_t basis = builder.declare_relation_attribute({"basis", ColumnType::text, "", ""});
  for (const char* summit : {"s1", "s2"}) {
    builder.add_relation({.source = "fra",
                          .type = "attended",
                          .target = summit,
                          .summit = summit,
                          .sources = "gazette",
                          .confidence = "official"});
  }
  builder.add_relation({.source = "deu",
                        .type = "attended",
                        .target = "s2",
                        .summit = "s2",
                        .attributes = {{basis, "inferred"}}});
  builder.add_relation({.source = "usa",
                        .type = "attended",
                        .target = "s2",
                        .summit = "s2",
                        .confidence = "unverified",
                        .note = "from memory"});
  builder.add_relation({.source = "fra",
                        .type = "signed",
                        .target = "pact",
                        .role = "first",
                        .summit = "s1",
                        .from = "2023-11-01",
                        .sources = "gazette#7|letter",
                        .confidence = "official"});
  builder.add_relation({.source = "usa",
                        .type = "signed",
                        .target = "pact",
                        .status = "declined",
                        .summit = "s1",
                        .sources = "letter",
                        .note = "did not | sign"});
  builder.add_relation({.source = "fra", .type = "hosted", .target = "s1", .sources = "gazette"});
  builder.add_relation({.source = "lab", .type = "founded", .target = "fund", .from = "2023"});
  builder.add_relation({.source = "lab",
                        .type = "funds",
                        .target = "fund",
                        .from = "2023-11",
                        .to = "2024",
                        .weight = "2.5",
                        .amount = "1500000.5",
                        .currency = "EUR"});
  builder.add_relation({.source = "fund",
                        .type = "announced-at",
                        .target = "s1",
                        .summit = "s1",
                        .sources = "gazette"});
  builder.add_relation({.source = "deu", .type = "member-of", .target = "eu"});
}

inline void add_rest(NetworkBuilder& builder) {
  builder.add_claim({.entity = "pact",
                     .attribute = "signatories",
                     .value = "28",
                     .source = "gazette#2",
                     .qualifier = "exact",
                     .date = "2023-11-02"});
  builder.add_claim({.entity = "pact",
                     .attribute = "signatories",
                     .value = "100",
                     .source = "letter",
                     .qualifier = "over",
                     .note = "press"});
  builder.add_series({.id = "summits",
                      .name = "The summits",
                      .editions = {"s1", "s2"},
                      .participation = {"attended", "signed"}});
  builder.add_container("eu", "member-of");
}

[[nodiscard]] inline Network network() {
  NetworkBuilder builder;
  builder.reading("example");
  builder.describe({.name = "example",
                    .title = "An *example* of everything",
                    .version = "1.2.0",
                    .description = "Made by hand.",
                    .licences = {"CC-BY-4.0", "House rules"},
                    .contributors = {{"A. Person", "author"}, {"B. Person", ""}},
                    .citation = "Person, A. (2024). Example.",
                    .directed = false});
  builder.add_rule({.type = "founded",
                    .title = "founded",
                    .description = "set it up",
                    .sources = {"organisation", "person"},
                    .targets = {"initiative"}});
  builder.add_rule({.type = "attended", .targets = {"summit"}, .during_summit = true});
  for (const char* type : {"signed", "hosted", "funds", "announced-at", "member-of"}) {
    builder.add_rule({.type = type});
  }
  add_sources(builder);
  add_entities(builder);
  add_relations(builder);
  add_rest(builder);
  return std::move(builder).finish();
}

[[nodiscard]] inline Graph graph(const Network& network) {
  return select(network);
}

// Degrees, and a score that is undefined at the first vertex.
[[nodiscard]] inline std::vector<NamedScores> scores(const Graph& graph) {
  NamedScores degree{"degree", "Degree", "Freeman 1979, doi:10.1016/0378-8733(78)90021-7", {}, {}};
  NamedScores rank{"pagerank", "PageRank", "Brin & Page 1998", {{"damping", "0.85"}}, {}};
  rank.scores.convergence = Convergence{12, 1e-13, true};
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    degree.scores.values.push_back(static_cast<double>(graph.degree(v)));
    rank.scores.values.push_back(v == 0 ? std::nan("") : 1.0 / (1.0 + static_cast<double>(v)));
  }
  return {degree, rank};
}

// Even and odd vertices.
[[nodiscard]] inline NamedPartition communities(const Graph& graph) {
  NamedPartition found;
  found.name = "leiden";
  found.title = "Leiden";
  found.reference = "Traag et al. 2019";
  found.parameters = {{"resolution", "1"}};
  found.quality_name = "modularity";
  std::vector<std::uint32_t> labels;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) labels.push_back(v % 2);
  found.partition = canonical(labels);
  found.partition.quality = 0.25;
  found.modularity = 0.25;
  for (const auto& vertices : members(found.partition)) {
    found.communities.push_back({vertices, 3.0, 0.5});
  }
  NamedPartition::Stability stability{10, 0.75, 0.2, 0.25, 3, {}, false};
  stability.confidence.assign(graph.vertex_count(), 1.0);
  if (graph.vertex_count() > 2) {
    stability.confidence[0] = 0.25;
    stability.confidence[2] = 0.5;
  }
  stability.quality_lower = 0.21;
  stability.quality_median = 0.22;
  stability.quality_upper = 0.23;
  stability.quality_sd = 0.01;
  if (graph.vertex_count() > 2) stability.wavering = {0, 2};
  stability.distance_nearest = 0.125;
  stability.distance_mean = 0.0625;
  stability.distance_farthest = 0.5;
  stability.solutions = {{6, 2, 2, 0.25, 0.0}, {4, 1, 5, 0.24, 0.5}};
  found.stability = std::move(stability);
  Trait kind{Trait::Of::attribute, "kind", "a|b *c*", "", 2, 3, 1.5, 0.001, 0.01};
  Trait signed_it{Trait::Of::tied_to, "signed", "node", "pact", 3, 3, 1.25, 0.0001, 0.002};
  found.descriptions = {{"signatories of \"node\" | *x*", {2, 0}, {signed_it, kind}, true},
                        {"around France", {3}, {}}};
  found.together = CoMembership{0.1, 10, {{0, 2, 0.5}, {1, 3, 1.0}}};
  found.beyond_chance = BeyondChance{20, 0.22, 0.125, 0.03125, 3.04, 1.0 / 21.0};
  return found;
}

[[nodiscard]] inline ResolutionProfile resolution_profile() {
  ResolutionProfile profile;
  profile.name = "leiden";
  profile.title = "Leiden";
  profile.reference = "Traag et al. 2019";
  profile.parameters = {{"quality", "modularity"}, {"runs", "5"}};
  profile.quality_name = "modularity";
  profile.distinct = 7;
  profile.points = {{0.25, 1, 0.75, 1.0, 0.0, 0.25, 0.4, std::nullopt},
                    {0.5, 2, 0.5, 0.95, 0.2, 0.4, 1.5, 0},
                    {1.0, 2, 0.25, 1.0, 0.0, 0.4, 1.5, 0},
                    {2.0, 5, -0.125, 0.6, 0.3, 1.5, 2.0, std::nullopt}};
  profile.plateaus = {{1.0, 0.5, 1.0, 2, 0.975, true}};
  profile.ranges = {{0.25, 0.4, 1, 0.0}, {0.4, 1.5, 2, 0.25}, {1.5, 2.0, 5, 0.2}};
  return profile;
}

[[nodiscard]] inline Continuity continuity(const Network& network) {
  const auto at = [&network](const char* id) { return network.index_of(id); };
  Continuity found;
  found.series = "summits";
  found.participation = {"attended", "signed"};
  found.null_model = "hypergeometric";
  found.samples = 100;
  found.seed = 1;
  found.editions = {{at("s1"), {at("fra")}, 1, 0, 0, 0},
                    {at("s2"), {at("deu"), at("fra")}, 1, 0, 0, 1}};
  Transition step;
  step.from = 0;
  step.to = 1;
  step.retained = 1;
  step.entered = 1;
  step.retention = 1.0;
  step.inheritance = 0.5;
  step.jaccard = 0.5;
  step.universe = 3;
  step.expected_retained = 2.0 / 3.0;
  step.expected_sd = 0.5;
  step.p_value = 2.0 / 3.0;
  found.transitions = {step};
  found.all_pairs = {step};
  found.entities = {{at("deu"), {1}, 1}, {at("fra"), {0, 1}, 2}};
  step.bounds = OverlapBounds{1, 2, false, 0.5, 1.0, 0.25, 1.0, 100, 5, 1.25, 1.0, 2.0, 0.0, ""};
  found.groups = {
      {"all", "", {1, 2}, {{2, 0.5, 0}, {2, 1.0, 0}}, {step}, {2, 2, 2.0 / 3.0, {2, 1}}}};
  const SurvivalCurve curve{
      "all", 2, 1, {{1.0, 2, 1, 0, 0.5, 0.5, 0.25, 0.125, 0.75}}, std::optional<double>(1.0)};
  found.life.since_first = curve;
  found.life.by_kind = {curve};
  found.life.between_kinds.groups = {{"country", 2, 1, 1.0}};
  found.life.stays = {curve};
  found.tests = {
      {"s1 to s2", "retained", 1.0, 0.75, 0.5, 0.5, 0.25, 0.5, 100, 1, 1.0 / 101.0,
       Alternative::greater, "fixed margins", ""},
      {"whole series", "shared by neighbours in total", std::nullopt, std::nullopt, std::nullopt,
       std::nullopt, std::nullopt, std::nullopt, 0, 0, 0.0, Alternative::greater,
       "order permutation", "fewer than three editions have no other order"}};
  found.mixing = {2, 50, 0.125, 77.5, 0.25, 0.5};
  found.hosts = {{0, {at("fra")}, {}, {}, {at("deu")}, false, std::nullopt, {}, {}},
                 {1, {}, {}, {}, {}, std::nullopt, 201, {}, {}}};
  found.uptakes = {{at("fund"), 0, 1, kNone, {}}};
  found.not_taken_up = {{at("pact"), 0}};
  return found;
}

[[nodiscard]] inline Provenance provenance() {
  return {{{"status", "realised"}, {"confidence", "secondary"}},
          {{"seed", "1"}},
          "summitry report example -o out"};
}

}  // namespace summitry::example
