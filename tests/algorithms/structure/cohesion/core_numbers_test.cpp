// Core numbers.
#include "algorithms/structure/cohesion/core_numbers.hpp"

#include <set>

#include "tests/algorithms/structure/large_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// The definition: within those of core k or more everybody has k neighbours, and nobody can be added
// to those of core k + 1 or more, since they would be the k + 1 core themselves.
bool are_cores(const Graph& graph, const Values& core) {
  std::vector<std::set<VertexId>> near(graph.vertex_count());
  for (const auto& [u, v] : graph.edges()) {
    if (u == v) continue;
    near[u].insert(v);
    near[v].insert(u);
  }
  const double highest = *std::max_element(core.begin(), core.end());
  for (double k = 0; k <= highest + 1; ++k) {
    std::vector<std::size_t> left(near.size());
    std::vector<VertexId> out;
    for (VertexId v = 0; v < near.size(); ++v) {
      left[v] = near[v].size();
      if (static_cast<double>(left[v]) < k) out.push_back(v);
    }
    std::vector<bool> gone(near.size(), false);
    for (const VertexId v : out) gone[v] = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (const VertexId w : near[out[i]]) {
        if (gone[w] || static_cast<double>(--left[w]) >= k) continue;
        gone[w] = true;
        out.push_back(w);
      }
    }
    for (VertexId v = 0; v < near.size(); ++v) {
      if (gone[v] != (core[v] < k)) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("core numbers: a triangle with a tail, by hand", "[algorithms][core]") {
  //  0 - 1
  //   \ /
  //    2 - 3 - 4     5
  const Graph graph = undirected(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}});
  CHECK(core_numbers(graph).values == Values{2, 2, 2, 1, 1, 0});
}

TEST_CASE("core numbers: of complete graphs, cycles and stars", "[algorithms][core]") {
  CHECK(core_numbers(complete(6)).values == Values(6, 5.0));
  CHECK(core_numbers(cycle(7)).values == Values(7, 2.0));
  CHECK(core_numbers(star(5)).values == Values(6, 1.0));
}

TEST_CASE("core numbers: agree with peeling on random graphs", "[algorithms][core]") {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({14, 10 + seed, direction}, seed);
    INFO(drawn(graph));
    CHECK(core_numbers(graph).values == core_numbers_by_peeling(graph));
  }
}

TEST_CASE("core numbers: loops, parallel edges and direction do not count", "[algorithms][core]") {
  const Graph graph = directed(3, {{0, 0}, {0, 1}, {1, 0}, {0, 1}, {1, 2}});
  CHECK(core_numbers(graph).values == Values{1, 1, 1});
}

TEST_CASE("core numbers: the innermost core of the karate club has ten members",
          "[algorithms][core]") {
  // Zachary 1977; ten vertices of core 4 by NetworkX 2.8.8 and igraph 0.10.2.
  const Values core = core_numbers(karate()).values;
  CHECK(*std::max_element(core.begin(), core.end()) == 4.0);
  CHECK(std::count(core.begin(), core.end(), 4.0) == 10);
}

TEST_CASE("core numbers: agree with the definition on larger graphs", "[algorithms][core]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = large_graph(2000, 3000 + 4000 * seed, direction, seed);
    CHECK(are_cores(graph, core_numbers(graph).values));
  }
  // Cores within cores: everybody is joined to all with a smaller square.
  std::vector<Edge> edges;
  for (VertexId v = 1; v < 60; ++v) {
    for (VertexId u = 0; u < v && u * u <= 4 * v; ++u) edges.push_back({u, v});
  }
  const Graph nested = undirected(61, edges);
  CHECK(are_cores(nested, core_numbers(nested).values));
}

TEST_CASE("core numbers: relabelling moves them along", "[algorithms][core]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({100, 300}, seed);
    const auto permutation = random_permutation(100, seed);
    CHECK(core_numbers(relabelled(graph, permutation)).values ==
          permuted(core_numbers(graph).values, permutation));
  }
}

TEST_CASE("core numbers: the same bytes on 1, 2 and 4 threads", "[algorithms][core][parallel]") {
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = large_graph(20'000, 60'000, direction, 2);
    const Values one = core_numbers(graph, {.threads = 1}).values;
    CHECK(core_numbers(graph, {.threads = 2}).values == one);
    CHECK(core_numbers(graph, {.threads = 4}).values == one);
  }
}

TEST_CASE("core numbers: nobody, one, a loop", "[algorithms][core]") {
  CHECK(core_numbers(undirected(0, {})).values.empty());
  CHECK(core_numbers(undirected(1, {{0, 0}})).values == Values{0});
}

}  // namespace summitry::testing
