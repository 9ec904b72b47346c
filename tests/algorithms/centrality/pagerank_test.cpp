// PageRank.
#include "algorithms/centrality/pagerank.hpp"

#include <numeric>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("pagerank: one edge, by hand", "[algorithms][pagerank]") {
  // 0 -> 1, nothing leaves 1: x0 = 0.15/2 + 0.85 x1/2, x1 = x0 + 0.85 x0, so x0 = 1/2.85
  CHECK(difference(pagerank(directed(2, {{0, 1}})).values, {1 / 2.85, 1.85 / 2.85}, 1e-12) == "");
}

TEST_CASE("pagerank: is uniform on cycles and complete graphs", "[algorithms][pagerank]") {
  CHECK(difference(pagerank(cycle(8)).values, Values(8, 0.125), 1e-14) == "");
  CHECK(difference(pagerank(complete(5)).values, Values(5, 0.2), 1e-14) == "");
}

TEST_CASE("pagerank: of a star, in closed form", "[algorithms][pagerank]") {
  // middle c, leaf l: c = 0.15/5 + 0.85 * 4 l, l = 0.15/5 + 0.85 c/4
  const double middle = (0.03 + 0.85 * 4 * 0.03) / (1 - 0.85 * 0.85);
  const double leaf = 0.03 + 0.85 * middle / 4;
  CHECK(difference(pagerank(star(4)).values, {middle, leaf, leaf, leaf, leaf}, 1e-11) == "");
}

TEST_CASE("pagerank: agrees with a direct solve on random graphs", "[algorithms][pagerank]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({11, 5 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    const Scores rank = pagerank(graph);
    CHECK(rank.convergence->reached);
    CHECK(difference(rank.values, pagerank_by_solving(graph, 0.85), 1e-11) == "");
    CHECK(difference(pagerank(graph, {.damping = 0.3}).values, pagerank_by_solving(graph, 0.3),
                     1e-11) == "");
  }
}

TEST_CASE("pagerank: sums to 1, and the scale of weights does not matter",
          "[algorithms][pagerank]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({10, 18, Direction::directed, WeightMeaning::strength}, seed);
    const Values rank = pagerank(graph).values;
    CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1.0).epsilon(1e-12));
    CHECK(difference(pagerank(scaled(graph, 8.0)).values, rank, 1e-15) == "");
  }
}

TEST_CASE("pagerank: nobody, isolates and damping 0", "[algorithms][pagerank]") {
  CHECK(pagerank(Graph()).values.empty());
  CHECK(pagerank(Graph()).convergence->reached);
  CHECK(pagerank(undirected(4, {})).values == Values(4, 0.25));
  CHECK(pagerank(star(3), {.damping = 0.0}).values == Values(4, 0.25));
}

TEST_CASE("pagerank: stopping early is said, and the estimate kept", "[algorithms][pagerank]") {
  const Scores rank = pagerank(karate(), {.max_iterations = 2});
  CHECK_FALSE(rank.convergence->reached);
  CHECK(rank.convergence->iterations == 2);
  CHECK(rank.convergence->change > 1e-12);
  CHECK(difference(rank.values, pagerank(karate()).values, 0.05) == "");
}

TEST_CASE("pagerank: options outside their range are refused", "[algorithms][pagerank]") {
  CHECK_THROWS_WITH(pagerank(path(3), {.damping = 1.2}),
                    "pagerank: damping must be in [0, 1), got 1.2");
  CHECK_THROWS_AS(pagerank(path(3), {.damping = 1.0}), InvalidOption);
  CHECK_THROWS_AS(pagerank(path(3), {.damping = -0.1}), InvalidOption);
  CHECK_THROWS_AS(pagerank(path(3), {.tolerance = 0.0}), InvalidOption);
  CHECK_THROWS_AS(pagerank(path(3), {.max_iterations = 0}), InvalidOption);
}

TEST_CASE("pagerank: the karate club", "[algorithms][pagerank]") {
  // Zachary 1977; by NetworkX 2.8.8 and igraph 0.10.2.
  const Values rank = pagerank(karate()).values;
  CHECK(rank[33] == Approx(0.100919).margin(5e-7));
  CHECK(rank[0] == Approx(0.096997).margin(5e-7));
}

}  // namespace summitry::testing
