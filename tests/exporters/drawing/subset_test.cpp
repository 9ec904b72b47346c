// Tests of what is drawn and what the caption says of the rest.
#include "exporters/drawing/subset.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "engine/error.hpp"
#include "engine/selection.hpp"
#include "exporters/drawing/editions.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

std::set<std::string> ids(const Network& network, const Graph& graph) {
  std::set<std::string> found;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    found.insert(network.entity(graph.entity(v)).id);
  }
  return found;
}

// A declaration that `signers` countries signed at the only summit, and persons who attended it.
Network signers(int signers) {
  NetworkBuilder builder;
  builder.add_entity({.id = "s", .kind = "summit", .name = "Summit"});
  builder.add_entity({.id = "text", .kind = "document", .name = "Text"});
  for (int i = 0; i < signers; ++i) {
    const std::string number = std::to_string(10 + i);
    const std::string id = 'c' + number;
    builder.add_entity({.id = id, .kind = "country", .name = id});
    builder.add_relation({.source = id, .type = "signed", .target = "text", .summit = "s"});
    const std::string person = 'p' + number;
    builder.add_entity({.id = person, .kind = "person", .name = person});
    builder.add_relation({.source = person, .type = "leads", .target = id, .summit = "s"});
  }
  builder.add_series({.id = "series", .name = "Series", .editions = {"s"}});
  return std::move(builder).finish();
}

// ago stands at both summits, bel at the first (its second row is unverified and not selected).
TEST_CASE("editions: a vertex is tied to those that its relations name", "[exporters][drawing]") {
  const Network network = testing::summit_network();
  const Graph graph = select(network);
  const drawing::Editions editions = drawing::editions(network, graph, "", {});
  const auto of = [&](const char* id) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      if (graph.entity(v) == network.index_of(id)) return editions.of[v];
    }
    return std::vector<std::size_t>{99};
  };
  CHECK(of("ago") == std::vector<std::size_t>{0, 1});
  CHECK(of("bel") == std::vector<std::size_t>{0});
  CHECK(of("fund") == std::vector<std::size_t>{0});
  CHECK(of("one-2023") == std::vector<std::size_t>{0});
  CHECK(of("two-2024") == std::vector<std::size_t>{1});
  CHECK(editions.count() == 2);
}

TEST_CASE("editions: a type that is left out ties nobody", "[exporters][drawing]") {
  const Network network = testing::summit_network();
  const Graph graph = select(network, {.relations = {"announced-at"}});
  const std::vector<std::string> left_out = {"announced-at"};
  const drawing::Editions editions = drawing::editions(network, graph, "", left_out);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    CHECK(editions.of[v].empty() == !editions.is_edition[v]);
  }
}

TEST_CASE("figure subset: keeps what belongs to the editions and says what it leaves out",
          "[exporters][drawing]") {
  const Network network = testing::summit_network();
  const Graph graph = select(network);
  const FigureSubset subset = figure_subset(network, graph);
  CHECK(ids(network, subset.graph) ==
        std::set<std::string>{"ago", "bel", "declaration", "eu", "fund", "one-2023", "two-2024"});
  CHECK(subset.graph.edge_count() == 3);  // the three signatures
  CHECK(subset.vertices.size() == 7);
  CHECK(subset.caption ==
        "Shows the 2 summits, 2 countries, 1 document, 1 initiative and 1 organisation, those with "
        "most ties of each kind. Not drawn: 1 of 8 entities (1 less connected) and 8 of 11 ties (5 "
        "to a summit, told by place and colour; 3 that belong to none of these summits or are mere "
        "mentions).");
}

TEST_CASE("figure subset: counts in the caption add up", "[exporters][drawing]") {
  const Network network = signers(30);
  const Graph graph = select(network);
  const FigureSubset subset = figure_subset(network, graph, {.limit = 12});
  CHECK(subset.graph.vertex_count() == 1 + 12);  // the summit does not count
  CHECK(subset.graph.edge_count() == 11);
  CHECK(
      subset.caption.find("Not drawn: 49 of 62 entities (30 persons; 19 less connected) and 49 of "
                          "60 ties (49 of entities not drawn).") != std::string::npos);
}

TEST_CASE("figure subset: takes the highest of the given rank", "[exporters][drawing]") {
  const Network network = signers(30);
  const Graph graph = select(network);
  NamedScores rank;
  rank.title = "lateness";
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    rank.scores.values.push_back(static_cast<double>(v));
  }
  const FigureSubset subset = figure_subset(network, graph, {.limit = 4, .rank = &rank});
  CHECK(ids(network, subset.graph) == std::set<std::string>{"c37", "c38", "c39", "s", "text"});
  CHECK(subset.caption.find("those with the highest lateness") != std::string::npos);
}

TEST_CASE("figure subset: without a series everything within the limit is kept",
          "[exporters][drawing]") {
  NetworkBuilder builder;
  builder.add_entity({.id = "a", .kind = "person", .name = "A"});
  builder.add_entity({.id = "b", .kind = "event", .name = "B"});
  builder.add_entity({.id = "c", .kind = "event", .name = "C"});
  builder.add_relation({.source = "a", .type = "came", .target = "b"});
  const Network network = std::move(builder).finish();
  const FigureSubset subset = figure_subset(network, select(network));
  CHECK(subset.graph.vertex_count() == 3);
  CHECK(subset.graph.edge_count() == 1);
  CHECK(subset.caption == "Shows 2 events and 1 person. Nothing is left out.");
}

TEST_CASE("figure subset: a series whose entities only attended is drawn without columns",
          "[exporters][drawing]") {
  NetworkBuilder builder;
  builder.add_entity({.id = "a", .kind = "person", .name = "A"});
  builder.add_entity({.id = "s", .kind = "summit", .name = "S"});
  builder.add_relation({.source = "a", .type = "attended", .target = "s"});
  builder.add_series({.id = "series", .name = "Series", .editions = {"s"}});
  const Network network = std::move(builder).finish();
  const drawing::Choice choice = drawing::choose(network, select(network), {});
  CHECK(choice.editions.series == nullptr);
  CHECK(choice.subset.graph.edge_count() == 1);
}

TEST_CASE("figure subset: an unknown series is refused", "[exporters][drawing]") {
  const Network network = testing::summit_network();
  CHECK_THROWS_AS(figure_subset(network, select(network), {.series = "nonsense"}), UnknownName);
}

}  // namespace
}  // namespace summitry
