#include "algorithms/communities/trust/beyond_chance.hpp"

#include <algorithm>

#include "algorithms/communities/trust/detect.hpp"
#include "algorithms/communities/trust/rewiring.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using namespace summitry::communities;

namespace {

std::vector<Edge> sorted_edges(const Graph& graph) {
  std::vector<Edge> edges = graph.edges();
  std::sort(edges.begin(), edges.end());
  return edges;
}

}  // namespace

TEST_CASE("rewiring: degrees, edges and weights stay, on random graphs of every sort",
          "[algorithms][communities]") {
  Random random(2);
  for (int round = 0; round < 60; ++round) {
    const Direction direction = round % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = testing::random_multigraph(random, 14, round % 3 == 0, direction);
    const Graph other = rewired(graph, random);
    REQUIRE(other.vertex_count() == graph.vertex_count());
    REQUIRE(other.edge_count() == graph.edge_count());
    CHECK(other.directed() == graph.directed());
    CHECK(other.loop_count() <= graph.loop_count());
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      CHECK(other.degree(v) == graph.degree(v));
      if (graph.directed()) CHECK(other.out(v).size() == graph.out(v).size());
    }
    std::vector<double> before = graph.edge_weights();
    std::vector<double> after = other.edge_weights();
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    CHECK(before == after);
  }
}

TEST_CASE("rewiring: a simple graph stays simple and becomes another",
          "[algorithms][communities]") {
  const Graph graph = testing::planted(4, 10, 0.6, 0.05, 9);
  Random random(1);
  const Graph other = rewired(graph, random);
  std::vector<Edge> edges = sorted_edges(other);
  CHECK(std::adjacent_find(edges.begin(), edges.end()) == edges.end());
  CHECK_FALSE(other.has_loops());
  std::vector<Edge> kept;
  const std::vector<Edge> before = sorted_edges(graph);
  std::set_intersection(before.begin(), before.end(), edges.begin(), edges.end(),
                        std::back_inserter(kept));
  CHECK(kept.size() < before.size() / 2);
}

TEST_CASE("rewiring: two modes stay two modes", "[algorithms][communities]") {
  Random random(4);
  std::vector<Edge> edges;
  for (VertexId a = 0; a < 8; ++a) {
    for (VertexId b = 8; b < 16; ++b) {
      if (random.below(2) == 1) edges.push_back({a, b});
    }
  }
  const Graph graph = testing::unweighted(16, edges);
  const Graph other = rewired(graph, random);
  CHECK(sorted_edges(other) != sorted_edges(graph));
  for (const Edge& edge : other.edges()) CHECK((edge.source < 8) != (edge.target < 8));
}

TEST_CASE("rewiring: two modes stay two modes where edges lead both ways",
          "[algorithms][communities]") {
  Random random(5);
  std::vector<Edge> edges;
  for (VertexId a = 0; a < 8; ++a) {
    for (VertexId b = 8; b < 16; ++b) {
      const std::uint64_t way = random.below(4);
      if (way == 0) edges.push_back({a, b});
      if (way == 1) edges.push_back({b, a});
    }
  }
  const Graph graph = testing::unweighted(16, edges, Direction::directed);
  const Graph other = rewired(graph, random);
  CHECK(sorted_edges(other) != sorted_edges(graph));
  for (const Edge& edge : other.edges()) CHECK((edge.source < 8) != (edge.target < 8));
  for (VertexId v = 0; v < 16; ++v) CHECK(other.out(v).size() == graph.out(v).size());
}

TEST_CASE("rewiring: modes that are given stay, whatever the parts would tell",
          "[algorithms][communities]") {
  // Eight pairs, the larger number first in every second of them.
  std::vector<Edge> edges;
  std::vector<bool> first(16, false);
  for (VertexId i = 0; i < 8; ++i) {
    edges.push_back({2 * i, 2 * i + 1});
    first[2 * i + i % 2] = true;
  }
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = testing::unweighted(16, edges, direction);
    Random random(6);
    const Graph other = rewired(graph, random, first);
    CHECK(sorted_edges(other) != sorted_edges(graph));
    for (const Edge& edge : other.edges()) CHECK(first[edge.source] != first[edge.target]);
  }
}

TEST_CASE("rewiring: a weight stays with the vertex that its edge starts at",
          "[algorithms][communities]") {
  Random random(8);
  GraphParts parts;
  parts.vertices = 16;
  parts.meaning = WeightMeaning::strength;
  for (VertexId a = 0; a < 8; ++a) {
    for (VertexId b = 8; b < 16; ++b) {
      if (random.below(3) > 0) continue;
      parts.edges.push_back({a, b});
      parts.weights.push_back(a + 1.0);
    }
  }
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    parts.direction = direction;
    const Graph graph{GraphParts(parts)};
    const Graph other = rewired(graph, random);
    CHECK(sorted_edges(other) != sorted_edges(graph));
    const std::vector<Edge> edges = other.edges();
    const std::vector<double> weights = other.edge_weights();
    for (EdgeId e = 0; e < other.edge_count(); ++e) CHECK(weights[e] == edges[e].source + 1.0);
  }
}

TEST_CASE("rewiring: every graph of the same degrees is about equally likely",
          "[algorithms][communities]") {
  // All graphs of nine vertices of degree 2: by symmetry 0 is joined to 1 in 2/8 of them.
  const Graph graph = testing::unweighted(
      9, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}, {6, 7}, {7, 8}, {6, 8}});
  int joined = 0;
  constexpr int kRounds = 3000;
  for (int round = 0; round < kRounds; ++round) {
    Random random(100 + static_cast<std::uint64_t>(round));
    const Graph other = rewired(graph, random);
    const auto row = other.out(0);
    joined += std::find(row.begin(), row.end(), VertexId{1}) != row.end() ? 1 : 0;
  }
  // standard deviation sqrt(3000 / 4 * 3 / 4) = 23.7
  CHECK(std::abs(joined - kRounds / 4) < 95);
}

TEST_CASE("beyond chance: planted groups are, a random graph is not",
          "[algorithms][communities][parallel]") {
  const DetectOptions options{.runs = 5, .random_graphs = 19};
  const NamedPartition planted =
      detect_communities(testing::planted(4, 12, 0.6, 0.05, 3), options, {.threads = 1});
  REQUIRE(planted.beyond_chance.has_value());
  CHECK(planted.beyond_chance->samples == 19);
  CHECK(planted.beyond_chance->p == Approx(1.0 / 20.0));
  CHECK(planted.beyond_chance->z.value() > 5.0);
  CHECK(planted.beyond_chance->observed > planted.beyond_chance->mean);
  const Graph noise = testing::planted(1, 40, 0.2, 0.2, 5);
  const NamedPartition random = detect_communities(noise, options, {.threads = 1});
  CHECK(std::abs(random.beyond_chance->z.value()) < 3.0);
  const NamedPartition four = detect_communities(noise, options, {.threads = 4});
  CHECK(four.beyond_chance->mean == random.beyond_chance->mean);
  CHECK(four.beyond_chance->sd == random.beyond_chance->sd);
}

TEST_CASE("beyond chance: p and z by hand where every graph of the degrees is the same",
          "[algorithms][communities]") {
  const Graph complete = testing::unweighted(3, {{0, 1}, {1, 2}, {0, 2}});
  const CommunityMethod& leiden = community_method("leiden");
  const auto runs = run_many(leiden, complete, {}, 3, {});
  const BeyondChance chance = beyond_chance(leiden, complete, {}, runs, 9, {});
  CHECK(chance.p == 1.0);
  CHECK_FALSE(chance.z.has_value());
  CHECK(chance.mean == Approx(chance.observed));
  CHECK_THROWS_AS(beyond_chance(leiden, complete, {}, runs, 0, {}), InvalidOption);
  CHECK_THROWS_AS(beyond_chance(leiden, complete, {}, {}, 1, {}), InvalidOption);
  CHECK(beyond_chance(leiden, Graph(), {}, run_many(leiden, Graph(), {}, 2, {}), 2, {}).p == 1.0);
}

TEST_CASE("beyond chance: what is observed is the median of the runs",
          "[algorithms][communities]") {
  const Graph graph = testing::two_cliques(4);
  const CommunityMethod& leiden = community_method("leiden");
  const auto of = [](double quality) {
    Partition partition = canonical(std::vector<std::uint32_t>(8, 0));
    partition.quality = quality;
    return partition;
  };
  const auto observed = [&](const std::vector<Partition>& runs) {
    return beyond_chance(leiden, graph, {}, runs, 1, {}).observed;
  };
  CHECK(observed({of(0.9), of(0.1), of(0.2)}) == 0.2);
  CHECK(observed({of(0.9), of(0.1), of(0.2), of(0.3)}) == Approx(0.25));
}

TEST_CASE("beyond chance: random graphs keep the modes that were given",
          "[algorithms][communities]") {
  const Graph graph = testing::unweighted(12, {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}, {10, 11}});
  const DetectOptions options{.method = "bipartite-modularity",
                              .parameters = {{"first-mode", "0 3 4 7 8 11"}},
                              .runs = 2,
                              .random_graphs = 9};
  const NamedPartition found = detect_communities(graph, options);
  // All of them are six pairs as well.
  CHECK(found.beyond_chance->mean == Approx(found.beyond_chance->observed));
}
