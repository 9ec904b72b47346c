// Charts as tables: the same figures, whole names, nothing lost.
#include "exporters/page/chart_table.hpp"

#include "tests/exporters/example.hpp"
#include "tests/support/catch.hpp"

namespace summitry::page {
namespace {

using Catch::Contains;

std::string table_of(const Chart& chart) {
  static const Network network = example::network();
  return chart_table(network, chart);
}

}  // namespace

TEST_CASE("chart table: participation says what each sign means, of the whole name",
          "[exporters][page]") {
  using Cell = ParticipationChart::Cell;
  const ParticipationChart chart{
      {}, {"One", "Two"}, {{"Côte d'…", 0, {Cell::signed_text, Cell::nothing}, "deu"}}, {}};
  CHECK_THAT(table_of(chart),
             Contains("| Côte d'Ivoire, \"Nord\" \\\\ 日本 🎉 | signed | nothing recorded |"));
}

TEST_CASE("chart table: ranks keep their labels, and an absence is a dash", "[exporters][page]") {
  const BumpChart chart{{}, {"One", "Two"}, {{"A", 0, {2, std::nullopt}, {"2=", ""}}}, 10};
  CHECK_THAT(table_of(chart), Contains("| A | 2= | – |"));
}

TEST_CASE("chart table: flows, spans and descents are told as they are drawn",
          "[exporters][page]") {
  const AlluvialChart flow{
      {}, {{"One", "", {{"again", 3.0, 0}, {"stay away", 2.0, std::nullopt}}}}, {}, {"first"}, ""};
  CHECK_THAT(table_of(flow), Contains("| One | again | first | 3 |"));
  CHECK_THAT(table_of(flow), Contains("| One | stay away | – | 2 |"));
  const ForestChart forest{{}, "retention", {{"One to two", 0.5, 0.25, 0.75, 0.4, "p = 0.03"}}};
  CHECK_THAT(table_of(forest),
             Contains("| One to two | 0.500 | 0.250 | 0.750 | 0.400 | p = 0.03 |"));
  const SurvivalChart survival{{}, "editions", 2.0, {{"all", {{1.0, 0.5, 0.25, 0.75, 8}}}}};
  CHECK_THAT(table_of(survival), Contains("| all | 1 | 8 | 50.0 % | 25.0 % | 75.0 % |"));
  const LineageChart lineage{{},
                             {"One"},
                             {{"a", 0, "document", {}, "pact"}, {"b", 0, "document", {}}},
                             {{0, 1, "succeeds", true}}};
  CHECK_THAT(table_of(lineage), Contains("| node | b | succeeds | yes |"));
}

TEST_CASE("chart table: a matrix and a curve of points are tables too", "[exporters][page]") {
  const HeatMapChart heat{{}, {"One"}, {"Two"}, {{0.25}}};
  CHECK_THAT(table_of(heat), Contains("| One | 0.250 |"));
  CHECK_THAT(table_of(DegreeChart{{}, {{4.0, 0.5}}, {}}), Contains("| 4 | 0.500 |"));
  CHECK(table_of(DegreeChart{}).empty());
}

}  // namespace summitry::page
