// Hubs and authorities.
#include "algorithms/centrality/leading/hits.hpp"

#include <numeric>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Values shares(Values x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& value : x) value /= sum;
  return x;
}

}  // namespace

TEST_CASE("hits: two hubs and their authority, by hand", "[algorithms][hits]") {
  //  0 -> 2 <- 1
  const Graph graph = directed(3, {{0, 2}, {1, 2}});
  CHECK(difference(hub(graph).values, {0.5, 0.5, 0}, 1e-13) == "");
  CHECK(difference(authority(graph).values, {0, 0, 1}, 1e-13) == "");
}

TEST_CASE("hits: undirected, hub and authority are the same, bipartite or not",
          "[algorithms][hits]") {
  CHECK(difference(hub(karate()).values, authority(karate()).values, 1e-11) == "");
  CHECK(difference(hub(cycle(4)).values, Values(4, 0.25), 1e-13) == "");
  // A star's middle and its leaves have the same singular value apart: uniform hubs decide, of which
  // one is the middle and four are leaves.
  CHECK(difference(hub(star(4)).values, Values(5, 0.2), 1e-13) == "");
  CHECK(difference(authority(star(4)).values, {0.5, 0.125, 0.125, 0.125, 0.125}, 1e-13) == "");
}

TEST_CASE("hits: is where iterating from uniform hubs leads, on random graphs",
          "[algorithms][hits]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({9, 4 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    const Matrix matrix = adjacency(graph);
    const Matrix twice = product(matrix, transposed(matrix));
    const Values hubs = product(high_power(twice, 20), Values(9, 1.0));
    CHECK(difference(hub(graph).values, shares(hubs), 1e-5) == "");
    CHECK(difference(authority(graph).values, shares(product(transposed(matrix), hubs)), 1e-5) ==
          "");
  }
}

TEST_CASE("hits: parts that share the largest value count by their hubs, by hand",
          "[algorithms][hits]") {
  // Both have the singular value 2: 4 hubs of one authority, 1 hub of four; and a lesser part, 9 -> 0.
  const Graph graph = directed(
      12, {{0, 4}, {1, 4}, {2, 4}, {3, 4}, {5, 6}, {5, 7}, {5, 8}, {5, 10}, {9, 0}, {11, 0}});
  const HubsAndAuthorities both = hits(graph);
  CHECK(difference(both.hub.values, {0.2, 0.2, 0.2, 0.2, 0, 0.2, 0, 0, 0, 0, 0, 0}, 1e-13) == "");
  CHECK(difference(both.authority.values, {0, 0, 0, 0, 0.5, 0, 0.125, 0.125, 0.125, 0, 0.125, 0},
                   1e-13) == "");
  CHECK(both.hub.convergence->reached);
}

TEST_CASE("hits: a part given up that may have the largest value is said", "[algorithms][hits]") {
  // Hub 0 of nine authorities, each of which has one hub more (10), of which the first look shows 3.6;
  // and four hubs of one authority (4), known at once.
  std::vector<Edge> edges{{20, 24}, {21, 24}, {22, 24}, {23, 24}};
  for (VertexId v = 1; v < 10; ++v) {
    edges.push_back({0, 10 + v});
    edges.push_back({v, 10 + v});
  }
  const Graph graph = directed(25, edges);
  CHECK_FALSE(hub(graph, {.max_iterations = 1}).convergence->reached);
  const Scores scores = hub(graph);
  CHECK(scores.convergence->reached);
  CHECK(scores.values[0] == Approx(0.5));
  CHECK(scores.values[20] == 0.0);
}

TEST_CASE("hits: both at once are what each is alone", "[algorithms][hits]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = random_graph({30, 90, direction, WeightMeaning::strength}, 5);
    const HubsAndAuthorities both = hits(graph);
    CHECK(both.hub.values == hub(graph).values);
    CHECK(both.authority.values == authority(graph).values);
  }
}

TEST_CASE("hits: a lopsided directed graph of many parts agrees with the definition",
          "[algorithms][hits]") {
  const Graph graph = random_graph({400, 700, Direction::directed, WeightMeaning::strength}, 3);
  const HubsAndAuthorities both = hits(graph);
  const Matrix matrix = adjacency(graph);
  CHECK(difference(both.authority.values, shares(product(transposed(matrix), both.hub.values)),
                   1e-9) == "");
  CHECK(difference(both.hub.values, shares(product(matrix, both.authority.values)), 1e-9) == "");
}

TEST_CASE("hits: the same bytes on one thread and on four", "[algorithms][hits][parallel]") {
  const Graph graph = random_graph({10'000, 60'000, Direction::directed}, 6);  // two blocks of rows
  const HubsAndAuthorities one = hits(graph, {}, {.threads = 1});
  const HubsAndAuthorities four = hits(graph, {}, {.threads = 4});
  CHECK(one.hub.values == four.hub.values);
  CHECK(one.authority.values == four.authority.values);
}

TEST_CASE("hits: turning every edge round exchanges the two", "[algorithms][hits]") {
  const Graph graph = random_graph({20, 60, Direction::directed}, 2);
  std::vector<Edge> turned;
  for (const auto& [u, v] : graph.edges()) turned.push_back({v, u});
  CHECK(difference(hub(directed(20, turned)).values, authority(graph).values, 1e-10) == "");
}

TEST_CASE("hits: nobody, no edges, and options outside their range", "[algorithms][hits]") {
  CHECK(hub(Graph()).values.empty());
  CHECK(authority(directed(4, {})).values == Values(4, 0.25));
  CHECK_THROWS_WITH(authority(path(3), {.tolerance = 0.0}), Catch::StartsWith("authority:"));
  CHECK_THROWS_AS(hub(path(3), {.max_iterations = 0}), InvalidOption);
  CHECK_THROWS_WITH(hits(path(3), {.tolerance = -1.0}), Catch::StartsWith("hits:"));
}

}  // namespace summitry::testing
