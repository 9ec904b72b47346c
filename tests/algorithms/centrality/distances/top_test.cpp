// The top of a measure against the whole measure.
#include "algorithms/centrality/distances/top.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/centrality/distances/closeness.hpp"
#include "algorithms/centrality/distances/harmonic.hpp"
#include "algorithms/centrality/distances/level_counts.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// The k-th largest value; values that are as good as equal to it may stand for one another.
bool is_top_of(const TopScores& top, Values all, std::size_t k) {
  k = std::min(k, all.size());
  if (top.vertices.size() != k || top.values.size() != k) return false;
  for (std::size_t i = 0; i < k; ++i) {
    if (difference({top.values[i]}, {all[top.vertices[i]]}) != "") return false;
  }
  std::sort(all.begin(), all.end(), std::greater<>());
  all.resize(k);
  return difference(top.values, all) == "";
}

// Hubs of falling size, each with leaves of its own, on a path.
Graph hubs(VertexId count, VertexId leaves) {
  std::vector<Edge> edges;
  VertexId next = count;
  for (VertexId hub = 0; hub < count; ++hub) {
    if (hub > 0) edges.push_back({hub - 1, hub});
    for (VertexId i = 0; i < leaves * (count - hub); ++i) edges.push_back({hub, next++});
  }
  return undirected(next, std::move(edges));
}

}  // namespace

TEST_CASE("top: by hand, equal values by their vertex", "[algorithms][top]") {
  // 0 - 1 - 2 - 3
  const TopScores near = top_closeness(path(4), {.k = 3});
  CHECK(near.vertices == std::vector<VertexId>{1, 2, 0});
  CHECK(difference(near.values, {0.75, 0.75, 0.5}) == "");
  CHECK(near.certain);
  const TopScores far = top_harmonic(path(4), {.k = 9});
  CHECK(far.vertices == std::vector<VertexId>{1, 2, 0, 3});
  CHECK(top_betweenness(path(4), {.k = 1}).vertices == std::vector<VertexId>{1});
}

TEST_CASE("top: agrees with the whole measure on random graphs", "[algorithms][top]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    for (const WeightMeaning meaning : {WeightMeaning::none, WeightMeaning::distance}) {
      CHECK(rc::check([direction, meaning] {
        const auto n = *rc::gen::inRange<VertexId>(1, 60);
        const auto m = *rc::gen::inRange<std::size_t>(0, 150);
        const auto k = *rc::gen::inRange<std::size_t>(1, 12);
        const Graph graph =
            random_graph({n, m, direction, meaning}, *rc::gen::arbitrary<std::uint64_t>());
        RC_ASSERT(is_top_of(top_closeness(graph, {k}), closeness(graph).values, k));
        RC_ASSERT(is_top_of(top_harmonic(graph, {k}), harmonic(graph).values, k));
        RC_ASSERT(is_top_of(top_betweenness(graph, {.k = k}), betweenness(graph).values, k));
      }));
    }
  }
}

TEST_CASE("top: is right where most edges meet at a few vertices", "[algorithms][top]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    // Ends drawn by the fourth power of chance: a few vertices have most of the edges.
    GraphParts parts;
    parts.vertices = 3000;
    parts.direction = direction;
    Random random(5);
    for (int i = 0; i < 15'000; ++i) {
      const double x = random.unit();
      parts.edges.push_back({static_cast<VertexId>(random.below(3000)),
                             static_cast<VertexId>(3000.0 * x * x * x * x)});
    }
    const Graph graph(std::move(parts));
    const TopScores near = top_closeness(graph);
    const TopScores far = top_harmonic(graph);
    CHECK(is_top_of(near, closeness(graph).values, 10));
    CHECK(is_top_of(far, harmonic(graph).values, 10));
  }
}

TEST_CASE("top: stops after one batch where hubs stand out", "[algorithms][top]") {
  const Graph graph = hubs(5, 300);
  for (const std::size_t k : {1U, 2U, 3U}) {
    const TopScores near = top_closeness(graph, {k});
    const TopScores far = top_harmonic(graph, {k});
    CHECK(is_top_of(near, closeness(graph).values, k));
    CHECK(is_top_of(far, harmonic(graph).values, k));
    CHECK(far.searches == 64);
  }
}

TEST_CASE("top: counts by level agree with a table of distances", "[algorithms][top]") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({70, 40 + 10 * seed, direction}, seed);
    const Matrix length = all_pairs(graph).length;
    std::vector<VertexId> vertices = random_permutation(70, seed);
    vertices.resize(64);
    LevelCounts search(graph);
    static_cast<void>(search.count(std::span(vertices).first(3)));  // must leave nothing behind
    const auto counts = search.count(vertices);
    INFO(drawn(graph));
    for (std::size_t i = 0; i < vertices.size(); ++i) {
      for (std::size_t level = 1; level < 70; ++level) {
        std::size_t expected = 0;
        for (std::size_t u = 0; u < 70; ++u) {
          expected += length[u][vertices[i]] == static_cast<double>(level) ? 1U : 0U;
        }
        CHECK((level <= counts[i].size() ? counts[i][level - 1] : 0) == expected);
      }
    }
  }
}

TEST_CASE("top betweenness: certain when sampled bounds part it, exact on request",
          "[algorithms][top]") {
  const Graph graph = hubs(3, 1000);  // too large to be computed exactly unasked
  // Pairs that a hub parts: all but those on one side of it.
  const double pairs = 6002.0 * 6001.0 / 2.0;
  const auto inside = [](double n) { return n * (n - 1.0) / 2.0; };
  Values all(graph.vertex_count(), 0.0);
  all[0] = pairs - inside(3002);
  all[1] = pairs - inside(3001) - inside(1001);
  all[2] = pairs - inside(5002);
  const TopScores top = top_betweenness(graph, {.k = 2});
  CHECK(top.certain);
  CHECK(top.confidence == 0.9);
  CHECK(top.searches > 0);
  CHECK(is_top_of({{0, 1}, {all[0], all[1]}}, all, 2));
  CHECK(std::is_permutation(top.vertices.begin(), top.vertices.end(),
                            std::vector<VertexId>{0, 1}.begin()));
  CHECK(std::abs(top.values[0] - all[top.vertices[0]]) < 0.1 * pairs);
  // The leaves are all the same: no sample parts a fifth from them.
  const TopScores open = top_betweenness(graph, {.k = 5, .error = 0.05});
  CHECK_FALSE(open.certain);
  const TopScores checked = top_betweenness(graph, {.k = 5, .error = 0.05, .check = Check::exact});
  CHECK(checked.certain);
  CHECK(checked.confidence == 1.0);
  CHECK(is_top_of(checked, all, 5));
}

TEST_CASE("top: one, two and four threads give the same bytes", "[algorithms][top][parallel]") {
  const Graph graph = hubs(3, 1000);
  Run one;
  one.threads = 1;
  const TopScores expected = top_betweenness(graph, {.k = 3, .error = 0.02}, one);
  for (const int threads : {2, 4}) {
    Run run;
    run.threads = threads;
    const TopScores top = top_betweenness(graph, {.k = 3, .error = 0.02}, run);
    CHECK(top.vertices == expected.vertices);
    CHECK(top.values == expected.values);
    CHECK(top.searches == expected.searches);
  }
}

TEST_CASE("top: nobody, one, and options outside their range", "[algorithms][top]") {
  CHECK(top_closeness(Graph()).vertices.empty());
  CHECK(top_harmonic(Graph()).vertices.empty());
  CHECK(top_betweenness(Graph()).vertices.empty());
  CHECK(top_closeness(undirected(1, {{0, 0}})).values == Values{0});
  CHECK_THROWS_AS(top_closeness(path(3), {.k = 0}), InvalidOption);
  CHECK_THROWS_AS(top_harmonic(path(3), {.k = 0}), InvalidOption);
  CHECK_THROWS_AS(top_betweenness(path(3), {.k = 0}), InvalidOption);
  CHECK_THROWS_AS(top_betweenness(path(3), {.error = 0.0}), InvalidOption);
  CHECK_THROWS_AS(top_betweenness(path(3), {.confidence = 1.0}), InvalidOption);
  const Graph near = weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {1});
  CHECK_THROWS_AS(top_closeness(near), InvalidWeight);
  CHECK_THROWS_AS(top_harmonic(near), InvalidWeight);
  CHECK_THROWS_AS(top_betweenness(near), InvalidWeight);
}

TEST_CASE("top: of the karate club", "[algorithms][top]") {
  // Zachary 1977; by NetworkX and igraph: actors 1, 3 and 34 are the closest.
  CHECK(top_closeness(karate(), {.k = 3}).vertices == std::vector<VertexId>{0, 2, 33});
  CHECK(top_harmonic(karate(), {.k = 2}).vertices == std::vector<VertexId>{33, 0});
  CHECK(top_betweenness(karate(), {.k = 2}).vertices == std::vector<VertexId>{0, 33});
}

}  // namespace summitry::testing
