// Laplacian centrality.
#include "algorithms/centrality/laplacian.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// The trace of the squared Laplacian of what is left without `removed` (n: nobody is).
double energy_without(const Matrix& joined, std::size_t removed) {
  const std::size_t n = joined.size();
  Matrix laplacian(n, Values(n, 0.0));
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (u == v || u == removed || v == removed) continue;
      laplacian[u][u] += joined[u][v];
      laplacian[u][v] -= joined[u][v];
    }
  }
  const Matrix square = product(laplacian, laplacian);
  double trace = 0.0;
  for (std::size_t v = 0; v < n; ++v) trace += square[v][v];
  return trace;
}

Values by_removal(const Graph& graph) {
  const Matrix weights = joined(graph);
  Values drops;
  for (std::size_t v = 0; v < weights.size(); ++v) {
    drops.push_back(energy_without(weights, weights.size()) - energy_without(weights, v));
  }
  return drops;
}

}  // namespace

TEST_CASE("laplacian: a path of three, by hand", "[algorithms][laplacian]") {
  // E = 1 + 4 + 1 + 2 * 2 = 10; without an end 1 + 1 + 2 = 4, without the middle 0.
  CHECK(laplacian(path(3)).values == Values{6, 10, 6});
  CHECK(laplacian(path(3), {Scale::normalized}).values == Values{0.6, 1, 0.6});
}

TEST_CASE("laplacian: of stars and complete graphs, in closed form", "[algorithms][laplacian]") {
  // k^2 + k + 2 (degrees of the neighbours)
  CHECK(laplacian(star(5)).values == Values{40, 12, 12, 12, 12, 12});
  CHECK(laplacian(complete(6)).values == Values(6, 5.0 * 5 + 5 + 2 * 25));
}

TEST_CASE("laplacian: agrees with taking out every vertex of random graphs",
          "[algorithms][laplacian]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({9, seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(laplacian(graph).values, by_removal(graph)) == "");
  }
}

TEST_CASE("laplacian: grows with the square of the weights, normalized not at all",
          "[algorithms][laplacian]") {
  const Graph graph = random_graph({20, 50, Direction::undirected, WeightMeaning::strength}, 6);
  Values squared = laplacian(graph).values;
  for (double& value : squared) value *= 4.0;
  CHECK(difference(laplacian(scaled(graph, 2.0)).values, squared, 1e-12) == "");
  CHECK(difference(laplacian(scaled(graph, 2.0), {Scale::normalized}).values,
                   laplacian(graph, {Scale::normalized}).values, 1e-12) == "");
}

TEST_CASE("laplacian: one thread and four give the same bytes",
          "[algorithms][laplacian][parallel]") {
  const Graph graph = random_graph({17'000, 34'000, Direction::directed}, 2);  // two blocks
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  CHECK(laplacian(graph, {Scale::normalized}, one).values ==
        laplacian(graph, {Scale::normalized}, four).values);
}

TEST_CASE("laplacian: nobody, no edges, distances", "[algorithms][laplacian]") {
  CHECK(laplacian(Graph()).values.empty());
  CHECK(laplacian(undirected(2, {{1, 1}}), {Scale::normalized}).values == Values{0, 0});
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(laplacian(far), InvalidWeight);
}

TEST_CASE("laplacian: the six vertices of Qi et al.", "[algorithms][laplacian]") {
  // Qi, Fuller, Wu, Wu & Zhang 2012, their weighted example: A to F.
  const Graph graph =
      weighted(6, Direction::undirected, WeightMeaning::strength,
               {{0, 1}, {4, 5}, {0, 2}, {2, 1}, {1, 3}, {1, 4}}, {4, 1, 2, 1, 2, 2});
  CHECK(difference(laplacian(graph, {Scale::normalized}).values,
                   {0.70, 0.90, 0.28, 0.22, 0.26, 0.04}, 1e-12) == "");
}

}  // namespace summitry::testing
