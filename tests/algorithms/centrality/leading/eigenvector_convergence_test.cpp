// Eigenvector centrality: what it says of its own exactness, where a search is cut short.
#include <cmath>
#include <vector>

#include "algorithms/centrality/leading/eigenvector.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("eigenvector: stops at the multiplications that it is given",
          "[algorithms][eigenvector]") {
  for (const int most : {1, 2, 3, 7, 30, 60}) {
    const Convergence state = *eigenvector(path(500), {.max_iterations = most}).convergence;
    CHECK(state.iterations == most);
    CHECK_FALSE(state.reached);
  }
}

TEST_CASE("eigenvector: a component given up that may have the largest eigenvalue is said",
          "[algorithms][eigenvector]") {
  // A star of nine (3), of which the first look shows 1.8, and a triangle (2), known at once.
  std::vector<Edge> edges{{10, 11}, {11, 12}, {12, 10}};
  for (VertexId leaf = 1; leaf < 10; ++leaf) edges.push_back({0, leaf});
  const Graph graph = undirected(13, edges);
  CHECK_FALSE(eigenvector(graph, {.max_iterations = 1}).convergence->reached);
  const Scores scores = eigenvector(graph);
  CHECK(scores.convergence->reached);
  CHECK(scores.values[0] == Approx(std::sqrt(0.5)));
}

TEST_CASE(
    "eigenvector: directed, a component given up that may have the largest eigenvalue is said",
    "[algorithms][eigenvector]") {
  // Nine all joined and a tenth joined to one of them: above 8, of which the first look shows between
  // 1 and 9; and eight all joined (7), known at once.
  std::vector<Edge> edges{{0, 9}, {9, 0}};
  for (VertexId u = 0; u < 18; ++u) {
    for (VertexId v = 0; v < 18; ++v) {
      const bool joined = (u < 9 && v < 9) || (u > 9 && v > 9);
      if (joined && u != v) edges.push_back({u, v});
    }
  }
  const Graph graph = directed(18, edges);
  CHECK_FALSE(eigenvector(graph, {.max_iterations = 1}).convergence->reached);
  const Scores scores = eigenvector(graph);
  CHECK(scores.convergence->reached);
  CHECK(scores.values[17] == 0.0);
}

TEST_CASE("eigenvector: directed, how equal leaders share is known or said not to be",
          "[algorithms][eigenvector]") {
  // Two arrive everywhere, so that the vector is known at once; but not as many leave.
  std::vector<Edge> edges;
  for (const VertexId first : {0U, 3U}) {
    for (const auto& [u, v] : std::vector<Edge>{{1, 0}, {2, 0}, {0, 1}, {2, 1}, {0, 2}, {2, 2}}) {
      edges.push_back({first + u, first + v});
    }
  }
  const Graph graph = directed(6, edges);
  CHECK_FALSE(eigenvector(graph, {.max_iterations = 1}).convergence->reached);
  const Scores scores = eigenvector(graph);
  CHECK(scores.convergence->reached);
  CHECK(difference(scores.values, Values(6, std::sqrt(1.0 / 6))) == "");
}

TEST_CASE("eigenvector: what solving downstream misses is said", "[algorithms][eigenvector]") {
  // A pair of eigenvalue 1 leads into a ring that weighs less and differs from edge to edge.
  constexpr VertexId kRing = 40;
  Random random(8);
  std::vector<Edge> edges{{0, 1}, {1, 0}, {1, 2}};
  Values weights{1.0, 1.0, 1.0};
  for (VertexId v = 0; v < kRing; ++v) {
    edges.push_back({2 + v, 2 + (v + 1) % kRing});
    weights.push_back(0.5 + 0.49 * random.unit());
  }
  const Graph graph =
      weighted(2 + kRing, Direction::directed, WeightMeaning::strength, edges, weights);
  const Convergence state = *eigenvector(graph).convergence;
  CHECK(state.reached);
  CHECK(state.change > 0.0);
  CHECK(state.change < 1e-15);
}

}  // namespace summitry::testing
