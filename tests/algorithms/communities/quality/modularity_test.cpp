#include "algorithms/communities/quality/modularity.hpp"

#include <rapidcheck.h>

#include "algorithms/communities/portraits/profile.hpp"
#include "algorithms/communities/quality/cpm.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

Labelling random_labels(Random& random, VertexId n) {
  Labelling labels(n);
  for (std::uint32_t& label : labels) label = static_cast<std::uint32_t>(random.below(4));
  return labels;
}

//   0 - 1   3 - 4
//    \ /     \ /       m = 7, each triangle 3 edges and 7 ends
//     2 ----- 5
Graph two_triangles() {
  return unweighted(6, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
}
const Labelling kTriangles = {0, 0, 0, 1, 1, 1};

TEST_CASE("modularity: two triangles and a bridge by hand", "[algorithms][communities]") {
  const double by_hand = 2.0 * (3.0 / 7.0 - (7.0 / 14.0) * (7.0 / 14.0));
  CHECK(modularity(two_triangles(), kTriangles) == Approx(by_hand).epsilon(1e-15));
  CHECK(modularity(two_triangles(), kTriangles, 2.0) == Approx(by_hand - 0.5).epsilon(1e-14));
  CHECK(cpm_quality(two_triangles(), kTriangles, 0.5) == Approx(6.0 - 0.5 * 6.0));
}

TEST_CASE("modularity: a directed cycle of four in two halves by hand",
          "[algorithms][communities]") {
  // 0 -> 1 -> 2 -> 3 -> 0, halves {0,1} and {2,3}: one arc inside each, two ends of each kind
  const Graph cycle = unweighted(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}, Direction::directed);
  CHECK(modularity(cycle, Labelling{0, 0, 1, 1}) == Approx(2.0 * (0.25 - 0.5 * 0.5)).margin(1e-15));
  CHECK(cpm_quality(cycle, Labelling{0, 0, 1, 1}, 0.25) == Approx(2.0 - 0.25 * 4.0));
}

TEST_CASE("modularity: all in one community is 0, and a ring of k cliques has its closed form",
          "[algorithms][communities]") {
  const Graph ring = testing::ring_of_cliques(6, 5);
  CHECK(modularity(ring, Labelling(30, 0)) == Approx(0.0).margin(1e-15));
  Labelling cliques(30);
  for (VertexId v = 0; v < 30; ++v) cliques[v] = v / 5;
  // each clique: 10 edges inside of 66 in all, a sixth of the ends
  CHECK(modularity(ring, cliques) == Approx(60.0 / 66.0 - 1.0 / 6.0).epsilon(1e-14));
}

TEST_CASE("modularity and CPM equal their definitions on random multigraphs",
          "[algorithms][communities]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed) {
    Random random(seed);
    const Graph graph = testing::random_multigraph(
        random, 12, weighted, directed ? Direction::directed : Direction::undirected);
    const Labelling labels = random_labels(random, graph.vertex_count());
    const double resolution = 0.5 * static_cast<double>(random.below(5));
    const double cpm = testing::cpm_by_pairs(graph, labels, resolution);
    RC_ASSERT(std::abs(cpm_quality(graph, labels, resolution) - cpm) < 1e-9);
    const double q = modularity(graph, labels, resolution);
    const double expected = testing::modularity_by_pairs(graph, labels, resolution);
    RC_ASSERT(std::isnan(q) == std::isnan(expected));
    RC_ASSERT(std::isnan(q) || std::abs(q - expected) < 1e-12);
  }));
}

TEST_CASE("modularity: does not change when all weights are scaled", "[algorithms][communities]") {
  const std::vector<Edge> edges = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 0}};
  const Graph light = with_strengths(4, edges, {1.0, 2.0, 0.5, 3.0, 1.0});
  const Graph heavy = with_strengths(4, edges, {8.0, 16.0, 4.0, 24.0, 8.0});
  const Labelling halves = {0, 0, 1, 1};
  CHECK(modularity(light, halves) == modularity(heavy, halves));
}

TEST_CASE("modularity: of a large graph the same bytes for any number of threads",
          "[algorithms][communities][parallel]") {
  constexpr VertexId kVertices = 70'000;  // more than are added up in one stretch
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    Random random(direction == Direction::directed ? 2 : 1);
    GraphParts parts;
    parts.vertices = kVertices;
    parts.direction = direction;
    parts.meaning = WeightMeaning::strength;
    for (VertexId v = 0; v < kVertices; ++v) {
      parts.edges.push_back({v, static_cast<VertexId>(random.below(kVertices))});
      parts.weights.push_back(random.unit());
    }
    double inside = 0.0;
    double total = 0.0;
    const auto of = [](VertexId v) { return v < kVertices / 3 ? 0U : 1U; };
    for (std::size_t e = 0; e < parts.edges.size(); ++e) {
      total += parts.weights[e];
      if (of(parts.edges[e].source) == of(parts.edges[e].target)) inside += parts.weights[e];
    }
    Labelling labels(kVertices);
    for (VertexId v = 0; v < kVertices; ++v) labels[v] = of(v);
    const Graph graph(std::move(parts));
    const double alone = modularity(graph, labels, 1.0, {.threads = 1});
    CHECK(modularity(graph, labels, 1.0, {.threads = 3}) == alone);
    CHECK(modularity(graph, labels, 0.0, {.threads = 3}) == Approx(inside / total).epsilon(1e-12));
  }
}

TEST_CASE("modularity: undefined without weight, and refuses what it cannot read",
          "[algorithms][communities]") {
  CHECK(std::isnan(modularity(Graph(), Labelling{})));
  CHECK(std::isnan(modularity(unweighted(3, {}), Labelling{0, 1, 2})));
  CHECK(std::isnan(modularity(with_strengths(2, {{0, 1}}, {0.0}), Labelling{0, 1})));
  CHECK(modularity(unweighted(1, {{0, 0}}), Labelling{0}) == Approx(0.0).margin(1e-15));
  CHECK_THROWS_AS(modularity(two_triangles(), Labelling{0, 0}), InvalidOption);
  CHECK_THROWS_AS(modularity(two_triangles(), kTriangles, -1.0), InvalidOption);
  CHECK_THROWS_WITH(modularity(two_triangles(), kTriangles, -1.0),
                    "modularity: resolution must be a finite number >= 0, got -1");
  CHECK_THROWS_AS(cpm_quality(two_triangles(), kTriangles, std::nan("")), InvalidOption);
  const Graph distances(
      {.vertices = 2, .edges = {{0, 1}}, .meaning = WeightMeaning::distance, .weights = {1.0}});
  CHECK_THROWS_AS(modularity(distances, Labelling{0, 0}), InvalidWeight);
  CHECK_THROWS_AS(modularity(with_strengths(2, {{0, 1}}, {-1.0}), Labelling{0, 0}), InvalidWeight);
}

TEST_CASE("modularity: karate as published", "[algorithms][communities]") {
  // Brandes et al. 2008, doi:10.1109/TKDE.2007.190689; the split of the club: Zachary 1977
  const Graph karate = testing::karate_club();
  CHECK(modularity(karate, testing::karate_optimum()) == Approx(0.4197896).margin(5e-8));
  CHECK(modularity(karate, testing::karate_split()) == Approx(0.3582347).margin(5e-8));
}

TEST_CASE("community profile: members, weight inside and conductance by hand",
          "[algorithms][communities]") {
  const auto profile = community_profile(two_triangles(), canonical(kTriangles));
  REQUIRE(profile.size() == 2);
  CHECK(profile[0].members == std::vector<VertexId>{0, 1, 2});
  CHECK(profile[0].internal == 3.0);
  CHECK(profile[0].conductance == Approx(1.0 / 7.0));
  const Graph loop = with_strengths(3, {{0, 0}, {0, 1}}, {0.1, 0.2});
  const auto alone = community_profile(loop, canonical(Labelling{0, 0, 1}));
  CHECK(alone[0].internal == Approx(0.3));
  CHECK(alone[0].conductance == 0.0);
  CHECK(alone[1].conductance == 0.0);
  const Graph arcs = unweighted(3, {{0, 1}, {1, 2}}, Direction::directed);
  const auto directed = community_profile(arcs, canonical(Labelling{0, 0, 1}));
  CHECK(directed[0].conductance == Approx(1.0 / 3.0));
  CHECK(directed[1].conductance == Approx(1.0));
  CHECK(community_profile(Graph(), Partition{}).empty());
}

}  // namespace
}  // namespace summitry
