// How degrees are spread.
#include "algorithms/structure/degrees/degree_distribution.hpp"

#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry::testing {

TEST_CASE("degree spread: a star of three leaves and an isolate, by hand",
          "[algorithms][degree-spread]") {
  const DegreeSpread spread = degree_spread(undirected(5, {{0, 1}, {0, 2}, {0, 3}}));
  REQUIRE(spread.counts.size() == 3);
  CHECK(spread.counts[0].degree == 0);
  CHECK(spread.counts[0].at_least == 1.0);
  CHECK(spread.counts[1].vertices == 3);
  CHECK(spread.counts[1].at_least == 0.8);
  CHECK(spread.counts[2].degree == 3);
  CHECK(spread.counts[2].at_least == 0.2);
  CHECK(spread.mean == 1.2);
  CHECK(spread.median == 1.0);
  CHECK(*spread.sd == Approx(std::sqrt((1.44 + 3 * 0.04 + 3.24) / 5)));
  CHECK(*spread.entropy == Approx(0.6 * std::log2(5.0 / 3) + 0.4 * std::log2(5.0)));
}

TEST_CASE("degree spread: nobody, nothing joined, all alike", "[algorithms][degree-spread]") {
  CHECK_FALSE(degree_spread(Graph()).mean.has_value());
  CHECK_FALSE(degree_spread(Graph()).gini.has_value());
  CHECK(degree_spread(undirected(3, {})).median == 0.0);
  CHECK_FALSE(degree_spread(undirected(3, {})).gini.has_value());
  CHECK(degree_spread(cycle(6)).gini == 0.0);
  CHECK(degree_spread(cycle(6)).entropy == 0.0);
  CHECK(degree_spread(path(4)).median == 1.5);
}

TEST_CASE("degree spread: Gini's index is half of the mean difference over the mean",
          "[algorithms][degree-spread]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph =
        random_graph({static_cast<VertexId>(2 + seed % 9), 1 + seed, direction}, seed);
    double differences = 0.0;
    double total = 0.0;
    for (VertexId u = 0; u < graph.vertex_count(); ++u) {
      total += static_cast<double>(graph.degree(u));
      for (VertexId v = 0; v < graph.vertex_count(); ++v) {
        differences +=
            std::abs(static_cast<double>(graph.degree(u)) - static_cast<double>(graph.degree(v)));
      }
    }
    const double expected = differences / (2.0 * graph.vertex_count() * total);
    CHECK(*degree_spread(graph).gini == Approx(expected).margin(1e-12));
  }
}

}  // namespace summitry::testing
