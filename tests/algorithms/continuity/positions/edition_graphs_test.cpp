#include "algorithms/continuity/positions/edition_graphs.hpp"

#include <map>
#include <set>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Story;
using testing::Told;
using Pairs = std::map<std::pair<std::string, std::string>, double>;

Pairs pairs_of(const Network& network, const Graph& graph) {
  Pairs pairs;
  const auto edges = graph.edges();
  const auto weights = graph.edge_weights();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    pairs[{network.entity(graph.entity(edges[e].source)).id,
           network.entity(graph.entity(edges[e].target)).id}] = weights[e];
  }
  return pairs;
}

EditionRelations relations_of(const Network& network, JoinedBy joined_by,
                              const std::vector<std::string>& types = {}) {
  const Series& series = network.series("");
  return EditionRelations(network, series, {series.participation, {}, {}}, joined_by, types);
}

Pairs pairs_at(const Network& network, std::size_t edition, JoinedBy joined_by,
               const std::vector<std::string>& types = {}) {
  return pairs_of(network, relations_of(network, joined_by, types).graph(edition).graph);
}

// s1: a, b, c sign the pact; a and b fund the fund; d only attends; a supports b.
Story small() {
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  story.kinds = {{"pact", "document"}, {"fund", "initiative"}};
  for (const char* who : {"a", "b", "c", "d"}) story.told.push_back({who, "attended", "s1", "s1"});
  for (const char* who : {"a", "b", "c"}) story.told.push_back({who, "signed", "pact", "s1"});
  for (const char* who : {"a", "b", "x"}) story.told.push_back({who, "funds", "fund", "s1"});
  story.told.push_back({"a", "supports", "b", "s1"});
  story.told.push_back({"a", "supports", "c", ""});
  story.told.push_back({"a", "attended", "s2", "s2"});
  return story;
}

}  // namespace

TEST_CASE("edition graphs: who shares a work is joined, by hand", "[algorithms][continuity]") {
  const Network network = told(small());
  // x funds the fund and is no participant: it joins nobody.
  CHECK(pairs_at(network, 0, JoinedBy::shared) ==
        Pairs{{{"a", "b"}, 2.0}, {{"a", "c"}, 1.0}, {{"b", "c"}, 1.0}});
  CHECK(pairs_at(network, 0, JoinedBy::direct) == Pairs{{{"a", "b"}, 1.0}});
  CHECK(pairs_at(network, 0, JoinedBy::either) ==
        Pairs{{{"a", "b"}, 3.0}, {{"a", "c"}, 1.0}, {{"b", "c"}, 1.0}});
  CHECK(pairs_at(network, 0, JoinedBy::shared, {"funds"}) == Pairs{{{"a", "b"}, 1.0}});
  const EditionGraph first = relations_of(network, JoinedBy::shared).graph(0);
  CHECK(first.graph.vertex_count() == 4);
  CHECK(first.works == 2);
  CHECK(first.relations == 5);
  CHECK(relations_of(network, JoinedBy::shared).graph(1).graph.edge_count() == 0);
}

TEST_CASE("edition graphs: signing a work twice joins once", "[algorithms][continuity]") {
  Story story = small();
  story.told.push_back({"a", "endorsed", "pact", "s1"});
  CHECK(pairs_at(told(story), 0, JoinedBy::shared).at({"a", "c"}) == 1.0);
}

TEST_CASE("edition graphs: an edition of another kind than summit joins nobody either",
          "[algorithms][continuity]") {
  Story story;
  story.editions = {{"s1"}};
  story.kinds = {{"s1", "event"}};
  for (const char* who : {"a", "b"}) story.told.push_back({who, "attended", "s1", "s1"});
  const Network network = told(story);
  CHECK(pairs_at(network, 0, JoinedBy::either).empty());
}

TEST_CASE("edition graphs: what is left out is as if it were not there",
          "[algorithms][continuity]") {
  Random random(21);
  for (int round = 0; round < 30; ++round) {
    Story story;
    story.editions = {{"s1"}, {"s2"}};
    story.kinds = {{"w0", "document"}, {"w1", "document"}, {"w2", "initiative"}};
    std::set<std::vector<std::string>> used;
    for (int i = 0; i < 40; ++i) {
      const std::string summit = random.below(2) == 0 ? "s1" : "s2";
      Told one{"p" + std::to_string(random.below(7)), "attended", summit, summit};
      const auto kind = random.below(3);
      if (kind == 1) {
        one.type = "signed";
        one.target = "w" + std::to_string(random.below(3));
      } else if (kind == 2) {
        one.type = "supports";
        one.target = "p" + std::to_string(random.below(7));
        if (one.target == one.source) continue;
      }
      if (used.insert({one.source, one.type, one.target, one.summit}).second) {
        story.told.push_back(one);
      }
    }
    const Network whole = told(story);
    const EditionRelations relations = relations_of(whole, JoinedBy::either);
    std::vector<bool> left_out(relations.used().size());
    Story rest = story;
    rest.told.clear();
    for (const Told& one : story.told) {
      bool kept = true;
      for (std::size_t i = 0; i < left_out.size(); ++i) {
        const Relation relation = whole.relation(relations.used()[i]);
        const bool same = whole.entity(relation.source).id == one.source &&
                          whole.entity(relation.target).id == one.target &&
                          relation.type == one.type &&
                          whole.entity(relation.summit).id == one.summit;
        if (!same) continue;
        left_out[i] = random.below(3) == 0;
        kept = !left_out[i];
      }
      if (kept) rest.told.push_back(one);
    }
    const Network smaller = told(rest);
    for (std::size_t t = 0; t < 2; ++t) {
      CHECK(pairs_of(whole, relations.graph(t, left_out).graph) ==
            pairs_at(smaller, t, JoinedBy::either));
    }
  }
}

TEST_CASE("edition graphs: what too many share joins nobody, and is counted",
          "[algorithms][continuity]") {
  Story story;
  story.editions = {{"s1"}};
  story.kinds = {{"charter", "document"}, {"pact", "document"}};
  for (int i = 0; i < 4600; ++i) {  // 10,577,700 pairs
    const std::string who = "p" + std::to_string(i);
    story.told.push_back({who, "signed", "charter", "s1"});
    if (i < 3) story.told.push_back({who, "signed", "pact", "s1"});
  }
  const EditionGraph found = relations_of(told(story), JoinedBy::shared).graph(0);
  CHECK(found.works == 2);
  CHECK(found.left_out == 1);
  CHECK(found.graph.edge_count() == 3);
}

TEST_CASE("edition graphs: participants are those of the rosters", "[algorithms][continuity]") {
  const Network network = told(small());
  const Series& series = network.series("");
  const RosterRule rule{series.participation, {}, {}};
  const auto editions = rosters(network, series, rule);
  const EditionRelations relations(network, series, rule, JoinedBy::shared);
  for (std::size_t t = 0; t < editions.size(); ++t) {
    const Graph graph = relations.graph(t).graph;
    std::vector<EntityIndex> entities;
    for (VertexId v = 0; v < graph.vertex_count(); ++v) entities.push_back(graph.entity(v));
    CHECK(entities == editions[t].participants);
  }
}

TEST_CASE("edition graphs: ways of being joined have names", "[algorithms][continuity]") {
  for (const char* name : {"shared", "direct", "either"}) {
    CHECK(to_string(parse_joined_by(name)) == name);
  }
  CHECK_THROWS_AS(parse_joined_by("share"), UnknownName);
}

}  // namespace summitry
