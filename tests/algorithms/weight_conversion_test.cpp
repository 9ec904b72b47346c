// Strengths to distances and back.
#include "algorithms/weight_conversion.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

using By = Conversion::By;

Graph strengths(std::vector<double> weights) {
  const auto n = static_cast<VertexId>(weights.size());
  return weighted(n + 1, Direction::undirected, WeightMeaning::strength, path(n + 1).edges(),
                  std::move(weights));
}

}  // namespace

TEST_CASE("weight conversion: each of the three, by hand", "[algorithms][weight-conversion]") {
  const Graph graph = strengths({1, 4, 0.25});
  CHECK(convert_weights(graph, {By::inverse}).edge_weights() == Values{1, 0.25, 4});
  CHECK(convert_weights(graph, {By::reversed}).edge_weights() == Values{4, 1, 4.75});
  CHECK(difference(convert_weights(graph, {By::opsahl, 0.5}).edge_weights(), {1, 0.5, 2}, 1e-15) ==
        "");
  CHECK(convert_weights(graph, {By::inverse}).weight_meaning() == WeightMeaning::distance);
}

TEST_CASE("weight conversion: an alpha of 1 is the inverse, and 0 forgets the weights",
          "[algorithms][weight-conversion]") {
  const Graph graph = random_graph({12, 30, Direction::directed, WeightMeaning::strength}, 3);
  CHECK(difference(convert_weights(graph, {By::opsahl, 1.0}).edge_weights(),
                   convert_weights(graph, {By::inverse}).edge_weights(), 1e-15) == "");
  CHECK(convert_weights(graph, {By::opsahl, 0.0}).edge_weights() == Values(30, 1.0));
}

TEST_CASE("weight conversion: there and back leaves edges, entities, relations and weights",
          "[algorithms][weight-conversion]") {
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    GraphParts parts;
    parts.vertices = 3;
    parts.direction = direction;
    parts.edges = {{2, 0}, {0, 1}, {0, 1}, {1, 1}};
    parts.meaning = WeightMeaning::strength;
    parts.weights = {1, 2, 4, 8};
    parts.relation_begin = {0, 2, 3, 4, 6};
    parts.relations = {9, 8, 7, 6, 5, 4};
    parts.entities = {30, 10, 20};
    const Graph graph(parts);
    for (const Conversion& conversion :
         {Conversion{By::inverse}, Conversion{By::reversed}, Conversion{By::opsahl, 2.0}}) {
      const Graph back = convert_weights(convert_weights(graph, conversion), conversion);
      INFO(to_string(conversion));
      CHECK(back.weight_meaning() == WeightMeaning::strength);
      CHECK(back.edges() == graph.edges());
      CHECK(difference(back.edge_weights(), graph.edge_weights(), 1e-14) == "");
      for (VertexId v = 0; v < 3; ++v) CHECK(back.entity(v) == graph.entity(v));
      for (EdgeId e = 0; e < 4; ++e) {
        const auto before = graph.relations(e);
        const auto after = back.relations(e);
        CHECK(std::equal(before.begin(), before.end(), after.begin(), after.end()));
      }
    }
  }
}

TEST_CASE("weight conversion: stronger is nearer", "[algorithms][weight-conversion]") {
  const Graph graph = random_graph({15, 40, Direction::undirected, WeightMeaning::strength}, 5);
  const Values before = graph.edge_weights();
  for (const Conversion& conversion :
       {Conversion{By::inverse}, Conversion{By::reversed}, Conversion{By::opsahl, 0.3}}) {
    const Values after = convert_weights(graph, conversion).edge_weights();
    for (std::size_t a = 0; a < before.size(); ++a) {
      for (std::size_t b = 0; b < before.size(); ++b) {
        CHECK((before[a] < before[b]) == (after[a] > after[b]));
      }
    }
  }
}

TEST_CASE("weight conversion: refuses what has no other side", "[algorithms][weight-conversion]") {
  CHECK_THROWS_WITH(convert_weights(path(3), {}), Catch::Contains("--weights NAME"));
  for (const By by : {By::inverse, By::reversed, By::opsahl}) {
    CHECK_THROWS_WITH(convert_weights(strengths({1, 0}), {by}),
                      Catch::Contains("must be a finite number > 0, got 0"));
    CHECK_THROWS_AS(convert_weights(strengths({-1}), {by}), InvalidWeight);
  }
  CHECK_THROWS_WITH(convert_weights(strengths({1e-310}), {By::inverse}),
                    Catch::Contains("a converted weight"));
  CHECK_THROWS_AS(convert_weights(strengths({1}), {By::opsahl, -1.0}), InvalidOption);
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_WITH(convert_weights(far, {By::opsahl, 0.0}), Catch::Contains("> 0 from distances"));
  const Graph none = weighted(2, Direction::undirected, WeightMeaning::strength, {}, {});
  CHECK(convert_weights(none, {By::reversed}).edge_count() == 0);
}

TEST_CASE("weight conversion: names are read as they are written",
          "[algorithms][weight-conversion]") {
  for (const char* text : {"inverse", "reversed", "opsahl:0.5", "opsahl:0"}) {
    CHECK(to_string(parse_conversion(text)) == text);
  }
  CHECK(parse_conversion("opsahl:0.5") == Conversion{By::opsahl, 0.5});
  CHECK_THROWS_WITH(parse_conversion("invers"), Catch::Contains("did you mean \"inverse\"?"));
  CHECK_THROWS_AS(parse_conversion(""), UnknownName);
  for (const char* text : {"opsahl", "opsahl:", "opsahl:x", "opsahl:-1", "inverse:2"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_conversion(text), InvalidOption);
  }
}

}  // namespace summitry::testing
