// Tests of the charts of what carries over: blocs, ranks and lineages as they were found.
#include "exporters/charts/of_persistence.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

EntityIndex at(const Network& network, const char* id) {
  return *network.find(id);
}

Continuity two_editions(const Network& network) {
  Continuity continuity;
  continuity.series = "numbers";
  continuity.participation = {"attended"};
  continuity.editions.resize(2);
  continuity.editions[0].summit = at(network, "one-2023");
  continuity.editions[1].summit = at(network, "two-2024");
  return continuity;
}

Standing place(const Network& network, const char* id, std::size_t edition, std::size_t rank) {
  Standing one;
  one.entity = at(network, id);
  one.edition = edition;
  one.rank = rank;
  return one;
}

const BumpChart::Line& line(const BumpChart& chart, const std::string& name) {
  const auto found = std::find_if(chart.lines.begin(), chart.lines.end(),
                                  [&](const auto& one) { return one.name == name; });
  REQUIRE(found != chart.lines.end());
  return *found;
}

TEST_CASE("ranks: every participant has a place of its own, and a shared rank says so",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  Positions positions;
  positions.measure = "degree";
  positions.places = {place(network, "ago", 0, 1), place(network, "ago", 1, 2),
                      place(network, "bel", 0, 2), place(network, "bel", 1, 1),
                      place(network, "cod", 0, 2), place(network, "eu", 0, 2)};
  const BumpChart chart = bump_of_positions(network, two_editions(network), positions, 2);
  CHECK(chart.depth == 2);
  REQUIRE(chart.lines.size() == 2);  // cod and eu are third and fourth, by id
  const BumpChart::Line& bel = line(chart, "Belgium");
  CHECK(bel.ranks[0] == 2U);
  CHECK(bel.ranks[1] == 1U);
  CHECK(bel.labels == std::vector<std::string>{"2=", "1"});
  CHECK(line(chart, "Angola").labels == std::vector<std::string>{"1", "2"});
  CHECK(chart.text.caption.find("At Summit One 3 share rank 2") != std::string::npos);
  CHECK(chart.text.title == "Numbered summits: the first 2 by degree");

  const BumpChart all = bump_of_positions(network, two_editions(network), positions, 0);
  CHECK(all.depth == 4);
  CHECK(all.lines.size() == 4);
  CHECK_FALSE(line(all, "European Union").ranks[1]);
  CHECK(all.text.caption.find("share rank") == std::string::npos);
}

TEST_CASE("blocs: colours are for those that last, flows for members of both editions",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  Persistence persistence;
  persistence.blocs.method = "leiden";
  persistence.blocs.runs = 20;
  persistence.blocs.editions.resize(2);
  const auto sorted = [&](std::vector<const char*> ids) {
    std::vector<EntityIndex> entities;
    for (const char* id : ids) entities.push_back(at(network, id));
    std::sort(entities.begin(), entities.end());
    return entities;
  };
  EditionBlocs& first = persistence.blocs.editions[0];
  first.entities = sorted({"ago", "bel", "cod"});
  first.communities = 2;
  for (const EntityIndex entity : first.entities) {
    first.community.push_back(entity == at(network, "cod") ? 1 : 0);
  }
  EditionBlocs& second = persistence.blocs.editions[1];
  second.entities = sorted({"ago", "cod", "eu"});
  second.communities = 1;
  second.community.assign(3, 0);
  persistence.blocs.life.threads = {{{{0, 0}, {1, 0}}, {}, {}}, {{{0, 1}}, {}, {}}};
  persistence.positions.places = {place(network, "bel", 0, 1), place(network, "ago", 0, 2)};

  const AlluvialChart chart = alluvial_of_blocs(network, two_editions(network), persistence);
  REQUIRE(chart.columns.size() == 2);
  REQUIRE(chart.columns[0].blocks.size() == 2);
  CHECK(chart.columns[0].blocks[0].name == "Belgium, Angola");  // by rank, not by id
  CHECK(chart.columns[0].blocks[0].size == 2.0);
  CHECK(chart.columns[0].blocks[0].group == 0U);
  CHECK_FALSE(chart.columns[0].blocks[1].group);
  CHECK(chart.columns[1].blocks[0].group == 0U);
  REQUIRE(chart.flows.size() == 2);  // ago, and cod; bel leaves, eu comes
  CHECK(chart.flows[0].from == 0);
  CHECK(chart.flows[1].from == 1);
  CHECK(chart.flows[0].size == 1.0);
  CHECK(chart.text.title == "Numbered summits: 1 of 2 blocs seen at two editions or more");
}

TEST_CASE("survival of work: a curve of all and of kinds that are not too small",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  const auto curve = [](const char* name, std::size_t subjects) {
    SurvivalCurve one;
    one.name = name;
    one.subjects = subjects;
    one.rows.resize(1);
    one.rows[0].time = 1.0;
    one.rows[0].at_risk = subjects;
    one.rows[0].events = 2;
    one.rows[0].survival = 0.75;
    return one;
  };
  const WorkSurvival survival{1, curve("all", 19), {curve("document", 9), curve("initiative", 10)}};
  const SurvivalChart chart = survival_of_work(network, two_editions(network), survival);
  REQUIRE(chart.curves.size() == 2);
  CHECK(chart.curves[0].steps[0].share == 0.75);
  CHECK(chart.curves[0].steps[0].at_risk == 19);
  CHECK(chart.curves[1].name == "Initiatives");
  CHECK(chart.until == Approx(1.3));
  CHECK(
      chart.text.caption.starts_with("19 works (initiatives, texts, bodies) with a known launch."));
}

TEST_CASE("lineage: what has kin stands at its edition, heirs of an edition behind the last",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  const auto member = [&](const char* id, std::optional<std::size_t> launched) {
    LineageMember one;
    one.entity = at(network, id);
    one.launched = launched;
    return one;
  };
  Lineage lineage;
  lineage.members = {member("declaration", 0), member("fund", {}), member("eu", {}),
                     member("cod", 1)};
  std::sort(lineage.members.begin(), lineage.members.end(),
            [](const auto& a, const auto& b) { return a.entity < b.entity; });
  lineage.descents = {{at(network, "declaration"), at(network, "fund"), 0, 1.0},
                      {at(network, "eu"), at(network, "declaration"), 0, 1.0}};
  lineage.main_path = {at(network, "declaration"), at(network, "fund")};

  const LineageChart chart = lineage_of_work(network, two_editions(network), lineage);
  CHECK(chart.columns == std::vector<std::string>{"Elsewhere", "Summit One", "Summit Two",
                                                  "Of no edition, descended from one"});
  REQUIRE(chart.items.size() == 3);  // cod has neither ancestor nor descendant
  const auto column = [&](const std::string& name) {
    const auto found = std::find_if(chart.items.begin(), chart.items.end(),
                                    [&](const auto& one) { return one.name == name; });
    REQUIRE(found != chart.items.end());
    return found->column;
  };
  CHECK(column("European Union") == 0);
  CHECK(column("Declaration One") == 1);
  CHECK(column("Common Fund") == 3);
  REQUIRE(chart.arcs.size() == 2);
  CHECK(chart.arcs[0].main_path);
  CHECK_FALSE(chart.arcs[1].main_path);
  CHECK(chart.text.caption.starts_with("1 more of the series"));
}

}  // namespace
}  // namespace summitry
