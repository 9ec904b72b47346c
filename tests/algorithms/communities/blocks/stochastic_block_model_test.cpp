#include "algorithms/communities/blocks/stochastic_block_model.hpp"

#include <atomic>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/trust/detect.hpp"
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

// Vertices 0..a-1 and a..a+b-1; pairs are joined with one chance within the first, one within the
// second and one between.
Graph two_groups(VertexId a, VertexId b, double first, double second, double between,
                 std::uint64_t seed) {
  Random random(seed);
  std::vector<Edge> edges;
  for (VertexId u = 0; u < a + b; ++u) {
    for (VertexId v = u + 1; v < a + b; ++v) {
      const double chance = v < a ? first : (u >= a ? second : between);
      if (random.unit() < chance) edges.push_back({u, v});
    }
  }
  return unweighted(a + b, edges);
}

Labelling halves(VertexId a, VertexId b) {
  Labelling labels(a, 0);
  labels.resize(a + std::size_t{b}, 1);
  return labels;
}

TEST_CASE("stochastic block model: finds groups that avoid themselves",
          "[algorithms][communities][sbm]") {
  // Modularity knows no such groups: all edges run between the two.
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Graph graph = two_groups(30, 40, 0.02, 0.02, 0.3, seed);
    const Partition found = stochastic_block_model(graph, {}, seeded(seed));
    CHECK(found.count == 2);
    CHECK(adjusted_rand_index(found.community, halves(30, 40)) > 0.9);
  }
}

TEST_CASE("stochastic block model: finds a core and its periphery when degrees are plain",
          "[algorithms][communities][sbm]") {
  const Graph graph = two_groups(15, 60, 0.8, 0.02, 0.2, 3);
  const Partition found = stochastic_block_model(graph, {.degrees = Degrees::plain});
  CHECK(found.count == 2);
  CHECK(adjusted_rand_index(found.community, halves(15, 60)) > 0.9);
  CHECK(*found.quality == -description_length(graph, found.community, Degrees::plain).total());
}

TEST_CASE("stochastic block model: cliques on a ring are groups, a random graph is one",
          "[algorithms][communities][sbm]") {
  const Partition cliques = stochastic_block_model(testing::ring_of_cliques(8, 10));
  REQUIRE(cliques.count == 8);
  for (VertexId v = 0; v < 80; ++v) CHECK(cliques.community[v] == v / 10);
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CHECK(stochastic_block_model(testing::planted(1, 60, 0.1, 0.0, seed), {}, seeded(seed)).count ==
          1);
  }
}

TEST_CASE("stochastic block model: planted groups are found, in no longer a description",
          "[algorithms][communities][sbm]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Graph graph = testing::planted(6, 25, 0.4, 0.03, seed);
    Labelling groups(150);
    for (VertexId v = 0; v < 150; ++v) groups[v] = v / 25;
    const Partition found = stochastic_block_model(graph, {}, seeded(seed));
    CHECK(adjusted_rand_index(found.community, groups) > 0.95);
    CHECK(*found.quality >= -description_length(graph, groups).total() - 1e-9);
    CHECK(*found.quality == -description_length(graph, found.community).total());
  }
}

TEST_CASE(
    "stochastic block model: the best of ten runs is the shortest description of small graphs",
    "[algorithms][communities][sbm]") {
  Random random(13);
  std::size_t divided = 0;
  for (int trial = 0; trial < 36; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    // One in three has two parts that edges run between, so that one group is not always best.
    const Graph graph = trial % 3 == 0
                            ? unweighted(
                                  7,
                                  [&] {
                                    std::vector<Edge> edges;
                                    for (int e = 0; e < 30; ++e) {
                                      edges.push_back({static_cast<VertexId>(random.below(3)),
                                                       static_cast<VertexId>(3 + random.below(4))});
                                    }
                                    return edges;
                                  }(),
                                  direction)
                            : testing::random_multigraph(random, 7, false, direction);
    if (graph.vertex_count() == 0) continue;
    const Degrees degrees = trial % 4 < 2 ? Degrees::corrected : Degrees::plain;
    const double best = testing::best_of_all(graph.vertex_count(), [&](const Labelling& labels) {
      return -description_length(graph, labels, degrees).total();
    });
    double found = -1e300;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const Partition partition = stochastic_block_model(graph, {.degrees = degrees}, seeded(seed));
      divided += partition.count > 1 ? 1 : 0;
      found = std::max(found, *partition.quality);
    }
    INFO("trial " << trial << ", n " << graph.vertex_count() << ", m " << graph.edge_count());
    CHECK(found == Approx(best).margin(1e-9));
  }
  CHECK(divided > 50);
}

TEST_CASE("stochastic block model: no vertex and no merger of two groups shortens the description",
          "[algorithms][communities][sbm]") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Graph graph = testing::planted(4, 10, 0.6, 0.1, seed);
    const Partition found = stochastic_block_model(graph, {}, seeded(seed));
    REQUIRE(found.convergence->reached);
    const auto quality = [&](const Labelling& labels) {
      return -description_length(graph, labels).total();
    };
    CHECK(testing::best_single_move(found.community, quality) < 1e-8);
    for (std::uint32_t r = 0; r < found.count; ++r) {
      for (std::uint32_t s = 0; s < r; ++s) {
        Labelling merged = found.community;
        for (std::uint32_t& label : merged) label = label == r ? s : label;
        CHECK(quality(merged) < *found.quality + 1e-8);
      }
    }
  }
}

TEST_CASE("stochastic block model: weights are numbers of edges and the order of the input is none",
          "[algorithms][communities][sbm]") {
  Random random(3);
  for (int trial = 0; trial < 10; ++trial) {
    std::vector<Edge> edges;
    std::vector<double> weights;
    std::vector<Edge> parallel;
    for (int e = 0; e < 60; ++e) {
      edges.push_back(
          {static_cast<VertexId>(random.below(15)), static_cast<VertexId>(random.below(15))});
      weights.push_back(static_cast<double>(random.below(4)));
      for (double i = 0.0; i < weights.back(); ++i) parallel.push_back(edges.back());
    }
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Partition found = stochastic_block_model(with_strengths(15, edges, weights, direction));
    const Partition turned = stochastic_block_model(with_strengths(
        15, {edges.rbegin(), edges.rend()}, {weights.rbegin(), weights.rend()}, direction));
    const Partition repeated = stochastic_block_model(unweighted(15, parallel, direction));
    CHECK(turned.community == found.community);
    CHECK(turned.quality == found.quality);
    CHECK(repeated.community == found.community);
  }
}

TEST_CASE("stochastic block model: one, two or four threads give the same bytes",
          "[algorithms][communities][sbm][parallel]") {
  const Graph graph = testing::planted(5, 14, 0.4, 0.1, 11);
  std::vector<NamedPartition> found;
  for (const int threads : {1, 2, 4}) {
    Run run = seeded(5);
    run.threads = threads;
    found.push_back(
        detect_communities(graph, {.method = "stochastic-block-model", .runs = 4}, run));
  }
  for (const NamedPartition& other : found) {
    CHECK(other.partition.community == found[0].partition.community);
    CHECK(other.partition.quality == found[0].partition.quality);
    CHECK(other.stability->mean_agreement == found[0].stability->mean_agreement);
    CHECK(other.quality_name == "description-length");
  }
}

TEST_CASE("stochastic block model: nobody, one, isolates, loops and parallel edges",
          "[algorithms][communities][sbm]") {
  CHECK(stochastic_block_model(Graph()).count == 0);
  CHECK_FALSE(stochastic_block_model(Graph()).quality.has_value());
  CHECK(stochastic_block_model(unweighted(1, {})).community == Labelling{0});
  CHECK(stochastic_block_model(unweighted(1, {{0, 0}})).community == Labelling{0});
  CHECK(stochastic_block_model(unweighted(5, {})).count == 1);
  CHECK(stochastic_block_model(with_strengths(3, {{0, 1}, {1, 2}}, {0.0, 0.0})).count == 1);
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    for (const Degrees degrees : {Degrees::corrected, Degrees::plain}) {
      const Graph loops = unweighted(3, {{0, 0}, {0, 0}, {1, 1}, {0, 1}, {0, 1}}, direction);
      CHECK(std::isfinite(*stochastic_block_model(loops, {.degrees = degrees}).quality));
    }
  }
}

TEST_CASE("stochastic block model: refuses options and weights that it cannot read",
          "[algorithms][communities][sbm]") {
  const Graph graph = testing::two_cliques(3);
  CHECK_THROWS_AS(stochastic_block_model(graph, {.max_iterations = 0}), InvalidOption);
  CHECK_THROWS_WITH(stochastic_block_model(with_strengths(2, {{0, 1}}, {0.5})),
                    Catch::StartsWith("stochastic-block-model: reads weights as numbers"));
  CHECK_THROWS_AS(stochastic_block_model(with_strengths(2, {{0, 1}}, {-2.0})), InvalidWeight);
  const DetectOptions bad{.method = "stochastic-block-model", .parameters = {{"degrees", "none"}}};
  CHECK_THROWS_AS(detect_communities(graph, bad), InvalidOption);
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(stochastic_block_model(graph, {}, cancelled), Cancelled);
}

TEST_CASE("stochastic block model: karate is one group by its degrees",
          "[algorithms][communities][sbm]") {
  // As graph-tool 2.45 has it: the degrees of this graph leave nothing for groups to explain.
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CHECK(stochastic_block_model(testing::karate_club(), {}, seeded(seed)).count == 1);
  }
}

TEST_CASE("stochastic block model: the quality of a consensus is told as well",
          "[algorithms][communities][sbm]") {
  const Graph graph = testing::planted(4, 10, 0.5, 0.15, 2);
  const auto found = detect_communities(
      graph, {.method = "stochastic-block-model", .runs = 5, .keep = Keep::consensus});
  REQUIRE(found.kept == "consensus");
  REQUIRE(found.partition.quality.has_value());
  CHECK(*found.partition.quality == -description_length(graph, found.partition.community).total());
}

}  // namespace
}  // namespace summitry
