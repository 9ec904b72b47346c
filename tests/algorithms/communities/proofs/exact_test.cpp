#include "algorithms/communities/proofs/exact.hpp"

#include <rapidcheck.h>

#include "algorithms/communities/quality/cpm.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/searches/leiden.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

TEST_CASE("exact: two triangles and a bridge fall apart at the bridge",
          "[algorithms][communities][exact]") {
  const Graph graph = unweighted(6, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
  const Partition partition = exact(graph);
  CHECK(partition.community == Labelling{0, 0, 0, 1, 1, 1});
  CHECK(*partition.quality == Approx(2.0 * (3.0 / 7.0 - 0.25)));
  CHECK(partition.convergence->reached);
  CHECK(partition.convergence->change == 0.0);
}

TEST_CASE("exact: a ring of cliques keeps its cliques, and joins them when there are many",
          "[algorithms][communities][exact]") {
  CHECK(exact(testing::ring_of_cliques(6, 5)).count == 6);
  // Fortunato & Barthelemy 2007, doi:10.1073/pnas.0605965104: 30 cliques of 5 pair up
  const Partition pairs = exact(testing::ring_of_cliques(30, 5));
  CHECK(pairs.convergence->reached);
  CHECK(pairs.count == 15);
}

TEST_CASE("exact: a cycle is cut into equal paths", "[algorithms][communities][exact]") {
  // k equal paths of a cycle of n: Q = 1 - k/n - 1/k, at most 1 - 2/sqrt(n) where k = sqrt(n)
  for (const VertexId root : {2U, 3U, 4U, 5U, 6U}) {
    const Partition partition = exact(testing::cycle(root * root));
    INFO("cycle of " << root * root);
    CHECK(partition.convergence->reached);
    CHECK(*partition.quality == Approx(1.0 - 2.0 / root));
  }
}

TEST_CASE("exact: the optimum over all partitions of small graphs",
          "[algorithms][communities][exact]") {
  Random random(7);
  std::size_t with_edges = 0;
  for (int trial = 0; trial < 90; ++trial) {
    const auto direction = trial % 3 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 7, trial % 2 == 0, direction);
    INFO("trial " << trial << ", " << testing::drawn(graph));
    const double cpm = testing::best_of_all(graph.vertex_count(), [&](const Labelling& labels) {
      return cpm_quality(graph, labels, 0.6);
    });
    const Partition by_cpm = exact(graph, {.quality = Quality::cpm, .resolution = 0.6});
    CHECK(by_cpm.convergence->reached);
    CHECK(*by_cpm.quality == Approx(cpm).margin(1e-6));
    if (std::isnan(modularity(graph, Labelling(graph.vertex_count(), 0)))) continue;
    ++with_edges;
    const double resolution = trial % 4 == 0 ? 1.3 : 1.0;
    const double best = testing::best_of_all(graph.vertex_count(), [&](const Labelling& labels) {
      return testing::modularity_by_pairs(graph, labels, resolution);
    });
    const Partition found = exact(graph, {.resolution = resolution});
    CHECK(found.convergence->reached);
    CHECK(*found.quality == Approx(best).margin(2e-7));
  }
  CHECK(with_edges > 60);
}

TEST_CASE("exact: connected, never behind Leiden, and the same for any order and seed",
          "[algorithms][communities][exact]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed) {
    Random random(seed);
    const auto direction = directed ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 16, weighted, direction);
    const Partition found = exact(graph);
    RC_ASSERT(found.convergence->reached);
    RC_ASSERT(testing::all_connected(graph, found.community));
    std::vector<Edge> edges = graph.edges();
    std::vector<double> weights = graph.edge_weights();
    std::reverse(edges.begin(), edges.end());
    std::reverse(weights.begin(), weights.end());
    const Graph other({.vertices = graph.vertex_count(),
                       .direction = direction,
                       .edges = edges,
                       .meaning = graph.weight_meaning(),
                       .weights = weights});
    Run run;
    run.seed = seed;
    RC_ASSERT(exact(other, {}, run).community == found.community);
    if (!found.quality) return;
    for (std::uint64_t run_seed = 100; run_seed < 103; ++run_seed) {
      Run one;
      one.seed = run_seed;
      RC_ASSERT(*leiden(graph, {}, one).quality <= *found.quality + 2e-7);
    }
    // Whoever the vertices are, the best is as good.
    const auto order = testing::random_permutation(graph.vertex_count(), seed);
    const double there = *exact(testing::relabelled(graph, order)).quality;
    RC_ASSERT(std::abs(there - *found.quality) < 2e-7);
  }));
}

TEST_CASE("exact: the published optimum of the karate club, proven",
          "[algorithms][communities][exact]") {
  // Brandes et al. 2008, doi:10.1109/TKDE.2007.190689
  const Partition partition = exact(testing::karate_club());
  CHECK(*partition.quality == Approx(0.4197896).margin(5e-8));
  CHECK(partition.community == canonical(testing::karate_optimum()).community);
  CHECK(partition.convergence->reached);
}

TEST_CASE("exact: random graphs of sixty vertices and weak groups are proven",
          "[algorithms][communities][exact]") {
  const Graph sparse = testing::random_graph({.vertices = 60, .edges = 120, .simple = true}, 1);
  const Graph weak = testing::planted(4, 14, 0.35, 0.06, 2);
  for (const Graph& graph : {sparse, weak}) {
    const Partition found = exact(graph);
    CHECK(found.convergence->reached);
    CHECK(found.convergence->iterations < 100);
    CHECK(testing::best_single_move(found.community, [&](const Labelling& labels) {
            return modularity(graph, labels);
          }) < 1e-9);
  }
}

TEST_CASE("exact: what is not proven says how much better another may be",
          "[algorithms][communities][exact]") {
  const Graph graph = testing::random_graph({.vertices = 40, .edges = 80, .simple = true}, 1);
  const Partition found = exact(graph, {.max_nodes = 1});
  CHECK_FALSE(found.convergence->reached);
  CHECK(found.convergence->iterations == 1);
  CHECK(found.convergence->change > 0.0);
  CHECK(found.convergence->change < 0.05);
}

TEST_CASE("exact: one thread or four give the same partition",
          "[algorithms][communities][exact][parallel]") {
  const Graph graph = testing::planted(3, 10, 0.5, 0.1, 3);
  Run run;
  run.threads = 1;
  const Partition one = exact(graph, {}, run);
  run.threads = 4;
  CHECK(exact(graph, {}, run).community == one.community);
}

TEST_CASE("exact: nobody, one, isolates, loops, parallel edges and no weight at all",
          "[algorithms][communities][exact]") {
  CHECK(exact(Graph()).count == 0);
  CHECK_FALSE(exact(Graph()).quality.has_value());
  CHECK(exact(Graph()).convergence->reached);
  CHECK(exact(unweighted(1, {})).community == Labelling{0});
  CHECK(exact(unweighted(1, {{0, 0}})).community == Labelling{0});
  CHECK(exact(unweighted(4, {})).count == 4);
  CHECK(exact(with_strengths(3, {{0, 1}, {1, 2}}, {0.0, 0.0})).count == 3);
  CHECK(exact(unweighted(4, {{0, 1}})).community == Labelling{0, 0, 1, 2});
  CHECK(exact(unweighted(2, {{0, 1}, {0, 1}, {0, 0}})).community == Labelling{0, 0});
  CHECK(exact(with_strengths(2, {{0, 1}, {0, 0}, {1, 1}}, {1.0, 9.0, 9.0})).count == 2);
  CHECK(exact(unweighted(4, {{0, 1}, {2, 3}}), {.resolution = 0.0}).count == 2);
}

TEST_CASE("exact: refuses options outside their range, large graphs and weights of distance",
          "[algorithms][communities][exact]") {
  const Graph graph = testing::two_cliques(3);
  CHECK_THROWS_AS(exact(graph, {.resolution = -0.5}), InvalidOption);
  CHECK_THROWS_WITH(exact(graph, {.max_nodes = 0}), "exact: max-nodes must be >= 1, got 0");
  CHECK_THROWS_WITH(exact(testing::path(201)),
                    "exact: the number of vertices must be at most 200, got 201");
  CHECK_THROWS_AS(exact(with_strengths(2, {{0, 1}}, {-2.0})), InvalidWeight);
  const Graph distances(
      {.vertices = 2, .edges = {{0, 1}}, .meaning = WeightMeaning::distance, .weights = {1.0}});
  CHECK_THROWS_AS(exact(distances), InvalidWeight);
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(exact(graph, {}, cancelled), Cancelled);
}

}  // namespace
}  // namespace summitry
