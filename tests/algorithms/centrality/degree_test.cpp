// Degrees and strengths.
#include "algorithms/centrality/degree.hpp"

#include <numeric>

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

TEST_CASE("degree: Diane has most contacts in the kite", "[algorithms][degree]") {
  // Krackhardt 1990.
  CHECK(degree(kite()).values[kite_member::diane] == 6);
  CHECK(degree(florentine()).values[family::medici] == 6);
}

}  // namespace summitry::testing
