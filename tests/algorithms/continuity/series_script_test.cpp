// The builder of series_script.hpp, and that the Southern Women are the 89-tie copy.
#include "tests/algorithms/continuity/series_script.hpp"

#include <set>

#include "engine/network_builder.hpp"
#include "tests/support/catch.hpp"

namespace summitry::testing {
namespace {

void add_entity(NetworkBuilder& builder, const std::string& id, const std::string& kind,
                const Held& held = {}) {
  EntityRow row;
  row.id = id;
  row.kind = kind;
  row.name = id;
  row.from = held.from;
  row.to = held.to;
  row.sources = "record";
  builder.add_entity(row);
}

void add_relation(NetworkBuilder& builder, const Said& said, std::size_t basis) {
  RelationRow row;
  row.source = said.source;
  row.type = said.type;
  row.target = said.target;
  row.summit = said.summit;
  row.status = said.status;
  row.confidence = said.confidence;
  if (said.confidence != "unverified") row.sources = "record";
  if (!said.basis.empty()) row.attributes.push_back({basis, said.basis});
  builder.add_relation(row);
}

}  // namespace

Network series_network(const std::vector<Held>& editions, const std::vector<Said>& said,
                       const std::vector<Kind>& kinds, const std::vector<Stated>& stated) {
  NetworkBuilder builder;
  // Tests say odd things on purpose: any kind may stand at either end.
  for (const char* type : {"announced-at", "signed"}) {
    RelationRule rule;
    rule.type = type;
    builder.add_rule(rule);
  }
  const std::size_t basis = builder.declare_relation_attribute({"basis", ColumnType::text, "", ""});
  SourceRow source;
  source.id = "record";
  source.title = "The record";
  builder.add_source(source);
  std::set<std::string> known;
  for (const Held& held : editions) {
    add_entity(builder, held.id, "summit", held);
    known.insert(held.id);
  }
  for (const Kind& entity : kinds) {
    add_entity(builder, entity.id, entity.kind);
    known.insert(entity.id);
  }
  for (const Said& one : said) {
    for (const std::string& id : {one.source, one.target}) {
      if (known.insert(id).second) add_entity(builder, id, "country");
    }
  }
  for (const Said& one : said) add_relation(builder, one, basis);
  for (const Stated& one : stated) {
    ClaimRow row;
    row.entity = one.entity;
    row.attribute = one.attribute;
    row.value = one.value;
    row.source = "record";
    builder.add_claim(row);
  }
  SeriesRow series;
  series.id = "series";
  series.name = "A series";
  for (const Held& held : editions) series.editions.push_back(held.id);
  series.participation = {"attended", "signed"};
  builder.add_series(series);
  return std::move(builder).finish();
}

Network attended(const std::vector<std::vector<std::string>>& rosters) {
  std::vector<Held> editions;
  std::vector<Said> said;
  for (std::size_t t = 0; t < rosters.size(); ++t) {
    editions.push_back({"s" + std::to_string(t + 1)});
    for (const std::string& who : rosters[t]) said.push_back({who, "attended", editions[t].id});
  }
  return series_network(editions, said);
}

std::vector<std::vector<std::uint32_t>> southern_women() {
  const std::vector<std::vector<std::size_t>> events_of = {{1, 2, 3, 4, 5, 6, 8, 9},   // Evelyn
                                                           {1, 2, 3, 5, 6, 7, 8},      // Laura
                                                           {2, 3, 4, 5, 6, 7, 8, 9},   // Theresa
                                                           {1, 3, 4, 5, 6, 7, 8},      // Brenda
                                                           {3, 4, 5, 7},               // Charlotte
                                                           {3, 5, 6, 8},               // Frances
                                                           {5, 6, 7, 8},               // Eleanor
                                                           {6, 8, 9},                  // Pearl
                                                           {5, 7, 8, 9},               // Ruth
                                                           {7, 8, 9, 12},              // Verne
                                                           {8, 9, 10, 12},             // Myra
                                                           {8, 9, 10, 12, 13, 14},     // Katherina
                                                           {7, 8, 9, 10, 12, 13, 14},  // Sylvia
                                                           {6, 7, 9, 10, 11, 12, 13, 14},  // Nora
                                                           {7, 8, 10, 11, 12},             // Helen
                                                           {8, 9},    // Dorothy
                                                           {9, 11},   // Olivia
                                                           {9, 11}};  // Flora
  std::vector<std::vector<std::uint32_t>> rosters(14);
  for (std::uint32_t woman = 0; woman < events_of.size(); ++woman) {
    for (const std::size_t event : events_of[woman]) rosters[event - 1].push_back(woman);
  }
  return rosters;
}

TEST_CASE("series samples: the Southern Women have their 89 attendances",
          "[algorithms][continuity]") {
  const std::vector<std::size_t> sizes = {3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3};
  const auto rosters = southern_women();
  REQUIRE(rosters.size() == 14);
  for (std::size_t e = 0; e < 14; ++e) CHECK(rosters[e].size() == sizes[e]);
}

}  // namespace summitry::testing
