#include "engine/network_builder.hpp"

#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "engine/error.hpp"
#include "engine/name_index.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace summitry;
using testing::summit_builder;
using testing::summit_network;

namespace {

// The findings of one relation row added to the small network, as printed.
std::vector<std::string> findings_of(const RelationRow& row) {
  NetworkBuilder builder = summit_builder();
  builder.reading("relations.csv");
  builder.add_relation(row);
  std::vector<std::string> lines;
  for (const Finding& finding : std::move(builder).build().findings) {
    lines.push_back(to_string(finding));
  }
  return lines;
}

RelationRow row(Cell source, Cell type, Cell target) {
  RelationRow made;
  made.source = source;
  made.type = type;
  made.target = target;
  return made;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("builder: a network keeps every field of a relation", "[engine][builder]") {
  const Network network = summit_network();
  REQUIRE(network.relation_count() == 14);
  CHECK(network.entities().size() == 8);
  const EntityIndex eu = network.index_of("eu");
  std::vector<Relation> funding;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    if (network.relation(i).type == "funds") funding.push_back(network.relation(i));
  }
  REQUIRE(funding.size() == 1);
  CHECK(funding[0].source == eu);
  CHECK(network.entity(funding[0].target).id == "fund");
  CHECK(funding[0].weight == 2.5);
  CHECK(funding[0].amount == 1e6);
  CHECK(funding[0].currency == "EUR");
  CHECK(funding[0].confidence == Confidence::secondary);
  CHECK(funding[0].note == "over five years");
  CHECK(funding[0].summit == kNone);
  REQUIRE(funding[0].citations.size() == 2);
  CHECK(network.sources()[funding[0].citations[0].source].id == "press");
  CHECK(network.sources()[funding[0].citations[1].source].id == "gov");
  CHECK(funding[0].citations[1].locator == "annex");
}

TEST_CASE("builder: missing stays missing", "[engine][builder]") {
  const Network network = summit_network();
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation relation = network.relation(i);
    if (relation.type == "funds") continue;
    CHECK_FALSE(relation.weight);
    CHECK_FALSE(relation.amount);
    CHECK(relation.currency.empty());
    CHECK(relation.note.empty());
  }
}

TEST_CASE("builder: rows in any order make the same network", "[engine][builder]") {
  const std::vector<std::array<const char*, 3>> rows{
      {"a", "x", "b"}, {"b", "x", "a"}, {"a", "x", "c"}, {"a", "w", "b"}, {"c", "x", "a"}};
  const auto hash = [&rows](std::uint64_t seed) {
    Random random(seed);
    std::vector<const char*> ids{"a", "b", "c"};
    auto shuffled = rows;
    random.shuffle(std::span(ids));
    random.shuffle(std::span(shuffled));
    NetworkBuilder builder;
    for (const char* id : ids) builder.ensure_entity(id, "thing");
    for (const auto& [source, type, target] : shuffled) {
      builder.add_relation(row(source, type, target));
    }
    return std::move(builder).finish().content_hash();
  };
  CHECK(hash(1).size() == 64);
  for (std::uint64_t seed = 2; seed < 20; ++seed) CHECK(hash(seed) == hash(1));
}

TEST_CASE("builder: any change of content changes the hash", "[engine][builder]") {
  const std::string before = summit_network().content_hash();
  CHECK(before == summit_network().content_hash());
  NetworkBuilder more = summit_builder();
  more.add_relation(row("ago", "signed", "fund"));
  CHECK(std::move(more).finish().content_hash() != before);
  NetworkBuilder claim = summit_builder();
  ClaimRow added;
  added.entity = "one-2023";
  added.attribute = "countries";
  added.value = "28";
  added.source = "gov";
  claim.add_claim(added);
  CHECK(std::move(claim).finish().content_hash() != before);
}

TEST_CASE("builder: unknown ids are named with the nearest", "[engine][builder]") {
  CHECK(findings_of(row(Cell("agp", 7, 1), "attended", "one-2023")) ==
        Lines{"relations.csv:7:1: error: unknown entity \"agp\" as source; did you mean \"ago\"?"});
  CHECK(findings_of(row("ago", "attended", Cell("nowhere-else", 7, 14))) ==
        Lines{"relations.csv:7:14: error: unknown entity \"nowhere-else\" as target; add it to the "
              "entities"});
  RelationRow cited = row("ago", "funds", "fund");
  cited.sources = Cell("gov|presss", 3, 40);
  CHECK(findings_of(cited) ==
        Lines{"relations.csv:3:40: error: unknown source \"presss\"; did you mean \"press\"?"});
}

TEST_CASE("builder: bad words, dates and numbers are named", "[engine][builder]") {
  RelationRow bad = row("ago", "funds", "fund");
  bad.status = Cell("realized", 2, 4);
  bad.from = Cell("2025-02-30", 2, 14);
  bad.weight = Cell("1,5", 2, 25);
  bad.currency = Cell("euro", 2, 30);
  bad.confidence = Cell("sure", 2, 35);
  CHECK(
      findings_of(bad) ==
      Lines{"relations.csv:2:4: error: unknown status \"realized\"; did you mean \"realised\"?",
            "relations.csv:2:14: error: bad date \"2025-02-30\"; write YYYY, YYYY-MM or "
            "YYYY-MM-DD of a day that exists",
            "relations.csv:2:25: error: bad number \"1,5\" as weight; write digits with a point as "
            "decimal separator, such as 1500000 or 2.5",
            "relations.csv:2:30: error: bad currency \"euro\"; write the three capital letters of "
            "ISO 4217, such as EUR",
            "relations.csv:2:35: error: unknown confidence \"sure\"; write official, secondary or "
            "unverified"});
}

TEST_CASE("builder: a relation type forbids kinds, by standard or by the data set",
          "[engine][builder]") {
  CHECK(findings_of(row(Cell("declaration", 5, 1), "attended", "one-2023")) ==
        Lines{"relations.csv:5:1: error: \"attended\" cannot have the document \"declaration\" as "
              "its source; its source must be of kind country, organisation or person"});
  NetworkBuilder builder = summit_builder();
  builder.add_rule({"attended", "", "", {}, {"document"}, false});
  builder.reading("relations.csv");
  builder.add_relation(row("fund", "attended", "declaration"));
  CHECK(std::move(builder).build().findings.empty());
}

TEST_CASE("builder: attendance outside the days of the summit is an error", "[engine][builder]") {
  RelationRow late = row("cod", "attended", "two-2024");
  late.from = Cell("2024-05-23", 9, 30);
  CHECK(
      findings_of(late) ==
      Lines{"relations.csv:9:30: error: the date \"2024-05-23\" is outside two-2024 (2024-05-21 to "
            "2024-05-22); give a day of the summit, or leave the date empty"});
  late.from = "2024-05";
  CHECK(findings_of(late).empty());
}

TEST_CASE("builder: a summit must be a summit or an edition", "[engine][builder]") {
  RelationRow odd = row("ago", "funds", "fund");
  odd.summit = Cell("declaration", 4, 20);
  CHECK(
      findings_of(odd) ==
      Lines{"relations.csv:4:20: error: \"declaration\" is of kind document, not a summit; name an "
            "entity of kind summit, or an edition of a series"});
}

TEST_CASE("builder: duplicates point to the first", "[engine][builder]") {
  NetworkBuilder builder;
  builder.reading("entities.csv");
  EntityRow entity;
  entity.id = Cell("fra", 2, 1);
  entity.kind = "country";
  entity.name = "France";
  builder.add_entity(entity);
  entity.id = Cell("fra", 3, 1);
  builder.add_entity(entity);
  const Built built = std::move(builder).build();
  REQUIRE(built.findings.size() == 1);
  CHECK_FALSE(built.network);
  CHECK(
      to_string(built.findings[0]) ==
      "entities.csv:3:1: error: duplicate id \"fra\", first given on line 2; give every entity an "
      "id of its own, or merge the rows");
}

TEST_CASE("builder: a repeated relation is kept and warned about", "[engine][builder]") {
  RelationRow repeated = row(Cell("eu", 12, 1), "funds", "fund");
  CHECK(findings_of(repeated) ==
        Lines{"relations.csv:12: warning: the same relation as on line 0; merge the two rows and "
              "their sources; both are kept"});
}

TEST_CASE("builder: every fault of a row is found in one pass", "[engine][builder]") {
  NetworkBuilder builder;
  builder.reading("entities.csv");
  EntityRow entity;
  entity.id = Cell(" x", 2, 1);
  entity.iso3 = Cell("fr", 2, 9);
  entity.kind = Cell("", 2, 4);
  entity.name = Cell("", 2, 5);
  entity.from = Cell("2025", 2, 12);
  entity.to = Cell("2024", 2, 17);
  builder.add_entity(entity);
  std::vector<std::size_t> columns;
  for (const Finding& finding : std::move(builder).build().findings) {
    columns.push_back(finding.column);
  }
  CHECK(columns == std::vector<std::size_t>{1, 4, 5, 9, 17});
}

TEST_CASE("builder: finish() throws with all findings", "[engine][builder]") {
  NetworkBuilder builder = summit_builder();
  builder.reading("relations.csv");
  builder.add_relation(row(Cell("x1", 2, 1), "funds", Cell("x2", 2, 9)));
  try {
    static_cast<void>(std::move(builder).finish());
    FAIL("a network with unknown ids was made");
  } catch (const LoadError& error) {
    CHECK(error.findings().size() == 2);
    CHECK_THAT(error.what(), Catch::Contains("and 1 further errors"));
  }
}

TEST_CASE("builder: a flood of faults is cut, and the cut is said", "[engine][builder]") {
  NetworkBuilder builder;
  builder.reading("relations.csv");
  for (std::size_t line = 1; line <= 50'000; ++line) {
    builder.add_relation(row(Cell("nobody", line, 1), "x", Cell("nothing", line, 8)));
  }
  const Built built = std::move(builder).build();
  CHECK(built.findings.size() <= 20'001);
  CHECK_THAT(built.findings.back().what, Catch::Contains("further findings"));
}

TEST_CASE("builder: series and containers must name what is there", "[engine][builder]") {
  NetworkBuilder builder = summit_builder();
  builder.reading("series.json");
  SeriesRow series;
  series.id = Cell("numbers", 2, 3);
  series.editions = {"one-2023"};
  builder.add_series(series);
  series.id = Cell("others", 3, 3);
  series.editions = {Cell("two-2024", 3, 9), Cell("two-2024", 3, 20), Cell("three", 3, 31)};
  series.participation = {"atended"};
  builder.add_series(series);
  builder.add_container(Cell("ue", 5, 1), "member-of");
  Lines lines;
  for (const Finding& finding : std::move(builder).build().findings) {
    lines.push_back(to_string(finding));
  }
  REQUIRE(lines.size() == 5);
  CHECK_THAT(lines[0], Catch::StartsWith("series.json:2:3: error: duplicate series \"numbers\""));
  CHECK(
      lines[1] ==
      "series.json:3:3: warning: series \"others\" counts \"atended\", which no relation has; did "
      "you mean \"attended\"?");
  CHECK_THAT(lines[2], Catch::Contains("\"two-2024\" stands twice"));
  CHECK_THAT(lines[3], Catch::Contains("unknown entity \"three\" as edition"));
  CHECK_THAT(lines[4], Catch::Contains("unknown entity \"ue\" as container; did you mean \"eu\"?"));
}

TEST_CASE("network: names that are not there are answered with the nearest", "[engine][network]") {
  const Network network = summit_network();
  CHECK_THROWS_WITH(network.index_of("belg"), "unknown entity \"belg\"; did you mean \"bel\"?");
  CHECK(network.series("").id == "numbers");
  CHECK_THROWS_AS(network.series("numbres"), UnknownName);
  CHECK_THROWS_WITH(network.relation_column("x"),
                    "unknown attribute of relations \"x\"; there is none");
  CHECK(network.kinds().size() == 5);
  CHECK(network.relation_types().front().name == "announced-at");
}

TEST_CASE("network builder: many rows at once are the same as one by one", "[engine][builder]") {
  const std::vector<std::string_view> ids = {"b", "a", "c", "b"};
  std::vector<std::size_t> hashes;
  for (const std::string_view id : ids) hashes.push_back(NameIndex::hash_of(id));
  NetworkBuilder at_once;
  NetworkBuilder one_by_one;
  for (NetworkBuilder* builder : {&at_once, &one_by_one}) {
    static_cast<void>(builder->declare_entity_attribute({"size", ColumnType::integer, "", ""}));
    static_cast<void>(builder->declare_relation_attribute({"basis", ColumnType::text, "", ""}));
    builder->allow_repeats();
    builder->ensure_entity("a", "entity");
    builder->ensure_entity("z", "entity");
    RelationRow made;
    made.source = "a";
    made.target = "z";
    made.type = "signed";
    builder->add_relation(made);
  }
  const std::vector<EntityIndex> found = at_once.ensure_entities(ids, hashes, "entity");
  REQUIRE(found.size() == 4);
  CHECK(found[0] == found[3]);
  CHECK(found[1] == 0);  // was there
  CHECK(at_once.find_entities(ids, hashes) == found);
  const std::vector<EntityIndex> targets = {found[1], found[2], found[1], found[2]};
  const std::vector<std::uint32_t> types(4, at_once.intern_type("knows"));
  const std::vector<double> weights = {1.5, std::nan(""), 2.0, 0.0};
  at_once.add_relations({found, targets, std::span(types).first(1), {}});
  at_once.add_relations({found, targets, types, weights});
  RelationRow made;
  made.type = "knows";
  const std::vector<std::string> numbers = {"1.5", "", "2", "0"};
  for (const std::string_view id : ids) one_by_one.ensure_entity(Cell(id), "entity");
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      made.source = ids[i];
      made.target = i % 2 == 0 ? "a" : "c";
      made.weight = pass == 0 ? Cell() : Cell(numbers[i]);
      one_by_one.add_relation(made);
    }
  }
  CHECK(std::move(at_once).finish().content_hash() ==
        std::move(one_by_one).finish().content_hash());
}

TEST_CASE("network builder: relations that differ in their ends alone are in the usual order",
          "[engine][builder][parallel]") {
  constexpr std::uint32_t kMany = 100'000;  // enough for two threads
  Random random(3);
  std::vector<std::string> ids;
  for (int i = 0; i < 500; ++i) ids.push_back(std::to_string(i));
  std::vector<std::array<std::string_view, 2>> rows;
  for (std::uint32_t i = 0; i < kMany; ++i) {
    rows.push_back({ids[random.below(ids.size())], ids[random.below(ids.size())]});
  }
  // What `allow` leaves out compares rows one by one, for its warnings.
  const auto hash = [&rows](bool allow, int threads) {
    NetworkBuilder builder;
    if (allow) builder.allow_repeats();
    for (const auto& [source, target] : rows) {
      builder.ensure_entity(Cell(source), "entity");
      builder.ensure_entity(Cell(target), "entity");
      builder.add_relation(row(Cell(source), "knows", Cell(target)));
    }
    return std::move(builder).build({.threads = threads}).network->content_hash();
  };
  const std::string expected = hash(false, 1);
  for (const int threads : {1, 2, 4}) CHECK(hash(true, threads) == expected);
}

TEST_CASE("network builder: a name alone and a described entity stand in one network",
          "[engine][builder]") {
  const auto hash = [](bool at_once) {
    NetworkBuilder builder;
    builder.allow_repeats();
    const std::vector<std::string_view> first = {"m", "c"};
    const std::vector<std::string_view> second = {"z", "b", "z"};
    const auto ensure = [&](const std::vector<std::string_view>& ids) {
      std::vector<std::size_t> hashes;
      for (const std::string_view id : ids) hashes.push_back(NameIndex::hash_of(id));
      if (at_once) static_cast<void>(builder.ensure_entities(ids, hashes, "entity"));
      for (const std::string_view id : ids) builder.ensure_entity(Cell(id), "entity");
    };
    ensure(first);
    EntityRow described;
    described.id = "k";
    described.kind = "country";
    described.name = "K";
    described.from = "2024";
    builder.add_entity(described);
    ensure(second);
    return std::move(builder).finish().content_hash();
  };
  CHECK(hash(true) == hash(false));
}

TEST_CASE("network: ten million relations without attributes fit in 1 GiB", "[engine][scale]") {
  NetworkBuilder builder;
  builder.allow_repeats();
  std::vector<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.push_back(std::to_string(i));
  for (const std::string& id : ids) builder.ensure_entity(id, "entity");
  Random random(1);
  RelationRow made;
  made.type = "related";
  for (int i = 0; i < 10'000'000; ++i) {
    made.source = ids[random.below(ids.size())];
    made.target = ids[random.below(ids.size())];
    builder.add_relation(made);
  }
  const Network network = std::move(builder).finish();
  CHECK(network.relation_count() == 10'000'000);
  CHECK(network.relation_bytes() <= std::size_t{1024} * 1024 * 1024);
  CHECK(network.relation_bytes() >= std::size_t{80} * 1000 * 1000);  // 8 bytes each are counted
  CHECK(network.relation_bytes() < std::size_t{81} * 1000 * 1000);   // what all share costs nothing
}
