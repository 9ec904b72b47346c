// Bonacich's power.
#include "algorithms/centrality/walks/bonacich_power.hpp"

#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// 40000 edges between 17000 vertices, quickly: two blocks of rows, and of vertices.
Graph large_graph(Direction direction) {
  std::mt19937_64 random(5);
  GraphParts parts{.vertices = 17000, .direction = direction};
  for (int i = 0; i < 40000; ++i) {
    const auto end = [&] { return static_cast<VertexId>(random() % 17000); };
    const VertexId source = end();
    parts.edges.push_back({source, end()});
    parts.weights.push_back(0.25 * static_cast<double>(1 + random() % 8));
  }
  parts.meaning = WeightMeaning::strength;
  return Graph(std::move(parts));
}

// (I - beta A)^-1 A 1, brought to squares that add up to n.
Values power_by_solving(const Graph& graph, double beta) {
  Matrix system = adjacency(graph);
  const double n = static_cast<double>(system.size());
  Values right(system.size());
  for (std::size_t u = 0; u < system.size(); ++u) {
    right[u] = std::accumulate(system[u].begin(), system[u].end(), 0.0);
    for (std::size_t v = 0; v < system.size(); ++v) {
      system[u][v] = (u == v ? 1.0 : 0.0) - beta * system[u][v];
    }
  }
  Values x = solve(system, right);
  const double squares = std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
  for (double& value : x) value /= std::sqrt(squares / n);
  return x;
}

}  // namespace

TEST_CASE("bonacich-power: of three in a row, by hand", "[algorithms][bonacich_power]") {
  // ends e = 1 + b m, middle m = 2 (1 + b e); with b = -1/2: e = 1 - m/2, m = 2 - e, so m = 2, e = 0
  const Values values = bonacich_power(path(3), {.beta = -0.5}).values;
  CHECK(difference(values, {0.0, std::sqrt(3.0), 0.0}, 1e-13) == "");
}

TEST_CASE("bonacich-power: is the same for all in regular graphs", "[algorithms][bonacich_power]") {
  CHECK(difference(bonacich_power(cycle(7)).values, Values(7, 1.0), 1e-12) == "");
  CHECK(difference(bonacich_power(complete(5), {.scale = Scale::normalized}).values, Values(5, 0.2),
                   1e-12) == "");
}

TEST_CASE("bonacich-power: agrees with a direct solve on random graphs",
          "[algorithms][bonacich_power]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({11, 8 + seed / 3, direction, meaning}, seed);
    INFO(drawn(graph));
    for (const double beta : {0.05, -0.05, 0.0, 1.2345, -0.777}) {
      CHECK(difference(bonacich_power(graph, {.beta = beta}).values, power_by_solving(graph, beta),
                       1e-9) == "");
    }
  }
}

TEST_CASE("bonacich-power: with beta 0 is the degree, and relabelling permutes it",
          "[algorithms][bonacich_power]") {
  const Graph graph = karate();
  const Values values = bonacich_power(graph, {.beta = 0.0, .scale = Scale::normalized}).values;
  CHECK(values[33] == Approx(17.0 / 156).epsilon(1e-13));
  const auto names = random_permutation(34, 3);
  CHECK(difference(bonacich_power(relabelled(graph, names)).values,
                   permuted(bonacich_power(graph).values, names), 1e-12) == "");
}

TEST_CASE("bonacich-power: nobody, no edges, and options outside their range",
          "[algorithms][bonacich_power]") {
  CHECK(bonacich_power(Graph()).values.empty());
  CHECK(bonacich_power(undirected(3, {})).values == Values(3, 0.0));
  CHECK_THROWS_WITH(bonacich_power(complete(3), {.beta = 0.5}),
                    "bonacich-power: beta must be other than 1 / an eigenvalue, got 0.5");
  CHECK_THROWS_AS(bonacich_power(path(3), {.beta = INFINITY}), InvalidOption);
  CHECK_THROWS_AS(bonacich_power(path(3), {.tolerance = 0.0}), InvalidOption);
  CHECK_THROWS_AS(bonacich_power(path(3), {.max_iterations = 0}), InvalidOption);
}

TEST_CASE("bonacich-power: the same bytes for any number of threads",
          "[algorithms][bonacich_power][parallel]") {
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = large_graph(direction);
    const Values one = bonacich_power(graph, {.beta = 0.02}, {.threads = 1}).values;
    CHECK(bonacich_power(graph, {.beta = 0.02}, {.threads = 2}).values == one);
    CHECK(bonacich_power(graph, {.beta = 0.02}, {.threads = 4}).values == one);
  }
}

}  // namespace summitry::testing
