// Triangles and local clustering.
#include "algorithms/structure/triangles.hpp"

#include <numeric>

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("triangles: two that share an edge, by hand", "[algorithms][triangles]") {
  //  0 - 1
  //  | / |
  //  2 - 3 - 4
  const Graph graph = undirected(5, {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 4}});
  CHECK(triangles(graph).values == Values{1, 2, 2, 1, 0});
  CHECK(difference(clustering(graph).values, {1.0, 2.0 / 3, 2.0 / 3, 1.0 / 3, 0.0}, 1e-15) == "");
}

TEST_CASE("triangles: of complete graphs, cycles and stars", "[algorithms][triangles]") {
  CHECK(triangles(complete(6)).values == Values(6, 10.0));  // 5 * 4 / 2 pairs of others
  CHECK(clustering(complete(6)).values == Values(6, 1.0));
  CHECK(triangles(cycle(5)).values == Values(5, 0.0));
  CHECK(clustering(star(4)).values == Values(5, 0.0));
}

TEST_CASE("triangles: agree with trying all triples on random graphs", "[algorithms][triangles]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({14, 20 + seed, direction}, seed);
    INFO(drawn(graph));
    CHECK(triangles(graph).values == triangles_by_triples(graph));
  }
}

TEST_CASE("triangles: loops, parallel edges and direction do not count",
          "[algorithms][triangles]") {
  const Graph graph = directed(3, {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {1, 2}, {2, 0}});
  CHECK(triangles(graph).values == Values(3, 1.0));
  CHECK(clustering(graph).values == Values(3, 1.0));
}

TEST_CASE("clustering: the karate club's mean", "[algorithms][triangles]") {
  // 0.570638 by NetworkX 2.8.8 and igraph 0.10.2; 45 triangles.
  const Values values = clustering(karate()).values;
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 34;
  CHECK(mean == Approx(0.570638).margin(5e-7));
  const Values counts = triangles(karate()).values;
  CHECK(std::accumulate(counts.begin(), counts.end(), 0.0) == 3 * 45);
}

}  // namespace summitry::testing
