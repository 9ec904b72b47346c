// No two texts of a picture meet, none leaves the page, and no name lies on a mark.
#include "exporters/drawing/page.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/selection.hpp"
#include "exporters/drawing/text.hpp"
#include "loaders/load.hpp"
#include "tests/exporters/drawing/pictures.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/contrast.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/paths.hpp"

namespace summitry::drawing {
namespace {

Box box_of(const Text& text) {
  const double width = text_width(text.text, text.size, text.weight);
  const double left = text.anchor == Anchor::left    ? text.at.x
                      : text.anchor == Anchor::right ? text.at.x - width
                                                     : text.at.x - width / 2;
  const double half = 0.58 * text.size;
  return {left, text.at.y - half, left + width, text.at.y + half};
}

Box box_of(const Mark& mark) {
  return {mark.centre.x - mark.width / 2, mark.centre.y - mark.height / 2,
          mark.centre.x + mark.width / 2, mark.centre.y + mark.height / 2};
}

struct Clashes {
  std::vector<std::string> texts;  // pairs that meet
  std::vector<std::string> outside;
  std::vector<std::string> on_marks;
  std::size_t names = 0;
};

Clashes clashes(const Scene& scene) {
  Clashes found;
  const Box page{0, 0, scene.width, scene.height};
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    const Text& text = scene.texts[i];
    found.names += text.halo ? 1 : 0;
    if (!inside(box_of(text), page)) found.outside.push_back(text.text);
    for (std::size_t j = 0; j < i; ++j) {
      if (!meet(box_of(text), box_of(scene.texts[j]))) continue;
      found.texts.push_back(text.text + " / " + scene.texts[j].text);
    }
    for (const Mark& mark : scene.marks) {
      if (text.halo && meet(box_of(text), box_of(mark))) {
        found.on_marks.push_back(text.text + " / " + mark.title);
      }
    }
  }
  return found;
}

ComposedPage page_of(const Network& network, const DrawingOptions& options = {}) {
  return compose(network, choose(network, select(network), options.subset), options);
}

void check_page(const Network& network, const DrawingOptions& options = {}) {
  const ComposedPage page = page_of(network, options);
  const Clashes found = clashes(page.scene);
  CHECK(found.texts == std::vector<std::string>{});
  CHECK(found.outside == std::vector<std::string>{});
  CHECK(found.on_marks == std::vector<std::string>{});
  CHECK(found.names > 0);
  for (const Text& text : page.scene.texts) {
    INFO(text.text << " in " << text.colour);
    CHECK(testing::contrast(text.colour, testing::colour_under(page.scene, text)) >= 4.5);
  }
}

TEST_CASE("picture: names of the shipped data sets overlap nowhere", "[exporters][drawing]") {
  const std::string name = GENERATE("ai-summits", "unfccc-side-events", "southern-women",
                                    "florentine-families", "karate", "krackhardt-kite");
  INFO(name);
  check_page(load(testing::source_dir() + "/datasets/" + name));
}

TEST_CASE("picture: names overlap nowhere, whatever the size", "[exporters][drawing]") {
  const auto countries = static_cast<std::size_t>(GENERATE(1, 3, 20, 90, 400));
  const auto editions = static_cast<std::size_t>(GENERATE(1, 2, 5, 24));
  INFO(countries << " countries, " << editions << " editions");
  check_page(testing::random_series(countries + editions, editions, countries));
}

TEST_CASE("picture: names overlap nowhere without a series", "[exporters][drawing]") {
  const auto vertices = static_cast<std::size_t>(GENERATE(1, 2, 30, 250, 900));
  INFO(vertices << " vertices");
  DrawingOptions options;
  options.subset.limit = 0;
  check_page(testing::random_ties(7, vertices, 2 * vertices), options);
}

TEST_CASE("picture: a name that finds no room is counted in the caption", "[exporters][drawing]") {
  DrawingOptions options;
  options.subset.limit = 0;
  const ComposedPage page = page_of(testing::random_ties(7, 900, 1800), options);
  const Clashes found = clashes(page.scene);
  CHECK(page.dropped > 0);
  CHECK(found.names + page.dropped == 900);
  CHECK(page.caption.find(grouped(page.dropped) + " names found no room.") != std::string::npos);
}

TEST_CASE("picture: who is tied to several editions stands between them", "[exporters][drawing]") {
  const Network network = testing::summit_network();
  const ComposedPage page = page_of(network);
  const auto x_of = [&](const std::string& title) {
    const auto& marks = page.scene.marks;
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const Mark& m) { return m.title.starts_with(title); });
    REQUIRE(found != marks.end());
    return found->centre.x;
  };
  const double first = x_of("Summit One");
  const double second = x_of("Summit Two");
  CHECK(first < second);
  const double aside = 0.25 * (second - first);  // marks make room for one another
  CHECK(x_of("Angola") == Approx((first + second) / 2).margin(aside));
  CHECK(x_of("Belgium") == Approx(first).margin(aside));
  CHECK(x_of("Declaration One") == Approx(first).margin(aside));
}

TEST_CASE("picture: a refusal is dashed, money is a thicker line", "[exporters][drawing]") {
  const Network network = testing::summit_network();
  Selection selection;
  selection.statuses = {Status::realised, Status::declined};
  const Choice choice = choose(network, select(network, selection), {});
  const ComposedPage page = compose(network, choice, {});
  const auto dashed =
      std::count_if(page.scene.curves.begin(), page.scene.curves.end(),
                    [](const Curve& c) { return c.stroke == Stroke::dashed && !c.title.empty(); });
  CHECK(dashed == 1);
  const auto& texts = page.scene.texts;
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [](const Text& t) { return t.text == "declined or withdrawn"; }));
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [](const Text& t) { return t.text == "Countries (3)"; }));
}

// Curves between entities, by what they join: those of the legend have no title.
const Curve& curve_of(const Scene& scene, const std::string& title) {
  const auto found = std::find_if(scene.curves.begin(), scene.curves.end(),
                                  [&](const Curve& c) { return c.title.starts_with(title); });
  REQUIRE(found != scene.curves.end());
  return *found;
}

TEST_CASE("picture: types of relation have strokes when asked for", "[exporters][drawing]") {
  NetworkBuilder builder;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    builder.add_entity({.id = id, .kind = "organisation", .name = id});
  }
  const auto tie = [&](const char* from, const char* type, const char* to, const char* weight) {
    builder.add_relation({.source = from, .type = type, .target = to, .weight = weight});
  };
  tie("a", "leads", "b", "1");
  tie("a", "leads", "c", "4");
  tie("a", "leads", "d", "100");
  tie("b", "funds", "c", "1");
  tie("b", "funds", "d", "1");
  tie("c", "houses", "d", "1");
  tie("d", "names", "e", "1");
  const Network network = std::move(builder).finish();
  DrawingOptions options;
  options.lines = PictureLines::types;
  const Scene scene = page_of(network, options).scene;
  CHECK(curve_of(scene, "a, b").stroke == Stroke::solid);
  CHECK(curve_of(scene, "b, c").stroke == Stroke::dashed);
  CHECK(curve_of(scene, "c, d").stroke == Stroke::dotted);
  CHECK(curve_of(scene, "d, e").width < curve_of(scene, "a, b").width);
  const auto& texts = scene.texts;
  CHECK(std::any_of(texts.begin(), texts.end(), [](const Text& t) { return t.text == "funds"; }));
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [](const Text& t) { return t.text == "1 other type"; }));

  Selection weighted;
  weighted.weights = "weight";
  weighted.meaning = WeightMeaning::strength;
  const Graph graph = select(network, weighted);
  const Scene shaded = compose(network, choose(network, graph, {}), {}).scene;
  const auto opacity = [&](const char* title) { return curve_of(shaded, title).colour.substr(7); };
  CHECK(opacity("a, b") < opacity("a, c"));
  CHECK(opacity("a, c") < opacity("a, d"));
  CHECK(opacity("a, d") == "e6");
  CHECK(std::any_of(shaded.texts.begin(), shaded.texts.end(),
                    [](const Text& t) { return t.text == "darker for more, up to 100"; }));
}

TEST_CASE("picture: greyscale has no hue", "[exporters][drawing]") {
  DrawingOptions options;
  options.colours = PictureColours::greyscale;
  const ComposedPage page = page_of(testing::summit_network(), options);
  const auto grey = [](const std::string& colour) {
    return colour.substr(1, 2) == colour.substr(3, 2) && colour.substr(3, 2) == colour.substr(5, 2);
  };
  for (const Mark& mark : page.scene.marks) CHECK(grey(mark.fill));
  for (const Curve& curve : page.scene.curves) CHECK(grey(curve.colour));
  for (const Text& text : page.scene.texts) CHECK(grey(text.colour));
}

TEST_CASE("picture: every text stands out from what is under it, in every theme",
          "[exporters][drawing]") {
  for (const auto colours :
       {PictureColours::full, PictureColours::greyscale, PictureColours::dark}) {
    DrawingOptions options;
    options.colours = colours;
    for (const Network& network :
         {testing::random_series(2, 4, 40), testing::random_series(3, 9, 20),
          testing::random_ties(2, 30, 60)}) {
      const Scene scene = page_of(network, options).scene;
      CHECK(scene.ground == (colours == PictureColours::dark ? "#11161d" : "#ffffff"));
      for (const Text& text : scene.texts) {
        const std::string under = testing::colour_under(scene, text);
        INFO(text.text << " in " << text.colour << " on " << under);
        CHECK(testing::contrast(text.colour, under) >= 4.5);
      }
    }
  }
}

TEST_CASE("picture: communities give the colours when they are asked for", "[exporters][drawing]") {
  const Network network = testing::random_ties(3, 12, 30);
  const Graph graph = select(network);
  NamedPartition communities;
  for (VertexId v = 0; v < 12; ++v) communities.partition.community.push_back(v % 2);
  communities.partition.count = 2;
  DrawingOptions options;
  options.communities = &communities;
  const ComposedPage page = compose(network, choose(network, graph, {}), options);
  const auto& texts = page.scene.texts;
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [](const Text& t) { return t.text == "Community 1 (6)"; }));
}

}  // namespace
}  // namespace summitry::drawing
