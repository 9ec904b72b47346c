// Eccentricity and average distance.
#include "algorithms/centrality/distances/eccentricity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/centrality/distances/average_distance.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

// Straight from the definitions, on a table of distances.
Values farthest_by_table(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  Values result(length.size(), 0.0);
  for (std::size_t v = 0; v < length.size(); ++v) {
    for (std::size_t u = 0; u < length.size(); ++u) {
      if (std::isfinite(length[u][v])) result[v] = std::max(result[v], length[u][v]);
    }
  }
  return result;
}

Values average_by_table(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  Values result(length.size(), kMissing);
  for (std::size_t v = 0; v < length.size(); ++v) {
    double total = 0.0;
    double others = 0.0;
    for (std::size_t u = 0; u < length.size(); ++u) {
      if (u == v || !std::isfinite(length[u][v])) continue;
      total += length[u][v];
      others += 1.0;
    }
    if (others > 0.0) result[v] = total / others;
  }
  return result;
}

}  // namespace

TEST_CASE("eccentricity: distances to the vertex count, by hand", "[algorithms][eccentricity]") {
  // 0 -> 1 -> 2     3
  const Graph graph = directed(4, {{0, 1}, {1, 2}});
  CHECK(eccentricity(graph).values == Values{0, 1, 2, 0});
  CHECK(difference(average_distance(graph).values, {kMissing, 1, 1.5, kMissing}) == "");
}

TEST_CASE("eccentricity: of paths, stars, cycles and complete graphs",
          "[algorithms][eccentricity]") {
  CHECK(eccentricity(path(5)).values == Values{4, 3, 2, 3, 4});
  CHECK(eccentricity(star(4)).values == Values{1, 2, 2, 2, 2});
  CHECK(eccentricity(cycle(7)).values == Values(7, 3.0));
  CHECK(average_distance(cycle(7)).values == Values(7, 2.0));
  CHECK(average_distance(star(4)).values == Values{1, 1.75, 1.75, 1.75, 1.75});
  CHECK(average_distance(complete(6)).values == Values(6, 1.0));
}

TEST_CASE("eccentricity: agrees with a table of distances on random graphs",
          "[algorithms][eccentricity]") {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::distance;
    const Graph graph = random_graph({12, 5 + seed / 3, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(eccentricity(graph).values, farthest_by_table(graph)) == "");
    CHECK(difference(average_distance(graph).values, average_by_table(graph)) == "");
  }
}

TEST_CASE("eccentricity: doubles when distances double", "[algorithms][eccentricity]") {
  const Graph graph = random_graph({15, 30, Direction::undirected, WeightMeaning::distance}, 4);
  for (const auto measure : {eccentricity, average_distance}) {
    Values doubled = measure(graph, {}).values;
    for (double& value : doubled) value *= 2.0;
    CHECK(difference(measure(scaled(graph, 2.0), {}).values, doubled, 0.0) == "");
  }
}

TEST_CASE("eccentricity: nobody, isolates, and weights that are no distances",
          "[algorithms][eccentricity]") {
  CHECK(eccentricity(Graph()).values.empty());
  CHECK(average_distance(Graph()).values.empty());
  CHECK(eccentricity(undirected(1, {})).values == Values{0});
  CHECK(std::isnan(average_distance(undirected(1, {{0, 0}})).values.front()));
  const Graph near = weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {1});
  CHECK_THROWS_WITH(eccentricity(near), Catch::StartsWith("eccentricity:"));
  CHECK_THROWS_WITH(average_distance(near), Catch::StartsWith("average-distance:"));
}

TEST_CASE("eccentricity: the karate club has diameter 5 and radius 3",
          "[algorithms][eccentricity]") {
  const Values club = eccentricity(karate()).values;  // Zachary 1977; by NetworkX and igraph
  CHECK(*std::max_element(club.begin(), club.end()) == 5.0);
  CHECK(*std::min_element(club.begin(), club.end()) == 3.0);
  double total = 0.0;
  for (const double value : average_distance(karate()).values) total += value;
  CHECK(total / 34.0 == Approx(2.4082).margin(5e-5));
}

}  // namespace summitry::testing
