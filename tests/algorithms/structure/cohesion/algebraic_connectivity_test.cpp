// Algebraic connectivity.
#include "algorithms/structure/cohesion/algebraic_connectivity.hpp"

#include <atomic>
#include <cmath>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry::testing {
namespace {

// By as few vertices as the sparse method takes, and by a dense solver.
double sparse(const Graph& graph) {
  return algebraic_connectivity(graph, {.direct = 0}).value();
}
double dense(const Graph& graph) {
  return algebraic_connectivity(graph, {.direct = graph.vertex_count()}).value();
}

// A path through all vertices, so that it is connected, and random edges.
Graph connected(VertexId n, std::size_t more, Direction direction, std::uint64_t seed) {
  std::vector<Edge> edges = random_graph({n, more, direction}, seed).edges();
  const auto order = random_permutation(n, seed);
  for (VertexId v = 1; v < n; ++v) edges.push_back({order[v - 1], order[v]});
  return direction == Direction::directed ? directed(n, edges) : undirected(n, edges);
}

Graph grid(VertexId rows, VertexId columns) {
  std::vector<Edge> edges;
  for (VertexId r = 0; r < rows; ++r) {
    for (VertexId c = 0; c < columns; ++c) {
      const VertexId v = r * columns + c;
      if (c > 0) edges.push_back({v - 1, v});
      if (r > 0) edges.push_back({v - columns, v});
    }
  }
  return undirected(rows * columns, edges);
}

}  // namespace

TEST_CASE("algebraic connectivity: of paths, cycles, stars and complete graphs",
          "[algorithms][algebraic-connectivity]") {
  const double pi = std::acos(-1.0);
  CHECK(*algebraic_connectivity(path(7)) == Approx(2.0 - 2.0 * std::cos(pi / 7)));
  CHECK(*algebraic_connectivity(cycle(7)) == Approx(2.0 - 2.0 * std::cos(2.0 * pi / 7)));
  CHECK(*algebraic_connectivity(star(5)) == Approx(1.0));
  CHECK(*algebraic_connectivity(complete(6)) == Approx(6.0));
}

TEST_CASE("algebraic connectivity: 0 in two components, missing for one vertex or too many",
          "[algorithms][algebraic-connectivity]") {
  CHECK(algebraic_connectivity(undirected(4, {{0, 1}, {2, 3}})) == 0.0);
  CHECK_FALSE(algebraic_connectivity(undirected(1, {})).has_value());
  CHECK_FALSE(algebraic_connectivity(Graph()).has_value());
  CHECK_FALSE(algebraic_connectivity(path(5), {.largest = 4}).has_value());
  CHECK(algebraic_connectivity(undirected(5, {}), {.largest = 4}) == 0.0);
}

TEST_CASE("algebraic connectivity: the sparse method agrees with the dense one on random graphs",
          "[algorithms][algebraic-connectivity]") {
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    const auto n = static_cast<VertexId>(65 + 9 * seed);
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = connected(n, seed * seed * 10, direction, seed);  // up to 20 a vertex
    INFO(n << " vertices, " << graph.edge_count() << " edges");
    CHECK(sparse(graph) == Approx(dense(graph)).epsilon(1e-9));
  }
}

TEST_CASE("algebraic connectivity: the sparse method on families with a known figure",
          "[algorithms][algebraic-connectivity]") {
  const double pi = std::acos(-1.0);
  const auto of_path = [pi](double n) { return 4.0 * std::pow(std::sin(pi / (2.0 * n)), 2); };
  CHECK(sparse(path(70)) == Approx(of_path(70)).epsilon(1e-10));
  CHECK(sparse(path(30'000)) == Approx(of_path(30'000)).epsilon(1e-9));
  CHECK(sparse(cycle(5001)) == Approx(of_path(2500.5)).epsilon(1e-9));  // twice the same figure
  CHECK(sparse(star(3000)) == Approx(1.0).epsilon(1e-9));               // 2999 times
  CHECK(sparse(complete(80)) == Approx(80.0).epsilon(1e-9));
  CHECK(sparse(grid(40, 61)) == Approx(of_path(61)).epsilon(1e-9));
  CHECK(sparse(grid(50, 50)) == Approx(of_path(50)).epsilon(1e-9));  // twice
}

TEST_CASE("algebraic connectivity: without a factor, where one would fill in",
          "[algorithms][algebraic-connectivity]") {
  const Graph graph = connected(500, 6000, Direction::undirected, 3);
  CHECK(sparse(graph) == Approx(dense(graph)).epsilon(1e-9));
}

TEST_CASE("algebraic connectivity: the same bytes on one, two and four threads, and every time",
          "[algorithms][algebraic-connectivity][parallel]") {
  const Graph graph = connected(900, 1500, Direction::undirected, 8);
  Run run;
  run.threads = 1;
  const auto one = algebraic_connectivity(graph, {}, run);
  for (const int threads : {2, 4}) {
    run.threads = threads;
    run.seed = 99;  // which it does not read
    CHECK(algebraic_connectivity(graph, {}, run) == one);
  }
}

TEST_CASE("algebraic connectivity: can be stopped", "[algorithms][algebraic-connectivity]") {
  const std::atomic<bool> stop{true};
  Run run;
  run.cancel = &stop;
  CHECK_THROWS_AS(algebraic_connectivity(path(2000), {}, run), Cancelled);
}

TEST_CASE("algebraic connectivity: direction, loops and parallel edges do not count",
          "[algorithms][algebraic-connectivity]") {
  const Graph graph = directed(3, {{0, 1}, {1, 0}, {0, 1}, {2, 1}, {2, 2}});
  CHECK(*algebraic_connectivity(graph) == Approx(1.0));
  // A directed star, some of whose edges go both ways and twice, by the sparse method.
  std::vector<Edge> edges;
  for (VertexId v = 1; v < 200; ++v) {
    edges.push_back({0, v});
    if (v % 2 == 0) edges.push_back({v, 0});
    if (v % 3 == 0) edges.push_back({0, v});
    if (v % 5 == 0) edges.push_back({v, v});
  }
  CHECK(sparse(directed(200, edges)) == Approx(1.0).epsilon(1e-9));
}

TEST_CASE("algebraic connectivity: of the karate club", "[algorithms][algebraic-connectivity]") {
  // Zachary 1977; by NetworkX 2.8.8 and SciPy.
  CHECK(*algebraic_connectivity(karate()) == Approx(0.468525).margin(5e-7));
}

}  // namespace summitry::testing
