// Current-flow closeness.
#include "algorithms/centrality/current/current_flow_closeness.hpp"

#include "algorithms/centrality/current/information.hpp"
#include "algorithms/centrality/distances/closeness.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("current-flow closeness: a path of three, by hand",
          "[algorithms][current-flow-closeness]") {
  // Resistances are 1 and 1 from the middle, 1 and 2 from an end.
  CHECK(difference(current_flow_closeness(path(3)).values, {1.0 / 3, 0.5, 1.0 / 3}, 1e-13) == "");
  CHECK(difference(current_flow_closeness(path(3), {Scale::normalized}).values,
                   {2.0 / 3, 1, 2.0 / 3}, 1e-13) == "");
}

TEST_CASE("current-flow closeness: of cycles and complete graphs, in closed form",
          "[algorithms][current-flow-closeness]") {
  // Around a cycle the resistance over a edges is a (n-a) / n: the sum is (n^2 - 1) / 6.
  CHECK(difference(current_flow_closeness(cycle(8)).values, Values(8, 6.0 / 63), 1e-12) == "");
  // Between any two of n the resistance is 2/n.
  CHECK(difference(current_flow_closeness(complete(5), {Scale::normalized}).values, Values(5, 2.5),
                   1e-12) == "");
}

TEST_CASE("current-flow closeness: is information divided by the size of the component",
          "[algorithms][current-flow-closeness]") {
  // Brandes & Fleischer 2005, theorem 1.
  const Graph graph = undirected(9, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {5, 6}, {6, 7}, {7, 5}});
  Values expected = information(graph).values;
  for (VertexId v = 0; v < 9; ++v) expected[v] /= v < 4 ? 4.0 : 3.0;
  CHECK(difference(current_flow_closeness(graph).values, expected, 1e-12) == "");
}

TEST_CASE("current-flow closeness: on a tree there is only one way, as for shortest paths",
          "[algorithms][current-flow-closeness]") {
  const Graph tree = undirected(7, {{0, 1}, {1, 2}, {1, 3}, {3, 4}, {4, 5}, {4, 6}});
  CHECK(difference(current_flow_closeness(tree, {Scale::normalized}).values, closeness(tree).values,
                   1e-12) == "");
}

TEST_CASE("current-flow closeness: sampled values keep their error",
          "[algorithms][current-flow-closeness]") {
  const Graph graph = random_graph({700, 1500, Direction::undirected, WeightMeaning::strength}, 6);
  const Values exact = current_flow_closeness(graph).values;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Run run;
    run.seed = seed;
    const Values sampled = current_flow_closeness(graph, {Scale::raw, 0.5}, run).values;
    CHECK(difference(sampled, exact) != "");
    for (VertexId v = 0; v < 700; ++v) {
      if (!std::isnan(exact[v])) CHECK(std::abs(sampled[v] / exact[v] - 1.0) <= 0.5);
    }
  }
}

TEST_CASE("current-flow closeness: one thread and four give the same samples",
          "[algorithms][current-flow-closeness][parallel]") {
  const Graph graph = random_graph({700, 1500, Direction::undirected, WeightMeaning::none}, 7);
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  const CurrentFlowClosenessOptions options{Scale::raw, 0.6};
  CHECK(difference(current_flow_closeness(graph, options, one).values,
                   current_flow_closeness(graph, options, four).values, 0.0) == "");
}

TEST_CASE("current-flow closeness: nobody, isolates, distances, errors out of range",
          "[algorithms][current-flow-closeness]") {
  CHECK(current_flow_closeness(Graph()).values.empty());
  const Values values = current_flow_closeness(undirected(3, {{0, 1}, {2, 2}})).values;
  CHECK(values[0] == Approx(1.0));
  CHECK(std::isnan(values[2]));
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(current_flow_closeness(far), InvalidWeight);
  CHECK_THROWS_AS(current_flow_closeness(path(3), {Scale::raw, 1.0}), InvalidOption);
}

}  // namespace summitry::testing
