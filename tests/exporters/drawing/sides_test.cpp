// Tests of layouts: two kinds face to face, and what each layout asks of the data.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "engine/selection.hpp"
#include "exporters/drawing/page.hpp"
#include "exporters/drawing/placement.hpp"
#include "tests/exporters/drawing/pictures.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry::drawing {
namespace {

// Persons at events: a person goes to the events near its own number, rows in a random order.
Network meetings(std::size_t persons, std::size_t events, std::uint64_t seed) {
  NetworkBuilder builder;
  Random random(seed);
  for (std::size_t e = 0; e < events; ++e) {
    builder.add_entity(
        {.id = "e" + std::to_string(e), .kind = "event", .name = testing::numbered("Event ", e)});
  }
  for (std::size_t p = 0; p < persons; ++p) {
    const std::string id = "p" + std::to_string(random.below(1000000)) + "-" + std::to_string(p);
    builder.add_entity({.id = id, .kind = "person", .name = testing::numbered("Person ", p)});
    const std::size_t first = p * (events - 2) / persons;
    for (std::size_t e = first; e < first + 3; ++e) {
      const std::string event = "e" + std::to_string(e);
      builder.add_relation({.source = id, .type = "attended", .target = event});
    }
  }
  return std::move(builder).finish();
}

std::size_t crossings(const Figure& figure) {
  std::vector<std::pair<double, double>> ties;  // heights at the left and at the right
  for (const Edge& edge : figure.graph->edges()) {
    const Item* a = &figure.items[edge.source];
    const Item* b = &figure.items[edge.target];
    if (a->at.x > b->at.x) std::swap(a, b);
    ties.emplace_back(a->at.y, b->at.y);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      count += (ties[i].first - ties[j].first) * (ties[i].second - ties[j].second) < 0.0;
    }
  }
  return count;
}

struct Placed {
  explicit Placed(const Network& network)
      : choice(choose(network, select(network), {})), figure(make_figure(network, choice, {})) {
    const Box field{0.0, 0.0, 1136.0, height_of_sides(figure)};
    Occupancy taken(field);
    placement = place_in_sides(figure, field, taken);
  }
  Placed(const Placed&) = delete;  // the figure points at the choice
  Placed& operator=(const Placed&) = delete;

  Choice choice;
  Figure figure;
  Placement placement;
};

TEST_CASE("sides: each kind has its column, and every name is printed outside",
          "[exporters][drawing]") {
  const Network network = meetings(18, 14, 1);
  const Placed sides(network);
  std::map<std::string, std::set<double>> columns;
  for (const Item& item : sides.figure.items) columns[std::string(item.kind)].insert(item.at.x);
  REQUIRE(columns.size() == 2);
  CHECK(columns["event"].size() == 1);
  CHECK(*columns["event"].begin() > *columns["person"].begin());  // the more numerous at the left
  CHECK(sides.placement.dropped == 0);
  for (const Label& label : sides.placement.labels) {
    const Item& item = sides.figure.items[label.item];
    const bool left = item.kind == "person";
    CHECK((left ? label.box.right < item.at.x : label.box.left > item.at.x));
  }
}

TEST_CASE("sides: who meets the same people stands at the same height", "[exporters][drawing]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    const Network network = meetings(18, 14, seed);
    const Placed sides(network);
    // a person goes to three neighbouring events: in the best order only ties of neighbours cross
    const std::size_t ties = sides.figure.graph->edge_count();
    INFO("seed " << seed);
    CHECK(crossings(sides.figure) < 4 * ties);
  }
}

TEST_CASE("layout: two-mode data come in sides by themselves, others only where they can",
          "[exporters][drawing]") {
  const auto reading = [](const Network& network, PictureLayout layout) {
    DrawingOptions options;
    options.layout = layout;
    SubsetOptions subset;
    subset.by_edition = layout == PictureLayout::automatic || layout == PictureLayout::bands;
    return compose(network, choose(network, select(network), subset), options).scene.texts[1].text;
  };
  const Network two_mode = meetings(10, 8, 1);
  CHECK(reading(two_mode, PictureLayout::automatic).starts_with("The two kinds"));
  CHECK(reading(two_mode, PictureLayout::stress).starts_with("Entities that share"));
  CHECK(reading(meetings(200, 90, 1), PictureLayout::automatic).starts_with("Entities that share"));
  const Network one_mode = testing::random_ties(1, 20, 40);
  CHECK(reading(one_mode, PictureLayout::automatic).starts_with("Entities that share"));
  CHECK_THROWS_WITH(reading(one_mode, PictureLayout::sides), Catch::Contains("two kinds alone"));
  CHECK_THROWS_WITH(reading(one_mode, PictureLayout::bands), Catch::Contains("needs a series"));
  const Network series = testing::random_series(1, 3, 12);
  CHECK(reading(series, PictureLayout::automatic).starts_with("Read from left to right"));
  CHECK(reading(series, PictureLayout::spring).starts_with("Entities that share"));
}

TEST_CASE("picture: those without a name of their own are listed", "[exporters][drawing]") {
  const Network network = testing::random_ties(7, 400, 900);
  DrawingOptions options;
  options.subset.limit = 0;
  const Picture picture = draw(network, select(network), PictureFormat::svg, options);
  CHECK(picture.labels_dropped > 0);
  CHECK(picture.unnamed.size() >= picture.labels_dropped);
  CHECK(std::is_sorted(picture.unnamed.begin(), picture.unnamed.end()));
  for (const EntityIndex entity : picture.unnamed) {
    CHECK(picture.bytes.find('>' + network.entity(entity).name + "</text>") == std::string::npos);
  }
}

}  // namespace
}  // namespace summitry::drawing
