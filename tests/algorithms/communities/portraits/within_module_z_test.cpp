// Within-module degree.
#include "algorithms/communities/portraits/within_module_z.hpp"

#include "algorithms/communities/trust/detect.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Partition partition_of(const std::vector<std::uint32_t>& labels) {
  return canonical(labels);
}

Partition random_partition(VertexId n, std::uint32_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::uint32_t> labels(n);
  for (std::uint32_t& label : labels) label = static_cast<std::uint32_t>(random.below(count));
  return partition_of(labels);
}

// From the matrix of who is joined to whom, community by community.
Values by_formula(const Graph& graph, const Partition& partition) {
  const Matrix arcs = adjacency(graph);
  const std::size_t n = arcs.size();
  Values inside(n, 0.0);
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (partition.community[u] != partition.community[v]) continue;
      // An undirected edge stands at [u][v] and [v][u], a loop once for its two ends.
      inside[u] += graph.directed() || u == v ? arcs[u][v] + arcs[v][u] : arcs[u][v];
    }
  }
  Values result(n);
  for (std::size_t v = 0; v < n; ++v) {
    double size = 0.0;
    double sum = 0.0;
    for (std::size_t u = 0; u < n; ++u) {
      if (partition.community[u] != partition.community[v]) continue;
      size += 1.0;
      sum += inside[u];
    }
    double squares = 0.0;
    for (std::size_t u = 0; u < n; ++u) {
      if (partition.community[u] != partition.community[v]) continue;
      squares += (inside[u] - sum / size) * (inside[u] - sum / size);
    }
    const double deviation = std::sqrt(squares / size);
    result[v] = deviation < 1e-9 ? 0.0 : (inside[v] - sum / size) / deviation;
  }
  return result;
}

}  // namespace

TEST_CASE("within-module-z: a star and a triangle that hang together, by hand",
          "[algorithms][within-module-z]") {
  //  1, 2, 3 around 0; 4, 5, 6 a triangle; 3 - 4. Inside: 3 1 1 1, mean 1.5, deviation sqrt(3)/2.
  const Graph graph = undirected(7, {{0, 1}, {0, 2}, {0, 3}, {4, 5}, {5, 6}, {6, 4}, {3, 4}});
  const Partition partition = partition_of({0, 0, 0, 0, 1, 1, 1});
  const double low = -1.0 / std::sqrt(3.0);
  CHECK(difference(within_module_z(graph, partition).values,
                   {std::sqrt(3.0), low, low, low, 0, 0, 0}, 1e-13) == "");
}

TEST_CASE("within-module-z: agrees with the formula on random graphs",
          "[algorithms][within-module-z]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({12, seed, direction, meaning}, seed);
    const Partition partition = random_partition(12, 3, seed);
    INFO(drawn(graph));
    CHECK(difference(within_module_z(graph, partition).values, by_formula(graph, partition)) == "");
  }
}

TEST_CASE("within-module-z: sums to 0 and its squares to the size, whatever the unit of weights",
          "[algorithms][within-module-z]") {
  const Graph graph = random_graph({60, 300, Direction::directed, WeightMeaning::strength}, 9);
  const Partition partition = random_partition(60, 4, 9);
  const Values values = within_module_z(graph, partition).values;
  for (const auto& community : members(partition)) {
    double sum = 0.0;
    double squares = 0.0;
    for (const VertexId v : community) {
      sum += values[v];
      squares += values[v] * values[v];
    }
    CHECK(std::abs(sum) < 1e-11);
    CHECK(squares == Approx(static_cast<double>(community.size())));
  }
  CHECK(difference(within_module_z(scaled(graph, 0.1), partition).values, values, 1e-11) == "");
}

TEST_CASE("within-module-z: equal weights that do not add up exactly are equal",
          "[algorithms][within-module-z]") {
  std::vector<double> tenths(7, 0.1);
  const Graph ring =
      weighted(7, Direction::undirected, WeightMeaning::strength, cycle(7).edges(), tenths);
  CHECK(within_module_z(ring, partition_of(std::vector<std::uint32_t>(7, 0))).values ==
        Values(7, 0.0));
}

TEST_CASE("within-module-z: reads the partition that is found with the same seed",
          "[algorithms][within-module-z]") {
  Run run;
  run.seed = 4;
  const auto found = detect_communities(karate(), {"leiden", {}, 10}, run);
  CHECK(within_module_z(karate(), WithinModuleZOptions{}, run).values ==
        within_module_z(karate(), found.partition).values);
}

TEST_CASE("within-module-z: nobody, one label too few, no runs, distances",
          "[algorithms][within-module-z]") {
  CHECK(within_module_z(Graph()).values.empty());
  CHECK(within_module_z(undirected(3, {})).values == Values(3, 0.0));
  CHECK_THROWS_AS(within_module_z(path(3), partition_of({0, 0})), InvalidOption);
  CHECK_THROWS_AS(within_module_z(path(3), WithinModuleZOptions{"leiden", 0}), InvalidOption);
  CHECK_THROWS_AS(within_module_z(path(3), WithinModuleZOptions{"leidn", 1}), UnknownName);
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(within_module_z(far), InvalidWeight);
}

}  // namespace summitry::testing
