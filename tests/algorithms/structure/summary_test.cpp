// Figures of the network as a whole.
#include "algorithms/structure/summary.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry::testing {

TEST_CASE("summary: a small digraph with all its troubles, by hand", "[algorithms][summary]") {
  //  0 <-> 1 -> 2 -> 2     3      0 -> 1 is there twice
  const NetworkSummary summary = summarise(directed(4, {{0, 1}, {0, 1}, {1, 0}, {1, 2}, {2, 2}}));
  CHECK(summary.vertices == 4);
  CHECK(summary.edges == 5);
  CHECK(summary.loops == 1);
  CHECK(summary.parallel == 1);
  CHECK(summary.isolates == 1);
  CHECK(summary.mean_degree == 2.5);
  CHECK(summary.largest_degree == 4);
  CHECK(summary.density == 3.0 / 12);
  CHECK(summary.reciprocity == 2.0 / 3);
  CHECK(summary.components == 2);
  CHECK(summary.strong_components == 3);
  CHECK(summary.giant == 3);
  CHECK(summary.reachable_pairs == 4);  // 0-1, 1-0, 1-2, 0-2
  CHECK(summary.mean_distance == 5.0 / 4);
  CHECK(summary.diameter == 2U);
}

TEST_CASE("summary: of paths, cycles, stars and complete graphs", "[algorithms][summary]") {
  CHECK(summarise(path(6)).diameter == 5U);
  CHECK(summarise(cycle(7)).diameter == 3U);
  CHECK(summarise(cycle(7)).mean_distance == 2.0);
  CHECK(summarise(complete(5)).density == 1.0);
  CHECK(summarise(complete(5)).transitivity == 1.0);
  CHECK(summarise(complete(5)).triangles == 10);
  CHECK(summarise(star(4)).assortativity == -1.0);
  CHECK_FALSE(summarise(cycle(7)).assortativity.has_value());  // all degrees are the same
}

TEST_CASE("summary: figures without a denominator are missing", "[algorithms][summary]") {
  const NetworkSummary nobody = summarise(Graph());
  CHECK_FALSE(nobody.density.has_value());
  CHECK_FALSE(nobody.mean_clustering.has_value());
  CHECK_FALSE(nobody.mean_distance.has_value());
  CHECK(nobody.components == 0);
  const NetworkSummary one = summarise(undirected(1, {}));
  CHECK_FALSE(one.density.has_value());
  CHECK_FALSE(one.diameter.has_value());
  CHECK(one.isolates == 1);
  CHECK_FALSE(summarise(path(3)).reciprocity.has_value());
  CHECK_FALSE(summarise(directed(2, {})).reciprocity.has_value());
  CHECK_FALSE(summarise(path(2)).transitivity.has_value());
}

TEST_CASE("summary: single figures are those of the summary", "[algorithms][summary]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({10, 30, Direction::directed}, seed);
    const NetworkSummary summary = summarise(graph);
    CHECK(summary.density == density(graph));
    CHECK(summary.reciprocity == reciprocity(graph));
    CHECK(summary.transitivity == transitivity(graph));
    CHECK(summary.assortativity == assortativity(graph));
  }
}

TEST_CASE("summary: the karate club", "[algorithms][summary]") {
  // Zachary 1977; figures by NetworkX 2.8.8 and igraph 0.10.2.
  const NetworkSummary summary = summarise(karate());
  CHECK(*summary.density == Approx(0.139037).margin(5e-7));
  CHECK(summary.diameter == 5U);
  CHECK(*summary.mean_distance == Approx(2.408200).margin(5e-7));
  CHECK(*summary.transitivity == Approx(0.255682).margin(5e-7));
  CHECK(*summary.mean_clustering == Approx(0.570638).margin(5e-7));
  CHECK(*summary.assortativity == Approx(-0.475613).margin(5e-7));
  CHECK(summary.largest_core == 4);
}

TEST_CASE("summary: the Florentine marriages with and without the Pucci", "[algorithms][summary]") {
  // Padgett & Ansell 1993: 20 marriages among 16 families.
  CHECK(*summarise(florentine()).density == Approx(0.166667).margin(5e-7));
  CHECK(summarise(florentine()).isolates == 1);
  CHECK(*density(florentine_connected()) == Approx(20.0 / 105));
}

}  // namespace summitry::testing
