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

TEST_CASE("participation: whoever came and would not sign is shown as both",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  Continuity continuity = made(network);
  continuity.entities.push_back({*network.find("cod"), {0}, 1});
  const ParticipationChart chart = participation_of(network, continuity, 0);
  const std::string cod = network.entity(*network.find("cod")).name;
  const auto row = std::find_if(chart.rows.begin(), chart.rows.end(),
                                [&](const auto& one) { return one.name == cod; });
  REQUIRE(row != chart.rows.end());
  CHECK(row->cells[0] == Cell::took_part_declined);
  CHECK(row->cells[1] == Cell::nothing);
}

TEST_CASE("effects: retention beside the expected share, with what declared sizes leave open",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  Continuity continuity = made(network);
  Transition step;
  step.to = 1;
  step.retained = 1;
  step.left = 1;
  step.retention = 0.5;
  step.bounds = OverlapBounds{};
  step.bounds->retention_least = 0.2;
  step.bounds->retention_most = 0.4;  // the interval never leaves out the estimate
  continuity.transitions = {step};
  NullTest test;
  test.statistic = "retained";
  test.method = "fixed margins";
  test.mean = 1.5;
  test.p_value = 0.25;
  continuity.tests = {test, test};
  const ForestChart chart = effects_of_steps(network, continuity);
  REQUIRE(chart.rows.size() == 1);
  CHECK(chart.rows[0].name == "Summit One to Summit Two");
  CHECK(chart.rows[0].estimate == 0.5);
  CHECK(chart.rows[0].expected == 0.75);
  CHECK(chart.rows[0].low == 0.2);
  CHECK(chart.rows[0].high == 0.5);
  CHECK(chart.rows[0].note == "p = 0.250");
  continuity.tests[0].p_value.reset();
  CHECK(effects_of_steps(network, continuity).rows[0].note == "cannot be decided");
  continuity.tests.clear();
  CHECK(effects_of_steps(network, continuity).rows.empty());
}

TEST_CASE("survival of participants: steps where somebody left, and only kinds of some size",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  Continuity continuity = made(network);
  const auto curve = [](const char* name, std::size_t subjects) {
    SurvivalCurve one;
    one.name = name;
    one.subjects = subjects;
    one.rows.resize(2);
    one.rows[0].time = 1.0;
    one.rows[0].at_risk = subjects;
    one.rows[1].time = 2.0;
    one.rows[1].at_risk = subjects - 1;
    one.rows[1].events = 1;
    one.rows[1].survival = 0.8;
    one.rows[1].lower = 0.5;
    return one;
  };
  continuity.life.since_first = curve("", 12);
  continuity.life.by_kind = {curve("country", 10), curve("organisation", 9)};
  continuity.life.between_kinds.p_value = 0.0001;
  const SurvivalChart chart = survival_of_participants(network, continuity);
  REQUIRE(chart.curves.size() == 2);
  CHECK(chart.curves[1].name == "Countries");
  REQUIRE(chart.curves[0].steps.size() == 1);
  CHECK(chart.curves[0].steps[0].time == 2.0);
  CHECK(chart.curves[0].steps[0].share == 0.8);
  CHECK(chart.curves[0].steps[0].low == 0.5);
  CHECK(chart.curves[0].steps[0].high == 0.8);  // no upper end: the share itself
  CHECK(chart.curves[0].steps[0].at_risk == 11);
  CHECK(chart.text.caption.find("log-rank p < 0.001") != std::string::npos);
}

TEST_CASE("overlap of editions: a square for each pair, none below the diagonal",
          "[exporters][charts]") {
  const Network network = testing::summit_network();
  Continuity continuity = made(network);
  continuity.editions.push_back(continuity.editions[1]);
  continuity.all_pairs.resize(3);
  continuity.all_pairs[1].to = 2;
  continuity.all_pairs[1].jaccard = 0.25;
  continuity.all_pairs[2].from = 1;
  continuity.all_pairs[2].to = 2;
  continuity.all_pairs[2].jaccard = 0.5;
  const HeatMapChart chart = overlap_of_editions(network, continuity);
  REQUIRE(chart.values.size() == 2);
  CHECK(chart.values[0][0] == Approx(1.0 / 3));
  CHECK(chart.values[0][1] == 0.25);
  CHECK_FALSE(chart.values[1][0]);
  CHECK(chart.values[1][1] == 0.5);
}

TEST_CASE("overlap of editions: of two a single square", "[exporters][charts]") {
  const Network network = testing::summit_network();
  const HeatMapChart chart = overlap_of_editions(network, made(network));
  REQUIRE(chart.values.size() == 1);
  CHECK(chart.values[0][0] == Approx(1.0 / 3));
}

}  // namespace
}  // namespace summitry
