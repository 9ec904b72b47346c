// Eigenvector centrality.
#include "algorithms/centrality/eigenvector.hpp"

#include <numeric>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Values unit(Values x) {
  const double norm = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
  for (double& value : x) value /= norm;
  return x;
}

// Where millions of steps of shifted power iteration lead.
Values limit_of_powers(const Graph& graph, const Values& start) {
  Matrix matrix = transposed(adjacency(graph));
  for (std::size_t v = 0; v < matrix.size(); ++v) matrix[v][v] += 1.0;
  return unit(product(high_power(matrix, 22), start));
}

bool has_cycle(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  for (const auto& [u, v] : graph.edges()) {
    if (std::isfinite(length[v][u])) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("eigenvector: a path of three is bipartite and converges, by hand",
          "[algorithms][eigenvector]") {
  const Scores scores = eigenvector(path(3));
  CHECK(scores.convergence->reached);
  CHECK(difference(scores.values, {0.5, std::sqrt(0.5), 0.5}, 1e-12) == "");
}

TEST_CASE("eigenvector: of a star and of regular graphs", "[algorithms][eigenvector]") {
  const double leaf = std::sqrt(1.0 / 8);
  CHECK(difference(eigenvector(star(4)).values, {std::sqrt(0.5), leaf, leaf, leaf, leaf}, 1e-12) ==
        "");
  CHECK(difference(eigenvector(cycle(9)).values, Values(9, 1.0 / 3), 1e-12) == "");
  CHECK(difference(eigenvector(complete(4)).values, Values(4, 0.5), 1e-12) == "");
}

TEST_CASE("eigenvector: a long path converges although its eigenvalues crowd",
          "[algorithms][eigenvector]") {
  const Scores scores = eigenvector(path(300));
  CHECK(scores.convergence->reached);
  Values expected;  // sin(pi k / (n + 1))
  for (int k = 1; k <= 300; ++k) expected.push_back(std::sin(std::acos(-1.0) * k / 301));
  CHECK(difference(scores.values, unit(expected), 1e-9) == "");
}

TEST_CASE("eigenvector: only the components with the largest eigenvalue count",
          "[algorithms][eigenvector]") {
  //  a triangle (2), a path of three (1.41), another triangle
  const Graph graph =
      undirected(9, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {6, 7}, {7, 8}, {8, 6}});
  const double each = 1 / std::sqrt(6.0);
  CHECK(difference(eigenvector(graph).values, {each, each, each, 0, 0, 0, each, each, each},
                   1e-12) == "");
}

TEST_CASE("eigenvector: directed, what is downstream of the leading cycle counts, by hand",
          "[algorithms][eigenvector]") {
  //  0 <-> 1 -> 2 -> 3     the cycle has eigenvalue 1, and hands on 1, then 1
  CHECK(difference(eigenvector(directed(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}})).values,
                   Values(4, 0.5), 1e-12) == "");
  //  of two cycles in a row the later one leads
  const double each = std::sqrt(0.5);
  CHECK(difference(eigenvector(directed(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}})).values,
                   {0, 0, each, each}, 1e-12) == "");
}

TEST_CASE("eigenvector: directed, last cycles of the same eigenvalue start out equal, by hand",
          "[algorithms][eigenvector]") {
  //  0 <-> 1     2 <-> 3 <- 4
  CHECK(difference(eigenvector(directed(5, {{0, 1}, {1, 0}, {2, 3}, {3, 2}, {4, 3}})).values,
                   {0.5, 0.5, 0.5, 0.5, 0}, 1e-12) == "");
}

TEST_CASE("eigenvector: directed, cycles on both sides of the leading component, by hand",
          "[algorithms][eigenvector]") {
  // A cycle of two, from which the complete graph of 2, 3, 4 (value 2) is reached, from there a cycle
  // of 5 and 6 (value 1), and behind it 7 with a loop: 5 = (4 + 6) / 2, 6 = 5 / 2, 7 = (6 + 7) / 2.
  const Graph graph = directed(8, {{0, 1},
                                   {1, 0},
                                   {1, 2},
                                   {2, 3},
                                   {3, 2},
                                   {3, 4},
                                   {4, 3},
                                   {4, 2},
                                   {2, 4},
                                   {4, 5},
                                   {5, 6},
                                   {6, 5},
                                   {6, 7},
                                   {7, 7}});
  Values expected = {0, 0, 1, 1, 1, 2.0 / 3, 1.0 / 3, 1.0 / 3};
  double squares = 0.0;
  for (const double value : expected) squares += value * value;
  for (double& value : expected) value /= std::sqrt(squares);
  const Scores found = eigenvector(graph);
  CHECK(difference(found.values, expected, 1e-12) == "");
  CHECK(found.convergence->reached);
}

TEST_CASE("eigenvector: without a cycle nobody counts, without an edge all alike",
          "[algorithms][eigenvector]") {
  CHECK(eigenvector(directed(3, {{0, 1}, {1, 2}})).values == Values(3, 0.0));
  CHECK(difference(eigenvector(directed(4, {})).values, Values(4, 0.5), 1e-15) == "");
  CHECK(difference(eigenvector(undirected(4, {})).values, Values(4, 0.5), 1e-15) == "");
  CHECK(eigenvector(Graph()).values.empty());
}

TEST_CASE("eigenvector: is where power iteration leads, on random graphs",
          "[algorithms][eigenvector]") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({9, 7 + seed / 3, direction, meaning}, seed);
    if (!has_cycle(graph)) continue;
    const Values limit = limit_of_powers(graph, Values(9, 1.0));
    // Several last cycles of the same eigenvalue: the start decides, and ours is another.
    if (graph.directed() &&
        difference(limit, limit_of_powers(graph, Values{1, 2, 3, 4, 5, 6, 7, 8, 9}), 1e-3) != "") {
      continue;
    }
    INFO(drawn(graph));
    const Scores scores = eigenvector(graph);
    CHECK(scores.convergence->reached);
    CHECK(difference(scores.values, limit, 1e-5) == "");
    ++compared;
  }
  CHECK(compared > 60);
}

TEST_CASE("eigenvector: multiplying by the matrix changes nothing but the length",
          "[algorithms][eigenvector]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({30, 90, direction, WeightMeaning::strength}, seed);
    const Values x = eigenvector(graph).values;
    CHECK(difference(unit(product(transposed(adjacency(graph)), x)), x, 1e-11) == "");
    CHECK(std::inner_product(x.begin(), x.end(), x.begin(), 0.0) == Approx(1.0));
  }
}

TEST_CASE("eigenvector: edges of weight 0 join nobody", "[algorithms][eigenvector]") {
  const Graph graph = weighted(4, Direction::undirected, WeightMeaning::strength,
                               {{0, 1}, {1, 2}, {2, 3}}, {2.0, 0.0, 1.0});
  const double each = std::sqrt(0.5);
  CHECK(difference(eigenvector(graph).values, {each, each, 0, 0}, 1e-12) == "");
}

TEST_CASE("eigenvector: stopping early is said", "[algorithms][eigenvector]") {
  CHECK_FALSE(eigenvector(path(500), {.max_iterations = 1}).convergence->reached);
  CHECK_THROWS_AS(eigenvector(path(3), {.tolerance = 0}), InvalidOption);
  CHECK_THROWS_AS(eigenvector(path(3), {.max_iterations = 0}), InvalidOption);
}

TEST_CASE("eigenvector: karate, the kite and the Medici", "[algorithms][eigenvector]") {
  const Values club = eigenvector(karate()).values;  // Zachary 1977; by NetworkX and igraph
  CHECK(club[33] == Approx(0.373363).margin(5e-7));
  CHECK(club[0] == Approx(0.355491).margin(5e-7));
  CHECK(eigenvector(kite()).values[kite_member::diane] == Approx(0.4810).margin(5e-5));
  CHECK(eigenvector(florentine()).values[family::medici] == Approx(0.430308).margin(5e-7));
  CHECK(eigenvector(florentine()).values[family::pucci] == 0.0);
}

}  // namespace summitry::testing
