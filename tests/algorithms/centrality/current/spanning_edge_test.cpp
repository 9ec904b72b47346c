// Spanning-edge centrality.
#include "algorithms/centrality/current/spanning_edge.hpp"

#include <numeric>

#include "algorithms/structure/components.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

bool is_tree(const Graph& graph, const std::vector<Edge>& edges, std::uint64_t chosen) {
  std::vector<VertexId> leader(graph.vertex_count());
  std::iota(leader.begin(), leader.end(), VertexId{0});
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if ((chosen >> e & 1U) == 0) continue;
    const VertexId a = leader[edges[e].source];
    const VertexId b = leader[edges[e].target];
    if (a == b) return false;
    std::replace(leader.begin(), leader.end(), a, b);
  }
  return true;
}

// Every set of edges that is a spanning forest as large as can be, by weight.
Values by_all_trees(const Graph& graph) {
  const auto edges = graph.edges();
  const auto weights = graph.edge_weights();
  const auto size = static_cast<int>(graph.vertex_count() - components(graph).count);
  Values held(edges.size(), 0.0);
  double all = 0.0;
  for (std::uint64_t chosen = 0; chosen < std::uint64_t{1} << edges.size(); ++chosen) {
    if (__builtin_popcountll(chosen) != size || !is_tree(graph, edges, chosen)) continue;
    double weight = 1.0;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if ((chosen >> e & 1U) != 0 && !weights.empty()) weight *= weights[e];
    }
    all += weight;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if ((chosen >> e & 1U) != 0) held[e] += weight;
    }
  }
  for (double& value : held) value /= all;
  return held;
}

}  // namespace

TEST_CASE("spanning-edge: a triangle with a tail, by hand", "[algorithms][spanning-edge]") {
  // Each of the three trees leaves out one side of the triangle; all hold the tail.
  const Graph graph = undirected(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}});
  CHECK(difference(spanning_edge(graph).values, {2.0 / 3, 2.0 / 3, 2.0 / 3, 1}, 1e-13) == "");
}

TEST_CASE("spanning-edge: trees, cycles, complete graphs, in closed form",
          "[algorithms][spanning-edge]") {
  CHECK(difference(spanning_edge(star(6)).values, Values(6, 1.0), 1e-13) == "");
  CHECK(difference(spanning_edge(cycle(7)).values, Values(7, 6.0 / 7), 1e-13) == "");
  CHECK(difference(spanning_edge(complete(6)).values, Values(15, 2.0 / 6), 1e-13) == "");
}

TEST_CASE("spanning-edge: agrees with listing every spanning tree on random graphs",
          "[algorithms][spanning-edge]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({6, 2 + seed % 10, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(spanning_edge(graph).values, by_all_trees(graph)) == "");
  }
}

TEST_CASE("spanning-edge: sums to what a spanning forest has, whatever the weights",
          "[algorithms][spanning-edge]") {
  // Foster 1949.
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph =
        random_graph({60, 50 + 5 * seed, Direction::undirected, WeightMeaning::strength}, seed);
    const Values values = spanning_edge(graph).values;
    const double expected = graph.vertex_count() - components(graph).count;
    CHECK(std::accumulate(values.begin(), values.end(), 0.0) == Approx(expected).epsilon(1e-11));
    CHECK(difference(spanning_edge(scaled(graph, 8.0)).values, values, 1e-12) == "");
  }
}

TEST_CASE("spanning-edge: sampled values keep their error", "[algorithms][spanning-edge]") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto meaning = seed % 2 == 0 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({40, 90, Direction::undirected, meaning}, seed);
    Run run;
    run.seed = seed;
    const Values exact = spanning_edge(graph).values;
    const Values sampled = spanning_edge(graph, {0.05}, run).values;
    CHECK(sampled != exact);
    for (std::size_t e = 0; e < exact.size(); ++e) CHECK(std::abs(sampled[e] - exact[e]) <= 0.05);
  }
}

TEST_CASE("spanning-edge: one thread and four draw the same trees",
          "[algorithms][spanning-edge][parallel]") {
  const Graph graph = random_graph({200, 500, Direction::undirected, WeightMeaning::strength}, 3);
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  CHECK(spanning_edge(graph, {0.1}, one).values == spanning_edge(graph, {0.1}, four).values);
}

TEST_CASE("spanning-edge: nobody, loops, edges of weight 0, errors out of range",
          "[algorithms][spanning-edge]") {
  CHECK(spanning_edge(Graph()).values.empty());
  CHECK(spanning_edge(undirected(2, {{0, 0}})).values == Values{0});
  const Graph zero =
      weighted(3, Direction::undirected, WeightMeaning::strength, {{0, 1}, {1, 2}}, {1.0, 0.0});
  CHECK(difference(spanning_edge(zero).values, {1, 0}) == "");
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(spanning_edge(far), InvalidWeight);
  CHECK_THROWS_WITH(spanning_edge(path(3), {1.0}), Catch::Contains("error must be in [0, 1)"));
  CHECK_THROWS_AS(spanning_edge(path(3), {-0.1}), InvalidOption);
}

}  // namespace summitry::testing
