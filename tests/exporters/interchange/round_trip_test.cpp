// What was exported and loaded again is what was there, in all that the format can hold.
#include <algorithm>
#include <vector>

#include "engine/number.hpp"
#include "exporters/interchange/gexf.hpp"
#include "exporters/interchange/graphml.hpp"
#include "exporters/interchange/xml_writer.hpp"
#include "loaders/gexf/gexf.hpp"
#include "loaders/graphml/graphml.hpp"
#include "tests/exporters/interchange/nasty.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// All values of a row by column, in text; missing ones are left out, as are columns without any.
std::string values_of(std::span<const Column> columns, std::size_t row) {
  std::vector<std::string> all;
  for (const Column& column : columns) {
    if (!column.missing(row))
      all.push_back(column.info().name + "=" + to_string(column.value(row)));
  }
  std::sort(all.begin(), all.end());
  std::string text;
  for (const std::string& one : all) text += " " + one;
  return text;
}

std::string text_of(const std::optional<Date>& date) {
  return date ? to_string(*date) : "";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += "|" + word;
  return text;
}

std::vector<std::string> entities_of(const Network& network) {
  std::vector<std::string> all;
  for (EntityIndex e = 0; e < network.entities().size(); ++e) {
    const Entity& entity = network.entity(e);
    all.push_back(entity.id + " kind=" + entity.kind + " name=" + entity.name + " subtype=" +
                  entity.subtype + " iso3=" + entity.iso3 + " aliases=" + joined(entity.aliases) +
                  " description=" + entity.description + " from=" + text_of(entity.active.from) +
                  " to=" + text_of(entity.active.to) + values_of(network.entity_columns(), e));
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> relations_of(const Network& network) {
  std::vector<std::string> all;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation r = network.relation(i);
    all.push_back(network.entity(r.source).id + " " + std::string(r.type) + " " +
                  network.entity(r.target).id + " status=" + std::string(to_string(r.status)) +
                  " role=" + std::string(r.role) +
                  " summit=" + (r.summit == kNone ? "" : network.entity(r.summit).id) +
                  " from=" + text_of(r.when.from) + " to=" + text_of(r.when.to) +
                  " weight=" + (r.weight ? shortest(*r.weight) : "") +
                  " amount=" + (r.amount ? shortest(*r.amount) : "") + std::string(r.currency) +
                  " " + std::string(to_string(r.confidence)) + " note=" + std::string(r.note) +
                  values_of(network.relation_columns(), i));
  }
  std::sort(all.begin(), all.end());
  return all;
}

Selection everything() {
  return {.statuses = {Status::planned, Status::announced, Status::realised, Status::declined,
                       Status::withdrawn},
          .least_confidence = Confidence::unverified,
          .parallel = Parallel::keep};
}

// XML has no control characters but those of lines and tabs.
std::vector<std::string> in_xml(std::vector<std::string> lines) {
  for (std::string& line : lines) line = interchange::xml_characters(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

void check_same(const Network& before, const Built& built) {
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  const Network& after = *built.network;
  CHECK(after.dataset().name == before.dataset().name);
  CHECK(after.dataset().title == before.dataset().title);
  CHECK(after.dataset().directed == before.dataset().directed);
  CHECK(entities_of(after) == in_xml(entities_of(before)));
  CHECK(relations_of(after) == in_xml(relations_of(before)));
}

}  // namespace

TEST_CASE("round trip: GraphML of random networks", "[exporters][interchange][graphml]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const example::Whole whole(testing::random_network(seed), everything());
    check_same(whole.network, read_graphml(to_graphml(whole.plain()), "g"));
  }
}

TEST_CASE("round trip: GEXF of random networks", "[exporters][interchange][gexf]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const example::Whole whole(testing::random_network(seed), everything());
    const GexfVersion version = seed % 2 == 0 ? GexfVersion::v1_2 : GexfVersion::v1_3;
    check_same(whole.network, read_gexf(to_gexf(whole.plain(), version), "g"));
  }
}

TEST_CASE("round trip: names that XML and programs trip over, drawn and not",
          "[exporters][interchange][graphml][gexf]") {
  for (const Places places : {Places::none, Places::drawn}) {
    for (const bool directed : {false, true}) {
      const example::Whole whole(example::nasty_network(directed), everything());
      ExportParts parts = whole.plain();
      parts.places = places;
      check_same(whole.network, read_graphml(to_graphml(parts), "g"));
      check_same(whole.network, read_gexf(to_gexf(parts), "g"));
    }
  }
}

TEST_CASE("round trip: every column keeps its type", "[exporters][interchange][graphml][gexf]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const example::Whole whole(testing::random_network(seed), everything());
    for (const Built& built :
         {read_graphml(to_graphml(whole.plain()), "g"), read_gexf(to_gexf(whole.plain()), "g")}) {
      REQUIRE(built.network);
      for (const Column& column : built.network->entity_columns()) {
        const ColumnType type = whole.network.entity_column(column.info().name).info().type;
        CHECK(column.info().type == type);
      }
    }
  }
}

}  // namespace summitry
