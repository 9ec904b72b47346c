// A measure of each component against the measure of a graph that is nothing but that component.
#include "algorithms/per_component.hpp"

#include <cmath>

#include "algorithms/structure/components.hpp"
#include "engine/error.hpp"
#include "engine/reshape.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

using namespace summitry;

namespace {

// A path 0-1-2 and an edge 3-4, and nobody at 5.
Graph path_and_edge() {
  GraphParts parts;
  parts.vertices = 6;
  parts.edges = {{0, 1}, {1, 2}, {3, 4}};
  return Graph(std::move(parts));
}

}  // namespace

TEST_CASE("per component: closeness forgets that there are others", "[algorithms]") {
  const Graph graph = path_and_edge();
  const auto whole = compute(measure("closeness"), graph).scores.values;
  const auto apart = compute_per_component(measure("closeness"), graph).scores.values;
  // In the whole the middle reaches 2 of 5 others, in its component 2 of 2.
  CHECK(whole[1] == Approx(0.4));
  CHECK(apart[1] == Approx(1.0));
  CHECK(apart[0] == Approx(2.0 / 3.0));
  CHECK(apart[3] == Approx(1.0));
  CHECK(apart[5] == 0.0);
}

TEST_CASE("per component: PageRank sums to 1 in each", "[algorithms]") {
  const auto result = compute_per_component(measure("pagerank"), path_and_edge());
  const auto& x = result.scores.values;
  CHECK(x[0] + x[1] + x[2] == Approx(1.0));
  CHECK(x[3] + x[4] == Approx(1.0));
  CHECK(x[5] == Approx(1.0));
  REQUIRE(result.scores.convergence);
  CHECK(result.scores.convergence->reached);
  CHECK(result.parameters.back() == std::pair<std::string, std::string>("per-component", "yes"));
}

TEST_CASE("per component: each is as it would be alone", "[algorithms]") {
  const Graph graph = path_and_edge();
  const auto groups = members(components(graph));
  for (const Measure* one : measures()) {
    if (one->over != Over::vertices) continue;
    INFO(one->name);
    const auto together = compute_per_component(*one, graph).scores.values;
    REQUIRE(together.size() == graph.vertex_count());
    for (const auto& group : groups) {
      const auto alone = compute(*one, induced(graph, group)).scores.values;
      for (std::size_t i = 0; i < group.size(); ++i) {
        const double value = together[group[i]];
        CHECK((value == alone[i] || (std::isnan(value) && std::isnan(alone[i]))));
      }
    }
  }
}

TEST_CASE("per component: nobody, and an option that there is not", "[algorithms]") {
  CHECK(compute_per_component(measure("degree"), Graph()).scores.values.empty());
  CHECK_THROWS_AS(compute_per_component(measure("pagerank"), path_and_edge(), {{"dampin", "1"}}),
                  InvalidOption);
}

TEST_CASE("per component: figures of edges come back to their edges", "[algorithms]") {
  // Components in turn, so that edges of the two are mixed: 0-2, 1-3, 2-4.
  GraphParts parts;
  parts.vertices = 5;
  parts.edges = {{0, 2}, {1, 3}, {2, 4}};
  const auto apart = compute_per_component(measure("edge-betweenness"), Graph(std::move(parts)),
                                           {{"normalized", "yes"}})
                         .scores.values;
  REQUIRE(apart.size() == 3);
  CHECK(apart[0] == Approx(2.0 / 3.0));  // of the 3 pairs of its own component
  CHECK(apart[1] == Approx(1.0));
  CHECK(apart[2] == Approx(2.0 / 3.0));
}
