// Tests of the charts: what is drawn where, that no texts overlap, and what is refused.
#include "exporters/charts.hpp"

#include <string>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "exporters/charts/axes.hpp"
#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/theme.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/contrast.hpp"

namespace summitry::charts {
namespace {

const ChartText kText{"A title that names what is found, \"quoted\" & <b>escaped</b>",
                      "How to read it.", "What is counted.", "Data: made for a test."};

AlluvialChart alluvial() {
  AlluvialChart chart;
  chart.text = kText;
  chart.unit = "participants";
  chart.groups = {"Since the first", "Since the second"};
  chart.columns = {
      {"First", "2023", {{"first seen here", 30.0, 0}}},
      {"Second", "2024", {{"stayed", 20.0, 0}, {"new", 15.0, 1}, {"absent", 10.0, {}}}}};
  chart.flows = {{0, 0, 0, 20.0}, {0, 0, 2, 10.0}};
  return chart;
}

ParticipationChart participation(std::size_t rows) {
  ParticipationChart chart;
  chart.text = kText;
  chart.columns = {"First", "Second", "Third"};
  using Cell = ParticipationChart::Cell;
  Random random(4);
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<Cell> cells;
    for (int c = 0; c < 3; ++c) cells.push_back(static_cast<Cell>(random.below(5)));
    chart.rows.push_back({"Country with a long name, number " + std::to_string(r), r % 3, cells});
  }
  return chart;
}

BumpChart bump() {
  BumpChart chart;
  chart.text = kText;
  chart.columns = {"First", "Second", "Third"};
  chart.depth = 4;
  chart.lines = {{"France", 0, {1, 2, 1}},
                 {"India", 1, {5, 1, 2}},
                 {"Kenya", 2, {2, {}, {}}},
                 {"Korea", 3, {{}, 3, 9}},
                 {"A country with a very long name indeed", 0, {3, 4, 3}}};
  return chart;
}

HeatMapChart heat_map() {
  return {kText, {"First", "Second"}, {"Second", "Third"}, {{{0.25, 0.75}, {{}, 1.0}}}};
}

SurvivalChart survival() {
  SurvivalChart chart;
  chart.text = kText;
  chart.unit = "editions after the first";
  chart.until = 3.0;
  chart.curves = {{"countries", {{1.0, 0.8, 0.6, 0.9, 40}, {2.0, 0.5, 0.3, 0.7, 20}}},
                  {"organisations", {{1.0, 0.4, 0.2, 0.6, 60}}}};
  return chart;
}

ForestChart forest() {
  ForestChart chart;
  chart.text = kText;
  chart.unit = "retention";
  chart.rows = {{"First to second", 0.6, 0.5, 0.7, 0.4, "p = 0.01"},
                {"Second to third", 0.3, {}, {}, {}, "cannot be decided"}};
  return chart;
}

LineageChart lineage() {
  LineageChart chart;
  chart.text = kText;
  chart.columns = {"First", "Second", "Third"};
  chart.items = {
      {"Interim report", 0, "document", 0},
      {"Full report", 1, "document", 0},
      {"Network of institutes", 1, "initiative", 1},
      {"A coalition for something with a name that needs more than two lines of the column "
       "that it has to stand in",
       2,
       "initiative",
       {}}};
  chart.arcs = {{0, 1, "succeeded by", true}, {1, 3, "reports to", false}, {1, 2, "", false}};
  return chart;
}

DegreeChart degree() {
  return {kText, {{1, 1.0}, {2, 0.4}, {7, 0.1}, {40, 0.005}}, {{2, 0.4}, {40, 0.004}}};
}

std::vector<Chart> all_charts() {
  return {alluvial(), participation(60), bump(),    heat_map(),
          survival(), forest(),          lineage(), degree()};
}

// Where the letters of a text stand.
drawing::Box box_of(const drawing::Text& text) {
  const double width = drawing::text_width(text.text, text.size, text.weight);
  const double left = text.at.x - (text.anchor == Anchor::left     ? 0.0
                                   : text.anchor == Anchor::middle ? width / 2
                                                                   : width);
  return {left, text.at.y - 0.4 * text.size, left + width, text.at.y + 0.4 * text.size};
}

void check_texts(const Scene& scene) {
  const drawing::Box sheet{0.0, 0.0, scene.width, scene.height};
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    INFO(scene.texts[i].text);
    CHECK(drawing::inside(box_of(scene.texts[i]), sheet));
    for (std::size_t k = i + 1; k < scene.texts.size(); ++k) {
      INFO(scene.texts[k].text);
      CHECK_FALSE(drawing::meet(box_of(scene.texts[i]), box_of(scene.texts[k])));
    }
  }
}

template <class Shapes>
std::size_t titled(const Shapes& shapes) {
  std::size_t count = 0;
  for (const auto& shape : shapes) count += !shape.title.empty();
  return count;
}

TEST_CASE("charts: no two texts overlap, and none leaves the sheet", "[exporters][charts]") {
  for (const Chart& chart : all_charts()) {
    check_texts(std::visit([](const auto& one) { return compose(one); }, chart));
  }
}

TEST_CASE("charts: many blocks or many columns leave no two texts on one another",
          "[exporters][charts]") {
  AlluvialChart blocks = alluvial();
  for (int i = 0; i < 60; ++i) blocks.columns[1].blocks.push_back({"bloc " + std::to_string(i), 1});
  const Scene tall = compose(blocks);
  check_texts(tall);
  double lowest = 0.0;
  double key = 1e9;
  for (const auto& area : tall.areas) {
    for (const Point& p : area.outline) {
      if (area.title.empty())
        key = std::min(key, p.y);
      else
        lowest = std::max(lowest, p.y);
    }
  }
  CHECK(lowest < key);

  AlluvialChart columns = alluvial();
  BumpChart ranks = bump();
  for (int i = 3; i <= 20; ++i) {
    const std::string name = "The edition of the year " + std::to_string(2000 + i);
    columns.columns.push_back({name, "May", {{"again", 5.0, 0}, {"for the first time", 2.0, 1}}});
    if (i == 3) continue;
    ranks.columns.push_back(name);
    for (auto& line : ranks.lines) line.ranks.emplace_back();
  }
  check_texts(compose(columns));
  check_texts(compose(ranks));
}

TEST_CASE("charts: the same chart gives the same bytes, well formed and without raw markup",
          "[exporters][charts]") {
  for (const Chart& chart : all_charts()) {
    const std::string svg = draw_chart(chart, PictureFormat::svg);
    CHECK(svg == draw_chart(chart, PictureFormat::svg));
    CHECK(svg.find("<b>escaped") == std::string::npos);
    CHECK(svg.find("&lt;b&gt;escaped&lt;/b&gt;") != std::string::npos);
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(draw_chart(chart, PictureFormat::png).starts_with("\x89PNG"));
    CHECK(draw_chart(chart, PictureFormat::pdf).starts_with("%PDF"));
  }
}

TEST_CASE("charts: every text stands out from what is under it, in every theme",
          "[exporters][charts]") {
  for (const auto colours :
       {PictureColours::full, PictureColours::greyscale, PictureColours::dark}) {
    for (const Chart& chart : all_charts()) {
      Scene scene = std::visit([](const auto& one) { return compose(one); }, chart);
      drawing::apply(colours, scene);
      for (const auto& text : scene.texts) {
        const std::string under = testing::colour_under(scene, text);
        INFO(text.text << " in " << text.colour << " on " << under);
        CHECK(testing::contrast(text.colour, under) >= 4.5);
      }
    }
  }
}

TEST_CASE("charts: in grey no colour is left", "[exporters][charts]") {
  const std::string svg = draw_chart(alluvial(), PictureFormat::svg, PictureColours::greyscale);
  CHECK(svg.find("#102a5c") == std::string::npos);
  CHECK(draw_chart(alluvial(), PictureFormat::svg).find("#102a5c") != std::string::npos);
}

TEST_CASE("alluvial chart: blocks and flows have one scale, and flows fill their blocks in order",
          "[exporters][charts]") {
  const Scene scene = compose(alluvial());
  // two flows, four blocks, two swatches of the key
  REQUIRE(scene.areas.size() == 8);
  const auto height = [&](std::size_t area) {
    double top = 1e9;
    double bottom = -1e9;
    for (const Point& p : scene.areas[area].outline) {
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
    return bottom - top;
  };
  double stayed = 0.0;
  double whole = 0.0;
  for (std::size_t a = 0; a < scene.areas.size(); ++a) {
    if (scene.areas[a].title == "Second, stayed: 20 participants") stayed = height(a);
    if (scene.areas[a].title == "First, first seen here: 30 participants") whole = height(a);
  }
  CHECK(stayed > 0.0);
  CHECK(whole == Approx(1.5 * stayed));
  // the first flow leaves at the block's head, the second right below it
  CHECK(scene.areas[1].outline[0].y - scene.areas[0].outline[0].y == Approx(stayed));
}

TEST_CASE("participation chart: a sign a cell, told by name and edition", "[exporters][charts]") {
  const Scene scene = compose(participation(5));
  std::size_t crosses = 0;
  for (const auto& text : scene.texts) crosses += text.text == "×";
  // a mark or a cross for each of the cells and of the five signs explained, a cross more in a ring
  std::size_t rings = 0;
  for (const auto& mark : scene.marks) rings += mark.title.ends_with("declined to sign");
  CHECK(rings >= 2);
  CHECK(scene.marks.size() + crosses == 5 * 3 + 5 + rings);
  CHECK(titled(scene.marks) == scene.marks.size());
}

TEST_CASE("participation chart: columns too narrow for their names are numbered, each once",
          "[exporters][charts]") {
  ParticipationChart chart = participation(60);  // in two halves, with a head each
  for (int i = 4; i <= 5; ++i) {
    chart.columns.push_back("Edition " + std::to_string(i));
    for (auto& row : chart.rows) row.cells.push_back(ParticipationChart::Cell::took_part);
  }
  const Scene scene = compose(chart);
  std::string told;
  std::size_t ones = 0;
  for (const auto& text : scene.texts) {
    ones += text.text == "1";
    told += text.text + ' ';
  }
  CHECK(ones == 2);
  CHECK(told.find("5 Edition 5.") != std::string::npos);
  CHECK(told.find("6 ") == std::string::npos);
}

TEST_CASE("bump chart: ranks beyond its depth have no disc", "[exporters][charts]") {
  const Scene scene = compose(bump());
  CHECK(scene.marks.size() == 10);  // of 12 ranks, 5 and 9 are deeper than 4
}

TEST_CASE("survival chart: curves begin at one and fall at their steps", "[exporters][charts]") {
  const Scene scene = compose(survival());
  std::vector<drawing::Curve> steps;
  for (const auto& curve : scene.curves) {
    if (curve.title == "countries") steps.push_back(curve);
  }
  REQUIRE(steps.size() == 5);  // level, down, level, down, level
  CHECK(steps[0].from.y == Approx(steps[0].to.y));
  CHECK(steps[1].to.y > steps[1].from.y);
  const double whole = (steps[1].to.y - steps[1].from.y) / 0.2;  // pixels of a share of 1
  CHECK(steps[3].to.y - steps[3].from.y == Approx(0.3 * whole));
}

TEST_CASE("axes: ticks are round and inside", "[exporters][charts]") {
  CHECK(ticks(0.0, 1.0, 5) == std::vector<double>{0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0});
  CHECK(ticks(0.0, 37.0, 4) == std::vector<double>{0.0, 10.0, 20.0, 30.0});
  CHECK(ticks(-3.0, 3.0, 3) == std::vector<double>{-2.0, 0.0, 2.0});
  CHECK(ticks(2.0, 2.0, 3) == std::vector<double>{2.0});
  const Axes axes({100.0, 0.0, 200.0, 100.0}, {1.0, 100.0, Scale::logarithmic, "", 0},
                  {0.0, 4.0, Scale::linear, "", 0});
  CHECK(axes.x(10.0) == Approx(150.0));
  CHECK(axes.y(1.0) == Approx(75.0));
}

template <class Made, class Change>
void refuses(Made chart, Change&& change, const std::string& what) {
  change(chart);
  CHECK_THROWS_WITH(compose(chart), Catch::Contains(what));
}

TEST_CASE("charts: parts that do not fit are refused by name", "[exporters][charts]") {
  refuses(
      alluvial(), [](auto& c) { c.flows[0].to = 7; }, "a flow must join two blocks");
  refuses(
      alluvial(), [](auto& c) { c.flows[0].column = 1; }, "a flow must lead to a column");
  refuses(
      alluvial(), [](auto& c) { c.columns[0].blocks[0].size = 0; }, "block's size must be > 0");
  refuses(
      participation(2), [](auto& c) { c.rows[1].cells.pop_back(); }, "a cell for each column");
  refuses(
      bump(), [](auto& c) { c.lines[0].ranks[0] = 2; }, "no two lines may share a rank");
  refuses(
      bump(), [](auto& c) { c.lines[0].ranks[0] = 0; }, "ranks begin at 1");
  refuses(
      heat_map(), [](auto& c) { c.values[0][0] = 1.5; }, "values must be in [0, 1]");
  refuses(
      survival(), [](auto& c) { c.curves[0].steps[0].low = 0.9; }, "low <= share");
  refuses(
      forest(), [](auto& c) { c.rows[0].high.reset(); }, "an interval has two ends");
  refuses(
      lineage(), [](auto& c) { c.arcs[0].to = 9; }, "an arc must join two items");
  refuses(
      degree(), [](auto& c) { c.points[0].degree = 0.0; }, "degrees must be > 0");
}

TEST_CASE("charts: without content there is still a sheet", "[exporters][charts]") {
  SurvivalChart nobody;
  nobody.until = 1.0;
  for (const Chart& chart : {Chart(AlluvialChart{}), Chart(ParticipationChart{}),
                             Chart(BumpChart{}), Chart(HeatMapChart{}), Chart(nobody),
                             Chart(ForestChart{}), Chart(LineageChart{}), Chart(DegreeChart{})}) {
    CHECK(draw_chart(chart, PictureFormat::svg).ends_with("</svg>\n"));
  }
}

}  // namespace
}  // namespace summitry::charts
