// PageRank.
#include "algorithms/centrality/walks/pagerank.hpp"

#include <cmath>
#include <numeric>
#include <random>
#include <utility>

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

namespace {

// 1200000 edges between 20000 vertices, quickly.
Graph large_graph(Direction direction) {
  std::mt19937_64 random(5);
  GraphParts parts{.vertices = 20000, .direction = direction};
  for (int i = 0; i < 1200000; ++i) {
    const auto end = [&] { return static_cast<VertexId>(random() % 20000); };
    const VertexId source = end();
    parts.edges.push_back({source, end()});
  }
  return Graph(std::move(parts));
}

// The definition with jumps to some vertices, as a linear system.
Values personal_by_solving(const Graph& graph, double damping, const Values& jumps) {
  const Matrix a = adjacency(graph);
  const std::size_t n = a.size();
  Matrix system(n, Values(n, 0.0));
  for (std::size_t u = 0; u < n; ++u) {
    const double leaving = std::accumulate(a[u].begin(), a[u].end(), 0.0);
    for (std::size_t v = 0; v < n; ++v) {
      system[v][u] =
          (u == v ? 1.0 : 0.0) - damping * (leaving > 0.0 ? a[u][v] / leaving : jumps[v]);
    }
  }
  Values right = jumps;
  for (double& value : right) value *= 1.0 - damping;
  return solve(system, right);
}

}  // namespace

TEST_CASE("pagerank: agrees with a direct solve where jumps lead to some",
          "[algorithms][pagerank]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({12, 4 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    Values jumps(12, 0.0);
    jumps[3] = 0.5;
    jumps[7] = jumps[9] = 0.25;
    CHECK(difference(pagerank(graph, {.teleport = {3, 7, 3, 9}}).values,
                     personal_by_solving(graph, 0.85, jumps), 1e-11) == "");
  }
}

TEST_CASE("pagerank: holds what it promises about the next step", "[algorithms][pagerank]") {
  for (const double tolerance : {1e-3, 1e-6, 1e-9}) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
      const Graph graph = random_graph({40, 70, direction, WeightMeaning::none}, seed);
      INFO(drawn(graph));
      const Scores rank = pagerank(graph, {.tolerance = tolerance});
      const Values exact = pagerank_by_solving(graph, 0.85);
      double error = 0.0;
      for (std::size_t v = 0; v < exact.size(); ++v) error += std::abs(rank.values[v] - exact[v]);
      CHECK(rank.convergence->reached);
      CHECK(rank.convergence->change < tolerance);
      CHECK(error <= tolerance / 0.15);
    }
  }
}

TEST_CASE("pagerank: of a large strong component, the same bytes for any number of threads",
          "[algorithms][pagerank][parallel]") {
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = large_graph(direction);
    const Scores one = pagerank(graph, {.tolerance = 1e-9}, {.threads = 1});
    CHECK(one.convergence->reached);
    CHECK(pagerank(graph, {.tolerance = 1e-9}, {.threads = 2}).values == one.values);
    CHECK(pagerank(graph, {.tolerance = 1e-9}, {.threads = 4}).values == one.values);
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
  const Scores first = pagerank(karate(), {.max_iterations = 1});
  CHECK(first.convergence->iterations == 1);
  CHECK(std::accumulate(first.values.begin(), first.values.end(), 0.0) == Approx(1.0));
}

TEST_CASE("pagerank: options outside their range are refused", "[algorithms][pagerank]") {
  CHECK_THROWS_WITH(pagerank(path(3), {.damping = 1.2}),
                    "pagerank: damping must be in [0, 1), got 1.2");
  CHECK_THROWS_AS(pagerank(path(3), {.damping = 1.0}), InvalidOption);
  CHECK_THROWS_AS(pagerank(path(3), {.damping = -0.1}), InvalidOption);
  CHECK_THROWS_AS(pagerank(path(3), {.tolerance = 0.0}), InvalidOption);
  CHECK_THROWS_AS(pagerank(path(3), {.max_iterations = 0}), InvalidOption);
  CHECK_THROWS_WITH(pagerank(path(3), {.teleport = {1, 3}}),
                    "pagerank: teleport must be vertices below 3, got 1 3");
}

TEST_CASE("pagerank: the karate club", "[algorithms][pagerank]") {
  // Zachary 1977; by NetworkX 2.8.8 and igraph 0.10.2.
  const Values rank = pagerank(karate()).values;
  CHECK(rank[33] == Approx(0.100919).margin(5e-7));
  CHECK(rank[0] == Approx(0.096997).margin(5e-7));
}

}  // namespace summitry::testing
