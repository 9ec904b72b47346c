// Sums of distances.
#include "algorithms/structure/searches/distances.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

struct Expected {
  Values reached, total, inverse, farthest;
};

Expected from_all_pairs(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  const std::size_t n = length.size();
  Expected sums{Values(n, 0.0), Values(n, 0.0), Values(n, 0.0), Values(n, 0.0)};
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (!std::isfinite(length[u][v])) continue;
      sums.reached[v] += 1.0;
      if (u == v) continue;
      sums.total[v] += length[u][v];
      sums.inverse[v] += 1.0 / length[u][v];
      sums.farthest[v] = std::max(sums.farthest[v], length[u][v]);
    }
  }
  return sums;
}

}  // namespace

TEST_CASE("distance sums: a directed path, by hand", "[algorithms][distances]") {
  // 0 -> 1 -> 2: distances to 2 are 2 and 1
  const DistanceSums sums = distance_sums(directed(3, {{0, 1}, {1, 2}}), Lengths::hops);
  CHECK(sums.reached == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(sums.total == Values{0, 1, 3});
  CHECK(sums.inverse == Values{0, 1, 1.5});
  CHECK(sums.farthest == Values{0, 1, 2});
}

TEST_CASE("distance sums: agree with Floyd and Warshall on random graphs",
          "[algorithms][distances]") {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::distance;
    const Graph graph = random_graph({13, 6 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    const DistanceSums sums = distance_sums(graph, Lengths::weights);
    const Expected expected = from_all_pairs(graph);
    CHECK(Values(sums.reached.begin(), sums.reached.end()) == expected.reached);
    CHECK(difference(sums.total, expected.total) == "");
    CHECK(difference(sums.inverse, expected.inverse) == "");
    CHECK(sums.farthest == expected.farthest);
  }
}

TEST_CASE("distance sums: hops do not look at weights", "[algorithms][distances]") {
  const Graph graph =
      weighted(3, Direction::undirected, WeightMeaning::strength, {{0, 1}, {1, 2}}, {5.0, 0.0});
  CHECK(distance_sums(graph, Lengths::hops).total == Values{3, 2, 3});
  CHECK_THROWS_AS(distance_sums(graph, Lengths::weights), InvalidWeight);
}

TEST_CASE("distance sums: where a look serves many sources, less is foretold",
          "[algorithms][distances]") {
  const auto steps = [](double last) {
    return distance_steps(
        weighted(3, Direction::undirected, WeightMeaning::distance, {{0, 1}, {1, 2}}, {1.0, last}));
  };
  CHECK(steps(0.7) == 3.0 * (3.0 + 4.0));
  CHECK(steps(2.0) == Approx(steps(0.7) / 3.0));
  CHECK(steps(1000.0) == steps(0.7));
  CHECK(distance_steps(path(3)) == Approx(steps(0.7) / 100.0));
}

}  // namespace summitry::testing
