// Tests of the charts of a series: what they show is what continuity holds.
#include "exporters/charts/of_series.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

using Cell = ParticipationChart::Cell;

// ago and bel at both editions, eu at the first, cod declined there.
Continuity made(const Network& network) {
  const auto at = [&](const char* id) { return *network.find(id); };
  Continuity continuity;
  continuity.series = network.series().front().id;
  continuity.participation = {"attended", "signed"};
  continuity.editions.resize(2);
  continuity.editions[0].summit = at("one-2023");
  continuity.editions[1].summit = at("two-2024");
  continuity.entities = {{at("ago"), {0, 1}, 2}, {at("bel"), {1}, 1}, {at("eu"), {0}, 1}};
  std::sort(continuity.entities.begin(), continuity.entities.end(),
            [](const Attendance& a, const Attendance& b) { return a.entity < b.entity; });
  continuity.all_pairs.resize(1);
  continuity.all_pairs[0].to = 1;
  continuity.all_pairs[0].jaccard = 1.0 / 3;
  return continuity;
}

TEST_CASE("alluvial of participants: blocks by first edition, the absent at the foot",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  const AlluvialChart chart = alluvial_of_participants(network, made(network));
  REQUIRE(chart.columns.size() == 2);
  REQUIRE(chart.columns[0].blocks.size() == 1);
  CHECK(chart.columns[0].blocks[0].size == 2.0);  // ago, eu
  REQUIRE(chart.columns[1].blocks.size() == 3);
  CHECK(chart.columns[1].blocks[0].name == "again");
  CHECK(chart.columns[1].blocks[1].name == "for the first time");
  CHECK(chart.columns[1].blocks[2].name == "stay away");
  CHECK_FALSE(chart.columns[1].blocks[2].group);
  double flows = 0.0;
  for (const auto& flow : chart.flows) flows += flow.size;
  CHECK(flows == 2.0);  // bel comes from nowhere
  CHECK(chart.text.title.find("1 participant of 3 named at every edition") != std::string::npos);
}

TEST_CASE("participation: refusals are shown, and the constant come first", "[exporters][charts]") {
  const Network network = testing::summit_network();
  Continuity continuity = made(network);
  continuity.entities.push_back({*network.find("cod"), {1}, 1});
  const ParticipationChart chart = participation_of(network, continuity, 0);
  REQUIRE(chart.rows.size() == 4);
  CHECK(chart.rows[0].name == network.entity(*network.find("ago")).name);
  CHECK(chart.rows[0].cells[0] == Cell::signed_text);
  CHECK(chart.rows[0].cells[1] == Cell::took_part);
  const std::string cod = network.entity(*network.find("cod")).name;
  const auto row = std::find_if(chart.rows.begin(), chart.rows.end(),
                                [&](const auto& one) { return one.name == cod; });
  REQUIRE(row != chart.rows.end());
  CHECK(row->cells[0] == Cell::declined);
  CHECK(participation_of(network, continuity, 2).rows.size() == 2);
}

TEST_CASE("overlap of editions: a square for each pair", "[exporters][charts]") {
  const Network network = testing::summit_network();
  const HeatMapChart chart = overlap_of_editions(network, made(network));
  REQUIRE(chart.values.size() == 1);
  CHECK(chart.values[0][0] == Approx(1.0 / 3));
}

}  // namespace
}  // namespace summitry
