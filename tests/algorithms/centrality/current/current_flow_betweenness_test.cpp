// Current-flow betweenness.
#include "algorithms/centrality/current/current_flow_betweenness.hpp"

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("current flow: a triangle, by hand", "[algorithms][current-flow]") {
  // Between two corners two thirds go directly, one third by way of the third.
  CHECK(difference(current_flow_betweenness(complete(3)).values, Values(3, 1.0 / 3), 1e-13) == "");
  CHECK(difference(current_flow_betweenness(complete(3), {Scale::normalized}).values,
                   Values(3, 1.0 / 3), 1e-13) == "");
}

TEST_CASE("current flow: on a tree there is only one way, as for shortest paths",
          "[algorithms][current-flow]") {
  const Graph tree = undirected(7, {{0, 1}, {1, 2}, {1, 3}, {3, 4}, {4, 5}, {4, 6}});
  CHECK(difference(current_flow_betweenness(tree).values, betweenness(tree).values, 1e-11) == "");
  CHECK(current_flow_betweenness(star(5)).values[1] == 0.0);
}

TEST_CASE("current flow: of cycles, in closed form", "[algorithms][current-flow]") {
  // A unit over distances a and n-a splits as (n-a)/n and a/n. In a square each vertex passes 1/4 for
  // each of the two pairs beside it that it is not an end of, and 1/2 for the pair across.
  CHECK(difference(current_flow_betweenness(cycle(4)).values, Values(4, 1.0), 1e-12) == "");
}

TEST_CASE("current flow: agrees with solving for every pair on random graphs",
          "[algorithms][current-flow]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({8, 5 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(current_flow_betweenness(graph).values, current_flow_by_pairs(graph)) == "");
  }
}

TEST_CASE("current flow: the scale of conductances does not matter", "[algorithms][current-flow]") {
  const Graph graph = random_graph({12, 25, Direction::undirected, WeightMeaning::strength}, 6);
  CHECK(difference(current_flow_betweenness(scaled(graph, 4.0)).values,
                   current_flow_betweenness(graph).values, 1e-11) == "");
}

TEST_CASE("current flow: sampled values keep their error", "[algorithms][current-flow]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto meaning = seed % 2 == 0 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({60, 900, Direction::undirected, meaning}, seed);
    Run run;
    run.seed = seed;
    const Values exact = current_flow_betweenness(graph).values;
    const Values sampled = current_flow_betweenness(graph, {Scale::raw, 0.1}, run).values;
    CHECK(difference(sampled, exact) != "");
    for (VertexId v = 0; v < 60; ++v) CHECK(std::abs(sampled[v] - exact[v]) <= 0.1 * 60 * 59 / 2);
  }
}

TEST_CASE("current flow: of many sampled runs fewer than one in a hundred breaks its promise",
          "[algorithms][current-flow]") {
  // So dense that sampling is what is done, and a run quick. Without a failure in 700 runs the chance of
  // one is below 1 in 100: else one would see that once in a thousand such tests (0.99^700).
  const Graph graph = random_graph({16, 700, Direction::undirected, WeightMeaning::strength}, 8);
  constexpr double kError = 0.2;
  constexpr double kPairs = 16 * 15 / 2.0;
  const Values exact = current_flow_betweenness(graph).values;
  int failed = 0;
  double largest = 0.0;
  for (std::uint64_t seed = 0; seed < 700; ++seed) {
    Run run;
    run.seed = seed;
    run.threads = 1;
    const Values sampled = current_flow_betweenness(graph, {Scale::raw, kError}, run).values;
    double most = 0.0;
    for (VertexId v = 0; v < 16; ++v)
      most = std::max(most, std::abs(sampled[v] - exact[v]) / kPairs);
    failed += most > kError ? 1 : 0;
    largest = std::max(largest, most);
  }
  CHECK(failed == 0);
  CHECK(largest > 0.0);  // drawn, and not computed exactly after all
}

TEST_CASE("current flow: samples come out right on average, for every vertex",
          "[algorithms][current-flow]") {
  const Graph graph = random_graph({16, 700, Direction::undirected, WeightMeaning::strength}, 5);
  Values mean(16, 0.0);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Run run;
    run.seed = seed;
    const Values sampled = current_flow_betweenness(graph, {Scale::raw, 0.2}, run).values;
    for (VertexId v = 0; v < 16; ++v) mean[v] += sampled[v] / 200.0;
  }
  CHECK(difference(mean, current_flow_betweenness(graph).values, 0.02) == "");
}

TEST_CASE("current flow: one thread and four give the same samples",
          "[algorithms][current-flow][parallel]") {
  const Graph graph = random_graph({100, 900, Direction::undirected, WeightMeaning::none}, 7);
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  CHECK(current_flow_betweenness(graph, {Scale::raw, 0.1}, one).values ==
        current_flow_betweenness(graph, {Scale::raw, 0.1}, four).values);
}

TEST_CASE("current flow: the error has a range", "[algorithms][current-flow]") {
  CHECK_THROWS_AS(current_flow_betweenness(path(3), {Scale::raw, 1.0}), InvalidOption);
  CHECK_THROWS_AS(current_flow_betweenness(path(3), {Scale::raw, -0.5}), InvalidOption);
}

TEST_CASE("current flow: nobody, isolates, edges of weight 0, distances",
          "[algorithms][current-flow]") {
  CHECK(current_flow_betweenness(Graph()).values.empty());
  CHECK(current_flow_betweenness(undirected(3, {{0, 1}})).values == Values(3, 0.0));
  const Graph zero =
      weighted(3, Direction::undirected, WeightMeaning::strength, {{0, 1}, {1, 2}}, {1.0, 0.0});
  CHECK(current_flow_betweenness(zero).values == Values(3, 0.0));
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_WITH(current_flow_betweenness(far), Catch::Contains("--weights-mean strength"));
}

}  // namespace summitry::testing
