// Katz centrality.
#include "algorithms/centrality/walks/katz.hpp"

#include <numeric>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Values by_solving(const Graph& graph, double alpha) {
  Matrix system = transposed(adjacency(graph));
  for (std::size_t i = 0; i < system.size(); ++i) {
    for (std::size_t j = 0; j < system.size(); ++j) {
      system[i][j] = (i == j ? 1.0 : 0.0) - alpha * system[i][j];
    }
  }
  Values x = solve(system, Values(system.size(), 1.0));
  const double norm = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
  for (double& value : x) value /= norm;
  return x;
}

}  // namespace

TEST_CASE("katz: a directed path with half a discount, by hand", "[algorithms][katz]") {
  // 1, 1 + 1/2, 1 + 1/2 + 1/4, divided by the norm
  const double norm = std::sqrt(1 + 2.25 + 3.0625);
  CHECK(difference(katz(directed(3, {{0, 1}, {1, 2}}), {.alpha = 0.5}).values,
                   {1 / norm, 1.5 / norm, 1.75 / norm}, 1e-13) == "");
}

TEST_CASE("katz: is uniform on regular graphs and without edges", "[algorithms][katz]") {
  CHECK(difference(katz(cycle(4)).values, Values(4, 0.5), 1e-13) == "");
  CHECK(difference(katz(undirected(4, {})).values, Values(4, 0.5), 1e-13) == "");
  CHECK(difference(katz(star(3), {.alpha = 0.0}).values, Values(4, 0.5), 1e-13) == "");
  CHECK(katz(Graph()).values.empty());
}

TEST_CASE("katz: agrees with a direct solve on random graphs", "[algorithms][katz]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({10, 6 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(katz(graph, {.alpha = 0.02}).values, by_solving(graph, 0.02), 1e-11) == "");
  }
}

TEST_CASE("katz: unless told otherwise alpha is 0.9 of its limit", "[algorithms][katz]") {
  // The largest eigenvalue of a star with nine leaves is 3.
  CHECK(difference(katz(star(9)).values, by_solving(star(9), 0.3), 1e-11) == "");
  CHECK(difference(katz(directed(3, {{0, 1}, {1, 2}})).values,
                   by_solving(directed(3, {{0, 1}, {1, 2}}), 0.9), 1e-11) == "");
}

TEST_CASE("katz: directed, the largest eigenvalue is found where rows differ",
          "[algorithms][katz]") {
  //  0 <-> 1 <-> 2 -> 3: the largest eigenvalue is the square root of 2
  const Graph graph = directed(4, {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 3}});
  CHECK(difference(katz(graph).values, by_solving(graph, 0.9 / std::sqrt(2.0)), 1e-11) == "");
}

TEST_CASE("katz: an alpha at which walks never end is refused with the limit",
          "[algorithms][katz]") {
  CHECK_THROWS_WITH(katz(star(9), {.alpha = 0.4}), Catch::Contains("0.333333), got 0.4"));
  CHECK_THROWS_AS(katz(star(9), {.alpha = -0.1}), InvalidOption);
  CHECK_THROWS_AS(katz(star(9), {.tolerance = 0.0}), InvalidOption);
  CHECK_THROWS_AS(katz(star(9), {.max_iterations = 0}), InvalidOption);
  CHECK_FALSE(katz(karate(), {.max_iterations = 3}).convergence->reached);
}

}  // namespace summitry::testing
