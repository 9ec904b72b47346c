#include "algorithms/continuity/works/agenda.hpp"

#include <cmath>

#include "engine/error.hpp"
#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Story;
using Names = std::vector<std::string>;

Agenda agenda_of(const Network& network, std::size_t permutations = 200) {
  const Series& series = network.series("");
  Names names;
  for (const EntityIndex edition : series.editions) names.push_back(network.entity(edition).id);
  return agenda(network, series, {}, names, permutations);
}

// s1 has three works on safety, one of them on science as well; s2 two on growth, one also on safety.
Story two_summits() {
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  for (const char* id : {"a", "b", "c"}) {
    story.kinds[id] = "document";
    story.themes[id] = "safety";
    story.told.push_back({id, "announced-at", "s1", "s1"});
  }
  story.themes["c"] = "safety|science";
  for (const char* id : {"d", "e", "f"}) {
    story.kinds[id] = "initiative";
    story.told.push_back({id, "launched-at", "s2", "s2"});
  }
  story.themes["d"] = "growth";
  story.themes["e"] = "growth|safety";
  return story;
}

}  // namespace

TEST_CASE("Jensen-Shannon: by hand", "[algorithms][continuity]") {
  CHECK(jensen_shannon({0.5, 0.5}, {0.5, 0.5}) == 0.0);
  CHECK(jensen_shannon({1, 0}, {0, 1}) == 1.0);
  // H(3/4, 1/4) - H(1/2, 1/2) / 2 = .8112781 - .5
  CHECK(jensen_shannon({1, 0}, {0.5, 0.5}) == Approx(std::sqrt(0.311278124459)));
  CHECK(jensen_shannon({}, {}) == 0.0);
}

TEST_CASE("agenda: works share their themes out, by hand", "[algorithms][continuity]") {
  const Agenda found = agenda_of(told(two_summits()));
  const EditionAgenda& first = found.editions[0];
  CHECK(first.works == 4);  // with the summit itself, which has no theme
  CHECK(first.themed == 3);
  REQUIRE(first.themes.size() == 2);
  CHECK(first.themes[0].theme == "safety");
  CHECK(first.themes[0].share == Approx(2.5 / 3.0));
  CHECK(found.editions[1].themes[0].theme == "growth");
  CHECK(found.editions[1].themes[0].share == Approx(0.75));
  const AgendaStep& step = found.steps.front();
  CHECK(step.kept == Names{"safety"});
  CHECK(step.added == Names{"growth"});
  CHECK(step.dropped == Names{"science"});
  CHECK(*step.distance == Approx(jensen_shannon({0, 2.5 / 3, 0.5 / 3}, {0.75, 0.25, 0})));
  CHECK(*step.test.p_value > 0.05);  // of five works: ten ways to deal them out
  CHECK(*step.test.p_value <= 1.0);
}

TEST_CASE("agenda: relations say themes as well, and the summit's own count",
          "[algorithms][continuity]") {
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  story.kinds = {{"a", "document"}, {"peace", "theme"}};
  story.themes = {{"s1", "peace"}};
  story.told = {{"a", "announced-at", "s2", "s2"}, {"a", "about", "peace"}};
  const Agenda found = agenda_of(told(story));
  CHECK(*found.steps[0].distance == 0.0);
  CHECK_FALSE(found.steps[0].test.p_value);
  CHECK_FALSE(found.steps[0].test.note.empty());
}

TEST_CASE("agenda: an edition without themes is compared with nothing",
          "[algorithms][continuity]") {
  Story story = two_summits();
  for (const char* id : {"d", "e"}) story.themes.erase(id);
  const Agenda found = agenda_of(told(story));
  CHECK(found.editions[1].works == 4);
  CHECK(found.editions[1].themed == 0);
  CHECK_FALSE(found.steps[0].distance);
  CHECK(agenda_of(testing::attended({{"a"}, {"b"}})).steps.size() == 1);  // no such column
  CHECK_THROWS_AS(agenda_of(told(story), 0), InvalidOption);
}

TEST_CASE("agenda: p of planted change is small, of the same agenda large",
          "[algorithms][continuity]") {
  const auto story = [](const char* later) {
    Story made;
    made.editions = {{"s1"}, {"s2"}};
    for (int i = 0; i < 16; ++i) {
      const std::string id = "w" + std::to_string(10 + i);
      const std::string summit = i < 8 ? "s1" : "s2";
      made.kinds[id] = "document";
      made.themes[id] = i < 8 ? (i % 2 == 0 ? "x" : "y") : (i % 2 == 0 ? "x" : later);
      made.told.push_back({id, "announced-at", summit, summit});
    }
    return made;
  };
  CHECK(*agenda_of(told(story("z"))).steps[0].test.p_value < 0.05);
  CHECK(*agenda_of(told(story("y"))).steps[0].test.p_value == 1.0);
}

}  // namespace summitry
