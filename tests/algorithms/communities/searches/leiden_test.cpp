#include "algorithms/communities/searches/leiden.hpp"

#include <rapidcheck.h>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/quality/cpm.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/searches/louvain.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

Run seeded(std::uint64_t seed) {
  Run run;
  run.seed = seed;
  return run;
}

double best_of_runs(const Graph& graph, const LeidenOptions& options, std::uint64_t runs) {
  double best = -1e300;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    best = std::max(best, *leiden(graph, options, seeded(seed)).quality);
  }
  return best;
}

TEST_CASE("leiden: two triangles and a bridge fall apart at the bridge",
          "[algorithms][communities][leiden]") {
  const Graph graph = unweighted(6, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
  const Partition partition = leiden(graph);
  CHECK(partition.community == Labelling{0, 0, 0, 1, 1, 1});
  CHECK(partition.count == 2);
  CHECK(*partition.quality == Approx(2.0 * (3.0 / 7.0 - 0.25)));
  CHECK(partition.convergence->reached);
}

TEST_CASE("leiden: weights decide where edges do not", "[algorithms][communities][leiden]") {
  // a cycle of four with two heavy edges: 0=1-2=3-0
  const Graph graph = with_strengths(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}, {9.0, 1.0, 9.0, 1.0});
  CHECK(leiden(graph).community == Labelling{0, 0, 1, 1});
}

TEST_CASE("leiden: direction decides where edges do not", "[algorithms][communities][leiden]") {
  // Leicht and Newman 2008: two sources that feed two sinks. Who sends cannot receive, so the
  // directed expectation sets sender and receiver together; read both ways the four are a cycle.
  const Graph graph = unweighted(4, {{0, 2}, {0, 2}, {1, 3}, {1, 3}, {0, 3}}, Direction::directed);
  const Partition partition = leiden(graph);
  CHECK(partition.community == Labelling{0, 1, 0, 1});
  CHECK(*partition.quality ==
        Approx(testing::modularity_by_pairs(graph, partition.community, 1.0)));
}

TEST_CASE("leiden: cliques on a ring are found", "[algorithms][communities][leiden]") {
  const Partition partition = leiden(testing::ring_of_cliques(8, 6));
  REQUIRE(partition.count == 8);
  for (VertexId v = 0; v < 48; ++v) CHECK(partition.community[v] == v / 6);
}

TEST_CASE("leiden: the resolution limit joins small cliques by modularity, and CPM keeps them",
          "[algorithms][communities][leiden]") {
  // Fortunato & Barthelemy 2007, doi:10.1073/pnas.0605965104: 30 cliques of 5
  const Graph graph = testing::ring_of_cliques(30, 5);
  Labelling cliques(150);
  for (VertexId v = 0; v < 150; ++v) cliques[v] = v / 5;
  const Partition joined = leiden(graph);
  CHECK(joined.count < 20);
  CHECK(*joined.quality > modularity(graph, cliques));
  CHECK(leiden(graph, {.resolution = 3.0}).count == 30);
  CHECK(leiden(graph, {.quality = Quality::cpm, .resolution = 0.5}).count == 30);
}

TEST_CASE("leiden: the best of ten runs is the optimum over all partitions of small graphs",
          "[algorithms][communities][leiden]") {
  Random random(7);
  std::size_t with_edges = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const auto direction = trial % 3 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 7, trial % 2 == 0, direction);
    INFO("trial " << trial << ", n " << graph.vertex_count() << ", m " << graph.edge_count());
    const double cpm = testing::best_of_all(graph.vertex_count(), [&](const Labelling& labels) {
      return cpm_quality(graph, labels, 0.6);
    });
    CHECK(best_of_runs(graph, {.quality = Quality::cpm, .resolution = 0.6}, 10) ==
          Approx(cpm).margin(1e-9));
    if (std::isnan(modularity(graph, Labelling(graph.vertex_count(), 0)))) continue;
    ++with_edges;
    const double best = testing::best_of_all(
        graph.vertex_count(), [&](const Labelling& labels) { return modularity(graph, labels); });
    CHECK(best_of_runs(graph, {}, 10) == Approx(best).margin(1e-9));
  }
  CHECK(with_edges > 40);
}

TEST_CASE("leiden: every community is connected and no vertex gains by moving",
          "[algorithms][communities][leiden]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed, bool cpm) {
    Random random(seed);
    const Graph graph = testing::random_multigraph(
        random, 24, weighted, directed ? Direction::directed : Direction::undirected);
    const double resolution = 0.25 + 0.25 * static_cast<double>(random.below(8));
    const LeidenOptions options{cpm ? Quality::cpm : Quality::modularity, resolution};
    const Partition partition = leiden(graph, options, seeded(seed));
    RC_ASSERT(partition.convergence->reached);
    RC_ASSERT(testing::all_connected(graph, partition.community));
    if (!partition.quality) return;
    const auto quality = [&](const Labelling& labels) {
      return cpm ? cpm_quality(graph, labels, resolution) : modularity(graph, labels, resolution);
    };
    RC_ASSERT(*partition.quality == quality(partition.community));
    RC_ASSERT(testing::best_single_move(partition.community, quality) < 1e-9);
  }));
}

TEST_CASE("leiden: planted groups are found, and modularity does not fall behind Louvain's",
          "[algorithms][communities][leiden]") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Graph graph = testing::planted(6, 25, 0.4, 0.03, seed);
    const Partition found = leiden(graph, {}, seeded(seed));
    Labelling groups(150);
    for (VertexId v = 0; v < 150; ++v) groups[v] = v / 25;
    INFO("seed " << seed);
    CHECK(adjusted_rand_index(found.community, groups) > 0.95);
    CHECK(*found.quality >= *louvain(graph, {}, seeded(seed)).quality - 1e-3);
    CHECK(*found.quality >= modularity(graph, groups) - 1e-9);
  }
}

TEST_CASE("leiden: finds more than Louvain where structure is weak",
          "[algorithms][communities][leiden]") {
  // 200 vertices, 300 random edges. Without the refinement the lead is a quarter of this.
  Random random(5);
  std::vector<Edge> edges;
  for (int e = 0; e < 300; ++e) {
    edges.push_back(
        {static_cast<VertexId>(random.below(200)), static_cast<VertexId>(random.below(200))});
  }
  const Graph graph = unweighted(200, edges);
  double lead = 0.0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    lead += *leiden(graph, {}, seeded(seed)).quality - *louvain(graph, {}, seeded(seed)).quality;
  }
  CHECK(lead / 20.0 > 0.01);
}

TEST_CASE("leiden: relabelling the vertices relabels clear communities",
          "[algorithms][communities][leiden]") {
  const Graph graph = testing::ring_of_cliques(5, 7);
  std::vector<VertexId> image(35);
  for (VertexId v = 0; v < 35; ++v) image[v] = (v * 11 + 3) % 35;
  std::vector<Edge> edges;
  for (const Edge& edge : graph.edges()) edges.push_back({image[edge.source], image[edge.target]});
  const Partition moved = leiden(unweighted(35, edges));
  const Partition found = leiden(graph);
  Labelling back(35);
  for (VertexId v = 0; v < 35; ++v) back[v] = moved.community[image[v]];
  CHECK(canonical(back).community == found.community);
}

TEST_CASE("leiden: the order of the input and a scale of the weights change nothing",
          "[algorithms][communities][leiden]") {
  Random random(3);
  for (int trial = 0; trial < 40; ++trial) {
    std::vector<Edge> edges;
    std::vector<double> weights;
    for (int e = 0; e < 90; ++e) {
      edges.push_back(
          {static_cast<VertexId>(random.below(20)), static_cast<VertexId>(random.below(20))});
      weights.push_back(random.unit());
    }
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Partition found = leiden(with_strengths(20, edges, weights, direction));
    std::vector<Edge> other_order(edges.rbegin(), edges.rend());
    std::vector<double> weights_there(weights.rbegin(), weights.rend());
    CHECK(leiden(with_strengths(20, other_order, weights_there, direction)).community ==
          found.community);
    for (double& weight : weights) weight *= 1024.0;
    CHECK(leiden(with_strengths(20, edges, weights, direction)).community == found.community);
  }
}

TEST_CASE("leiden: one thread or four give the same partition",
          "[algorithms][communities][leiden][parallel]") {
  const Graph graph = testing::planted(5, 30, 0.2, 0.06, 11);
  Run one = seeded(5);
  one.threads = 1;
  Run four = seeded(5);
  four.threads = 4;
  CHECK(leiden(graph, {}, one).community == leiden(graph, {}, four).community);
}

TEST_CASE("leiden: nobody, one, isolates, loops, parallel edges and no weight at all",
          "[algorithms][communities][leiden]") {
  CHECK(leiden(Graph()).count == 0);
  CHECK(leiden(Graph()).convergence->reached);
  CHECK_FALSE(leiden(Graph()).quality.has_value());
  CHECK(leiden(unweighted(1, {})).community == Labelling{0});
  CHECK(leiden(unweighted(1, {{0, 0}})).community == Labelling{0});
  CHECK(leiden(unweighted(4, {})).count == 4);
  CHECK(leiden(with_strengths(3, {{0, 1}, {1, 2}}, {0.0, 0.0})).count == 3);
  CHECK(leiden(unweighted(4, {{0, 1}})).community == Labelling{0, 0, 1, 2});
  CHECK(leiden(unweighted(2, {{0, 1}, {0, 1}, {0, 0}})).community == Labelling{0, 0});
  // a heavy loop makes a vertex expect more than one edge to another
  CHECK(leiden(with_strengths(2, {{0, 1}, {0, 0}, {1, 1}}, {1.0, 9.0, 9.0})).count == 2);
  CHECK(leiden(unweighted(4, {{0, 1}, {2, 3}}), {.resolution = 0.0}).count == 2);
}

TEST_CASE("leiden: refuses options outside their range and weights that are no strengths",
          "[algorithms][communities][leiden]") {
  const Graph graph = testing::two_cliques(3);
  CHECK_THROWS_AS(leiden(graph, {.resolution = -0.5}), InvalidOption);
  CHECK_THROWS_AS(leiden(graph, {.randomness = 0.0}), InvalidOption);
  CHECK_THROWS_WITH(leiden(graph, {.max_iterations = 0}),
                    "leiden: max-iterations must be >= 1, got 0");
  CHECK_THROWS_AS(leiden(with_strengths(2, {{0, 1}}, {-2.0})), InvalidWeight);
  CHECK_THROWS_WITH(
      leiden(with_strengths(2, {{0, 1}}, {-2.0})),
      "leiden: a weight is negative (-2), and communities are found in what joins: leave "
      "out the relations that separate, or use --weights none");
  const Graph distances(
      {.vertices = 2, .edges = {{0, 1}}, .meaning = WeightMeaning::distance, .weights = {1.0}});
  CHECK_THROWS_AS(leiden(distances), InvalidWeight);
  CHECK_FALSE(leiden(graph, {.max_iterations = 1}).convergence->reached);
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(leiden(graph, {}, cancelled), Cancelled);
}

TEST_CASE("leiden: the optimum of karate is found as published",
          "[algorithms][communities][leiden]") {
  // 0.4197896 in four communities: Brandes et al. 2008, doi:10.1109/TKDE.2007.190689
  const Graph karate = testing::karate_club();
  CHECK(best_of_runs(karate, {}, 10) == Approx(0.4197896).margin(5e-8));
  const Partition partition = leiden(karate);
  CHECK(canonical(partition.community).community == canonical(testing::karate_optimum()).community);
}

}  // namespace
}  // namespace summitry
