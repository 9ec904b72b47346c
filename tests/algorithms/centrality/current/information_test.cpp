// Information centrality.
#include "algorithms/centrality/current/information.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
}

TEST_CASE("information: a path of three, by hand", "[algorithms][information]") {
  // Resistances are 1 and 1 from the middle, 1 and 2 from an end.
  CHECK(difference(information(path(3)).values, {1, 1.5, 1}, 1e-13) == "");
}

TEST_CASE("information: of complete graphs, in closed form", "[algorithms][information]") {
  // Between any two the resistance is 2/n: n / ((n-1) 2/n)
  CHECK(difference(information(complete(5)).values, Values(5, 25.0 / 8), 1e-12) == "");
}

TEST_CASE("information: agrees with measuring every resistance on random graphs",
          "[algorithms][information]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({8, 4 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(information(graph).values, information_by_resistances(graph)) == "");
  }
}

TEST_CASE("information: doubles with the conductances", "[algorithms][information]") {
  const Graph graph = random_graph({12, 40, Direction::undirected, WeightMeaning::strength}, 6);
  Values doubled = information(graph).values;
  for (double& value : doubled) value *= 2.0;
  CHECK(difference(information(scaled(graph, 2.0)).values, doubled, 1e-11) == "");
}

TEST_CASE("information: sampled values keep their error", "[algorithms][information]") {
  const Graph graph = random_graph({600, 1500, Direction::undirected, WeightMeaning::none}, 8);
  const Values exact = information(graph).values;
  const Values sampled = information(graph, {0.5}).values;
  CHECK(difference(sampled, exact) != "");
  for (VertexId v = 0; v < 600; ++v) {
    if (!std::isnan(exact[v])) CHECK(std::abs(sampled[v] / exact[v] - 1.0) <= 0.5);
  }
  CHECK_THROWS_WITH(information(path(3), {2.0}), Catch::Contains("error must be in [0, 1)"));
}

TEST_CASE("information: is missing without neighbours", "[algorithms][information]") {
  CHECK(information(Graph()).values.empty());
  CHECK(difference(information(undirected(3, {{0, 1}, {2, 2}})).values, {2, 2, kMissing}) == "");
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(information(far), InvalidWeight);
}

}  // namespace summitry::testing
