// Triangles and local clustering.
#include "algorithms/structure/cohesion/triangles.hpp"

#include <numeric>
#include <set>

#include "tests/algorithms/structure/large_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// Half of what the edges at a vertex have in common, list against list.
Values triangles_by_lists(const Graph& graph) {
  std::vector<std::set<VertexId>> near(graph.vertex_count());
  for (const auto& [u, v] : graph.edges()) {
    if (u == v) continue;
    near[u].insert(v);
    near[v].insert(u);
  }
  Values counts(graph.vertex_count(), 0.0);
  for (VertexId u = 0; u < graph.vertex_count(); ++u) {
    for (const VertexId v : near[u]) {
      for (const VertexId w : near[u]) counts[u] += v < w && near[v].contains(w) ? 1.0 : 0.0;
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("triangles: two that share an edge, by hand", "[algorithms][triangles]") {
  //  0 - 1
  //  | / |
  //  2 - 3 - 4
  const Graph graph = undirected(5, {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 4}});
  CHECK(triangles(graph).values == Values{1, 2, 2, 1, 0});
  CHECK(difference(clustering(graph).values, {1.0, 2.0 / 3, 2.0 / 3, 1.0 / 3, 0.0}, 1e-15) == "");
}

TEST_CASE("triangles: of complete graphs, cycles and stars", "[algorithms][triangles]") {
  CHECK(triangles(complete(6)).values == Values(6, 10.0));  // 5 * 4 / 2 pairs of others
  CHECK(clustering(complete(6)).values == Values(6, 1.0));
  CHECK(triangles(cycle(5)).values == Values(5, 0.0));
  CHECK(clustering(star(4)).values == Values(5, 0.0));
}

TEST_CASE("triangles: agree with trying all triples on random graphs", "[algorithms][triangles]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({14, 20 + seed, direction}, seed);
    INFO(drawn(graph));
    CHECK(triangles(graph).values == triangles_by_triples(graph));
  }
}

TEST_CASE("triangles: loops, parallel edges and direction do not count",
          "[algorithms][triangles]") {
  const Graph graph = directed(3, {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {1, 2}, {2, 0}});
  CHECK(triangles(graph).values == Values(3, 1.0));
  CHECK(clustering(graph).values == Values(3, 1.0));
}

TEST_CASE("clustering: the karate club's mean", "[algorithms][triangles]") {
  // 0.570638 by NetworkX 2.8.8 and igraph 0.10.2; 45 triangles.
  const Values values = clustering(karate()).values;
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 34;
  CHECK(mean == Approx(0.570638).margin(5e-7));
  const Values counts = triangles(karate()).values;
  CHECK(std::accumulate(counts.begin(), counts.end(), 0.0) == 3 * 45);
}

TEST_CASE("triangles: agree with comparing lists where there are hubs and a long tail",
          "[algorithms][triangles]") {
  // More vertices than the bit matrix has; few, some and many neighbours within it.
  for (const auto& [m, skew] :
       {std::pair<std::size_t, double>{9000, 1.0}, {25'000, 1.5}, {25'000, 3.0}}) {
    const Graph graph = large_graph(6000, m, Direction::undirected, 3, skew);
    const Values expected = triangles_by_lists(graph);
    INFO(m << " edges, skew " << skew);
    CHECK(std::accumulate(expected.begin(), expected.end(), 0.0) > 0);
    CHECK(triangles(graph).values == expected);
  }
  const Graph even =
      large_graph(9000, 60'000, Direction::undirected, 4);  // most of it outside the matrix
  CHECK(triangles(even).values == triangles_by_lists(even));
}

TEST_CASE("triangles: relabelling moves them along", "[algorithms][triangles]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({200, 1500}, seed);
    const auto permutation = random_permutation(200, seed);
    CHECK(triangles(relabelled(graph, permutation)).values ==
          permuted(triangles(graph).values, permutation));
    CHECK(clustering(relabelled(graph, permutation)).values ==
          permuted(clustering(graph).values, permutation));
  }
}

TEST_CASE("triangles: the same bytes on 1, 2 and 4 threads", "[algorithms][triangles][parallel]") {
  const Graph graph = large_graph(8000, 40'000, Direction::undirected, 7, 2.0);
  const Run one{.threads = 1};
  for (const int threads : {2, 4}) {
    const Run several{.threads = threads};
    CHECK(triangles(graph, one).values == triangles(graph, several).values);
    CHECK(clustering(graph, one).values == clustering(graph, several).values);
  }
}

TEST_CASE("triangles: nobody, one, and vertices without edges", "[algorithms][triangles]") {
  CHECK(triangles(undirected(0, {})).values.empty());
  CHECK(clustering(undirected(1, {})).values == Values{0});
  CHECK(triangles(undirected(3, {{1, 1}})).values == Values{0, 0, 0});
}

}  // namespace summitry::testing
