// Onion layers.
#include "algorithms/structure/cohesion/onion.hpp"

#include <algorithm>

#include "algorithms/structure/cohesion/core_numbers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// The definition, on the matrix of who is joined to whom.
Values onion_by_rounds(const Graph& graph) {
  const Matrix joined = simple_adjacency(graph);
  const std::size_t n = joined.size();
  Values layer(n, 0.0);
  double core = 0.0;
  for (double round = 1.0;; round += 1.0) {
    std::vector<std::pair<double, std::size_t>> left;
    for (std::size_t v = 0; v < n; ++v) {
      if (layer[v] > 0.0) continue;
      double degree = 0.0;
      for (std::size_t w = 0; w < n; ++w) degree += layer[w] > 0.0 ? 0.0 : joined[v][w];
      left.emplace_back(degree, v);
    }
    if (left.empty()) return layer;
    core = std::max(core, std::min_element(left.begin(), left.end())->first);
    for (const auto& [degree, v] : left) {
      if (degree <= core) layer[v] = round;
    }
  }
}

}  // namespace

TEST_CASE("onion: a triangle with a tail and an isolate, by hand", "[algorithms][onion]") {
  //  0 - 1
  //   \ /
  //    2 - 3 - 4     5
  const Graph graph = undirected(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}});
  CHECK(onion_layers(graph).values == Values{4, 4, 4, 3, 2, 1});
}

TEST_CASE("onion: of paths, complete graphs, cycles and stars", "[algorithms][onion]") {
  CHECK(onion_layers(path(5)).values == Values{1, 2, 3, 2, 1});
  CHECK(onion_layers(complete(6)).values == Values(6, 1.0));
  CHECK(onion_layers(cycle(7)).values == Values(7, 1.0));
  CHECK(onion_layers(star(3)).values == Values{2, 1, 1, 1});
  CHECK(onion_layers(undirected(0, {})).values.empty());
}

TEST_CASE("onion: agrees with peeling round by round on random graphs", "[algorithms][onion]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph =
        random_graph({static_cast<VertexId>(1 + seed % 19), seed % 61, direction}, seed);
    INFO(drawn(graph));
    CHECK(onion_layers(graph).values == onion_by_rounds(graph));
  }
}

TEST_CASE("onion: of two vertices in different cores, the one in the higher core is deeper",
          "[algorithms][onion]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Graph graph = random_graph({30, 60}, seed);
    const Values layer = onion_layers(graph).values;
    const Values core = core_numbers(graph).values;
    for (std::size_t u = 0; u < layer.size(); ++u) {
      for (std::size_t v = 0; v < layer.size(); ++v) {
        if (core[u] < core[v]) CHECK(layer[u] < layer[v]);
      }
    }
  }
}

TEST_CASE("onion: of the karate club", "[algorithms][onion]") {
  // Zachary 1977; the figures that NetworkX 2.8.8 gives.
  const Values layer = onion_layers(karate()).values;
  CHECK(layer == onion_by_rounds(karate()));
  CHECK(*std::max_element(layer.begin(), layer.end()) == 7.0);
  CHECK(layer[11] == 1.0);  // the only one with a single neighbour
}

}  // namespace summitry::testing
