// Trussness.
#include "algorithms/structure/cohesion/truss.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// Takes pairs that lie in fewer than k - 2 triangles away until none does; the last k that a pair
// survives is its own.
Values trussness_by_removal(const Graph& graph) {
  Matrix joined = simple_adjacency(graph);
  const std::size_t n = joined.size();
  Matrix truss(n, Values(n, 0.0));
  const auto triangles = [&](std::size_t u, std::size_t v) {
    double count = 0.0;
    for (std::size_t w = 0; w < n; ++w) count += joined[u][w] * joined[v][w];
    return count;
  };
  for (double k = 2.0; k <= static_cast<double>(n); k += 1.0) {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = 0; v < u; ++v) {
          if (joined[u][v] == 0.0 || triangles(u, v) >= k - 2.0) continue;
          joined[u][v] = joined[v][u] = 0.0;
          changed = true;
        }
      }
    }
    for (std::size_t u = 0; u < n; ++u) {
      for (std::size_t v = 0; v < n; ++v) {
        if (joined[u][v] > 0.0) truss[u][v] = k;
      }
    }
  }
  Values values;
  for (const auto& [u, v] : graph.edges()) values.push_back(truss[u][v]);
  return values;
}

}  // namespace

TEST_CASE("truss: two cliques and a bridge with a loop, by hand", "[algorithms][truss]") {
  //  0 1 2 3 all joined, 3 - 4, triangle 4 5 6, loop at 6
  const Graph graph = undirected(
      7, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {5, 6}, {6, 6}});
  CHECK(trussness(graph).values == Values{4, 4, 4, 4, 4, 4, 2, 3, 3, 3, 0});
}

TEST_CASE("truss: of complete graphs, cycles and stars", "[algorithms][truss]") {
  CHECK(trussness(complete(6)).values == Values(15, 6.0));
  CHECK(trussness(cycle(7)).values == Values(7, 2.0));
  CHECK(trussness(star(5)).values == Values(5, 2.0));
  CHECK(trussness(undirected(0, {})).values.empty());
}

TEST_CASE("truss: agrees with taking edges away on random graphs", "[algorithms][truss]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({static_cast<VertexId>(2 + seed % 14), seed % 71, direction,
                                      WeightMeaning::none, seed % 3 == 0},
                                     seed);
    INFO(drawn(graph));
    CHECK(trussness(graph).values == trussness_by_removal(graph));
  }
}

TEST_CASE("truss: long rows against short ones are searched, to the same figures",
          "[algorithms][truss]") {
  // Two hubs that are joined to everybody, over a sparse random graph.
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    std::vector<Edge> edges = random_graph({60, 70}, seed).edges();
    for (VertexId v = 1; v < 60; ++v) edges.push_back({0, v});
    for (VertexId v = 2; v < 60; ++v) edges.push_back({1, v});
    const Graph graph = undirected(60, edges);
    CHECK(trussness(graph).values == trussness_by_removal(graph));
  }
}

TEST_CASE("truss: one, two and four threads give the same", "[algorithms][truss][parallel]") {
  const Graph graph = random_graph({2000, 30000}, 7);
  Run run;
  run.threads = 1;
  const Values expected = trussness(graph, run).values;
  for (const int threads : {2, 4}) {
    run.threads = threads;
    CHECK(trussness(graph, run).values == expected);
  }
}

TEST_CASE("truss: of the karate club", "[algorithms][truss]") {
  // Zachary 1977; trusses of 67, 25, 14 and 0 edges by NetworkX 2.8.8.
  const Values truss = trussness(karate()).values;
  CHECK(truss == trussness_by_removal(karate()));
  const auto edges_of = [&truss](double k) {
    return std::count_if(truss.begin(), truss.end(), [k](double own) { return own >= k; });
  };
  CHECK(edges_of(3) == 67);
  CHECK(edges_of(4) == 25);
  CHECK(edges_of(5) == 14);
  CHECK(edges_of(6) == 0);
}

}  // namespace summitry::testing
