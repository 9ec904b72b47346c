// Betweenness from a few sources: exact from all, right on average from some.
#include "algorithms/centrality/sampled/sampled_betweenness.hpp"

#include <cmath>

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/centrality/sampled/lanes.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Run seeded(std::uint64_t seed, int threads = 1) {
  Run run;
  run.seed = seed;
  run.threads = threads;
  return run;
}

// What depends on each vertex of the shortest paths from one source, pair by pair.
Values dependencies_by_table(const Graph& graph, VertexId source) {
  const AllPairs pairs = all_pairs(graph);
  Values result(graph.vertex_count(), 0.0);
  for (VertexId v = 0; v < result.size(); ++v) {
    for (VertexId t = 0; t < result.size(); ++t) {
      if (v == source || t == source || v == t || !std::isfinite(pairs.length[source][t])) continue;
      if (pairs.length[source][v] + pairs.length[v][t] != pairs.length[source][t]) continue;
      result[v] += pairs.paths[source][v] * pairs.paths[v][t] / pairs.paths[source][t];
    }
  }
  return result;
}

}  // namespace

TEST_CASE("sampled betweenness: all sources give betweenness itself",
          "[algorithms][sampled-betweenness]") {
  CHECK(sampled_betweenness(path(5)).values == Values{0, 3, 4, 3, 0});
  CHECK(sampled_betweenness(star(4), {.scale = Scale::normalized}).values == Values{1, 0, 0, 0, 0});
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const VertexId n = 3 + static_cast<VertexId>(seed % 40);
    const Graph graph = random_graph({n, 10 + 2 * seed, direction}, seed);
    INFO(drawn(graph));
    CHECK(difference(sampled_betweenness(graph).values, betweenness_by_pairs(graph)) == "");
  }
}

TEST_CASE("sampled betweenness: lanes of one sweep agree with a table of distances",
          "[algorithms][sampled-betweenness]") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({20, 10 + 2 * seed, direction}, seed);
    LaneSearch search(arcs(graph, Along::out));
    for (std::size_t count = 1; count <= LaneSearch::kLanes; ++count) {
      std::vector<VertexId> sources = random_permutation(20, seed + count);
      sources.resize(count);
      Values expected(20, 0.0);
      for (const VertexId s : sources) {
        const Values one = dependencies_by_table(graph, s);
        for (std::size_t v = 0; v < 20; ++v) expected[v] += one[v];
      }
      Values sums(20, 0.0);
      search.add_dependencies(sources, sums);  // the search before must have left nothing
      INFO(drawn(graph));
      CHECK(difference(sums, expected) == "");
    }
  }
}

TEST_CASE("sampled betweenness: the mean over many seeds is betweenness",
          "[algorithms][sampled-betweenness]") {
  constexpr int kSeeds = 2000;
  Values mean(34, 0.0);
  for (int seed = 0; seed < kSeeds; ++seed) {
    const Values one =
        sampled_betweenness(karate(), {.samples = 5}, seeded(static_cast<std::uint64_t>(seed)))
            .values;
    for (std::size_t v = 0; v < mean.size(); ++v) mean[v] += one[v] / kSeeds;
  }
  const Values exact = betweenness(karate()).values;
  for (std::size_t v = 0; v < mean.size(); ++v) {
    CHECK(mean[v] == Approx(exact[v]).epsilon(0.03).margin(0.6));
  }
}

TEST_CASE("sampled betweenness: one, two and four threads give the same bytes",
          "[algorithms][sampled-betweenness][parallel]") {
  const Graph graph = random_graph({500, 1500}, 2);
  for (const std::size_t samples : {20U, 100U}) {
    const Values one = sampled_betweenness(graph, {.samples = samples}, seeded(3, 1)).values;
    CHECK(sampled_betweenness(graph, {.samples = samples}, seeded(3, 2)).values == one);
    CHECK(sampled_betweenness(graph, {.samples = samples}, seeded(3, 4)).values == one);
    CHECK(sampled_betweenness(graph, {.samples = samples}, seeded(4, 1)).values != one);
  }
}

TEST_CASE("sampled betweenness: nobody, isolates, and what is refused",
          "[algorithms][sampled-betweenness]") {
  CHECK(sampled_betweenness(Graph()).values.empty());
  CHECK(sampled_betweenness(undirected(3, {{0, 0}})).values == Values(3, 0.0));
  CHECK_THROWS_AS(sampled_betweenness(path(3), {.samples = 0}), InvalidOption);
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {1});
  CHECK_THROWS_AS(sampled_betweenness(far), InvalidWeight);
}

}  // namespace summitry::testing
