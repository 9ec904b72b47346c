// Biconnected components, articulation points and bridges.
#include "algorithms/structure/cohesion/biconnected.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "algorithms/structure/components.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

std::uint32_t components_without_edge(const Graph& graph, EdgeId e) {
  std::vector<Edge> edges = graph.edges();
  edges.erase(edges.begin() + e);
  return components(undirected(graph.vertex_count(), edges)).count;
}

// The vertex stays as an isolate, which is not one of the components that are left.
std::uint32_t components_without_vertex(const Graph& graph, VertexId v) {
  std::vector<Edge> edges = graph.edges();
  std::erase_if(edges, [v](const Edge& edge) { return edge.source == v || edge.target == v; });
  return components(undirected(graph.vertex_count(), edges)).count - 1;
}

Values articulation_by_removal(const Graph& graph) {
  const std::uint32_t before = components(graph).count;
  Values added;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::uint32_t after = components_without_vertex(graph, v);
    added.push_back(after > before ? after - before : 0);
  }
  return added;
}

Values bridges_by_removal(const Graph& graph) {
  const std::uint32_t before = components(graph).count;
  Values bridge;
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    bridge.push_back(components_without_edge(graph, e) > before ? 1.0 : 0.0);
  }
  return bridge;
}

// Whether a vertex that is at neither end of both, removed, or nothing at all, parts the two edges.
bool on_a_cycle(const Graph& graph, const Edge& a, const Edge& b) {
  const auto together = [&](VertexId u, VertexId v, VertexId without) {
    std::vector<Edge> edges = graph.edges();
    std::erase_if(
        edges, [&](const Edge& edge) { return edge.source == without || edge.target == without; });
    const auto part = components(undirected(graph.vertex_count(), edges)).community;
    return part[u] == part[v];
  };
  for (VertexId w = 0; w < graph.vertex_count(); ++w) {
    const VertexId u = a.source == w ? a.target : a.source;
    const VertexId v = b.source == w ? b.target : b.source;
    if (!together(u, v, w)) return false;
  }
  return true;
}

std::vector<Graph> random_graphs(std::uint64_t count) {
  std::vector<Graph> graphs;
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    graphs.push_back(random_graph({static_cast<VertexId>(1 + seed % 12), seed % 23, direction,
                                   WeightMeaning::none, seed % 3 == 0},
                                  seed));
  }
  return graphs;
}

}  // namespace

TEST_CASE("bicomponents: two triangles at a vertex, with a tail, by hand",
          "[algorithms][biconnected]") {
  //  triangles 0 1 2 and 2 3 4, which share vertex 2; 4 - 5 with a loop at 5; 6 alone
  const Graph graph =
      undirected(7, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 4}, {4, 5}, {5, 5}});
  const Bicomponents parts = bicomponents(graph);
  CHECK(parts.count == 3);
  CHECK(parts.component == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1, 2, kNoBicomponent});
  CHECK(articulation(graph).values == Values{0, 0, 1, 0, 1, 0, 0});
  CHECK(bridges(graph).values == Values{0, 0, 0, 0, 0, 0, 1, 0});
}

TEST_CASE("bicomponents: of paths, cycles, stars and two cliques", "[algorithms][biconnected]") {
  CHECK(bicomponents(path(6)).count == 5);
  CHECK(articulation(path(6)).values == Values{0, 1, 1, 1, 1, 0});
  CHECK(bridges(path(6)).values == Values(5, 1.0));
  CHECK(bicomponents(cycle(6)).count == 1);
  CHECK(articulation(cycle(6)).values == Values(6, 0.0));
  CHECK(articulation(star(5)).values == Values{4, 0, 0, 0, 0, 0});
  const Bicomponents cliques = bicomponents(two_cliques_and_bridge(4));
  CHECK(cliques.count == 3);
  CHECK(cliques.articulation == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 0, 0, 0});
  CHECK(std::count(cliques.bridge.begin(), cliques.bridge.end(), 1) == 1);
}

TEST_CASE("bicomponents: agree with removing every vertex and every edge in turn",
          "[algorithms][biconnected]") {
  for (const Graph& graph : random_graphs(400)) {
    INFO(drawn(graph));
    CHECK(articulation(graph).values == articulation_by_removal(graph));
    CHECK(bridges(graph).values == bridges_by_removal(graph));
  }
}

TEST_CASE("bicomponents: two edges share one when no vertex parts them",
          "[algorithms][biconnected]") {
  for (const Graph& graph : random_graphs(90)) {
    INFO(drawn(graph));
    const Bicomponents parts = bicomponents(graph);
    const std::vector<Edge> edges = graph.edges();
    for (std::size_t a = 0; a < edges.size(); ++a) {
      for (std::size_t b = a + 1; b < edges.size(); ++b) {
        if (edges[a].source == edges[a].target || edges[b].source == edges[b].target) continue;
        CHECK((parts.component[a] == parts.component[b]) == on_a_cycle(graph, edges[a], edges[b]));
      }
    }
  }
}

TEST_CASE("bicomponents: neither parallel edges nor edges both ways are bridges",
          "[algorithms][biconnected]") {
  CHECK(bridges(undirected(3, {{0, 1}, {0, 1}, {1, 2}})).values == Values{0, 0, 1});
  CHECK(bridges(directed(3, {{0, 1}, {1, 0}, {1, 2}})).values == Values{0, 0, 1});
  CHECK(bicomponents(undirected(2, {{0, 1}, {0, 1}})).count == 1);
}

TEST_CASE("bicomponents: a path of a million vertices needs no stack",
          "[algorithms][biconnected]") {
  constexpr VertexId n = 1000000;
  const Bicomponents parts = bicomponents(path(n));
  CHECK(parts.count == n - 1);
  CHECK(std::accumulate(parts.articulation.begin(), parts.articulation.end(), 0U) == n - 2);
}

TEST_CASE("bicomponents: of the standing graphs", "[algorithms][biconnected]") {
  for (const NamedGraph& one : standing_graphs()) {
    INFO(one.name);
    const Bicomponents parts = bicomponents(one.graph);
    CHECK(parts.component.size() == one.graph.edge_count());
    CHECK(parts.bridge.size() == one.graph.edge_count());
    CHECK(parts.articulation.size() == one.graph.vertex_count());
  }
}

TEST_CASE("bicomponents: of the Florentine marriages and the karate club",
          "[algorithms][biconnected]") {
  // Padgett & Ansell 1993, Zachary 1977; counted by NetworkX 2.8.8.
  const Bicomponents marriages = bicomponents(florentine_connected());
  CHECK(std::count(marriages.bridge.begin(), marriages.bridge.end(), 1) == 5);
  CHECK(std::count_if(marriages.articulation.begin(), marriages.articulation.end(),
                      [](std::uint32_t added) { return added > 0; }) == 4);
  const Bicomponents club = bicomponents(karate());
  CHECK(club.articulation[0] == 2);
  CHECK(std::count(club.articulation.begin(), club.articulation.end(), 0U) == 33);
  CHECK(std::count(club.bridge.begin(), club.bridge.end(), 1) == 1);
  CHECK(club.count == 3);
}

}  // namespace summitry::testing
