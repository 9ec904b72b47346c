// Degrees and strengths.
#include "algorithms/centrality/degree.hpp"

#include <numeric>

#include "algorithms/catalogue.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("degree: loops count twice, parallel edges each, by hand", "[algorithms][degree]") {
  //  0 = 1 - 2 (loop)     3
  const Graph graph = undirected(4, {{0, 1}, {0, 1}, {1, 2}, {2, 2}});
  CHECK(degree(graph).values == Values{2, 3, 3, 0});
  CHECK(degree(graph, {Ends::in}).values == degree(graph).values);
  CHECK(degree(graph, {Ends::both, Scale::normalized}).values == Values{2.0 / 3, 1, 1, 0});
}

TEST_CASE("degree: directed in, out and both, by hand", "[algorithms][degree]") {
  const Graph graph = directed(3, {{0, 1}, {0, 2}, {1, 1}, {2, 1}});
  CHECK(degree(graph, {Ends::in}).values == Values{0, 3, 1});
  CHECK(degree(graph, {Ends::out}).values == Values{2, 1, 1});
  CHECK(degree(graph).values == Values{2, 4, 2});
}

TEST_CASE("strength: sums weights, an undirected loop twice, by hand", "[algorithms][degree]") {
  const auto strengths = WeightMeaning::strength;
  const Graph graph =
      weighted(3, Direction::undirected, strengths, {{0, 1}, {0, 1}, {1, 1}}, {0.5, 2, 0.25});
  CHECK(strength(graph).values == Values{2.5, 3, 0});
  const Graph arcs = weighted(3, Direction::directed, strengths, {{0, 1}, {1, 1}}, {2, 0.25});
  CHECK(strength(arcs).values == Values{2, 2.5, 0});
  CHECK(strength(arcs, {Ends::in}).values == Values{0, 2.25, 0});
  CHECK(strength(arcs, {Ends::out}).values == Values{2, 0.25, 0});
}

TEST_CASE("degree: every edge has two ends, on random graphs", "[algorithms][degree]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({9, 20, direction, WeightMeaning::strength}, seed);
    INFO(drawn(graph));
    const Values degrees = degree(graph).values;
    CHECK(std::accumulate(degrees.begin(), degrees.end(), 0.0) == 2.0 * graph.edge_count());
    const Values weights = graph.edge_weights();
    const Values strengths = strength(graph).values;
    CHECK(std::accumulate(strengths.begin(), strengths.end(), 0.0) ==
          2.0 * std::accumulate(weights.begin(), weights.end(), 0.0));
  }
}

TEST_CASE("strength: without weights is the degree, and distances are refused",
          "[algorithms][degree]") {
  CHECK(strength(karate()).values == degree(karate()).values);
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(strength(far), InvalidWeight);
  CHECK(degree(far).values == Values{1, 1});
  const Graph negative =
      weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {-1});
  CHECK_THROWS_WITH(strength(negative), Catch::Contains("got -1"));
}

TEST_CASE("opsahl-degree: lies between degree and strength, by hand", "[algorithms][degree]") {
  //  0 -4- 1 -1- 2,  1 -0- 3
  const Graph graph = weighted(4, Direction::undirected, WeightMeaning::strength,
                               {{0, 1}, {1, 2}, {1, 3}}, {4, 1, 0});
  CHECK(difference(opsahl_degree(graph, {0.5}).values, {2, std::sqrt(10.0), 1, 0}, 1e-15) == "");
  const Graph arcs = weighted(3, Direction::directed, WeightMeaning::strength,
                              {{0, 1}, {0, 2}, {1, 0}}, {9, 9, 4});
  CHECK(difference(opsahl_degree(arcs, {0.5, Ends::out}).values, {6, 2, 0}, 1e-15) == "");
  CHECK(difference(opsahl_degree(arcs, {0.5, Ends::in}).values, {2, 3, 3}, 1e-15) == "");
}

TEST_CASE("opsahl-degree: alpha 0 is the degree and 1 the strength, on random graphs",
          "[algorithms][degree]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({9, seed, direction, WeightMeaning::strength}, seed);
    INFO(drawn(graph));
    for (const Ends ends : {Ends::both, Ends::in, Ends::out}) {
      CHECK(opsahl_degree(graph, {0.0, ends}).values == degree(graph, {ends}).values);
      CHECK(difference(opsahl_degree(graph, {1.0, ends}).values, strength(graph, {ends}).values,
                       1e-14) == "");
    }
    const Values whole = opsahl_degree(graph, {2.0}).values;
    Values expected = strength(graph).values;
    for (VertexId v = 0; v < 9; ++v) {
      if (expected[v] > 0.0) expected[v] *= expected[v] / degree(graph).values[v];
    }
    CHECK(difference(whole, expected, 1e-13) == "");
  }
}

TEST_CASE("opsahl-degree: its alpha and ends have ranges", "[algorithms][degree]") {
  CHECK_THROWS_WITH(opsahl_degree(path(3), {-0.5}), Catch::Contains("alpha must be"));
  CHECK(opsahl_degree(path(3), {7.0}).values == degree(path(3)).values);
  CHECK_THROWS_WITH(compute(measure("opsahl-degree"), path(3), {{"ends", "up"}}),
                    Catch::Contains("both, in or out, got up"));
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(opsahl_degree(far), InvalidWeight);
}

TEST_CASE("degree: Diane has most contacts in the kite", "[algorithms][degree]") {
  // Krackhardt 1990.
  CHECK(degree(kite()).values[kite_member::diane] == 6);
  CHECK(degree(florentine()).values[family::medici] == 6);
}

}  // namespace summitry::testing
