// Diameter and radius against all distances, and the single search that they rest on.
#include "algorithms/structure/searches/diameter.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/structure/components.hpp"
#include "algorithms/structure/searches/bfs.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// The largest distance to each vertex, from those that count.
Values farthest(const Graph& graph, const std::vector<bool>& counts) {
  const Matrix length = all_pairs(graph).length;
  Values result;
  for (std::size_t v = 0; v < length.size(); ++v) {
    if (!counts[v]) continue;
    double most = 0.0;
    for (std::size_t u = 0; u < length.size(); ++u) {
      if (counts[u] && std::isfinite(length[u][v])) most = std::max(most, length[u][v]);
    }
    result.push_back(most);
  }
  return result;
}

// By the table of all distances.
void check_extents(const Graph& graph) {
  const Partition parts = components(graph, Connection::strong);
  std::vector<bool> largest(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) largest[v] = parts.community[v] == 0;
  const Values all = farthest(graph, std::vector<bool>(graph.vertex_count(), true));
  const Values one = farthest(graph, largest);
  RC_ASSERT(diameter(graph, Within::all).value == *std::max_element(all.begin(), all.end()));
  RC_ASSERT(radius(graph, Within::all).value == *std::min_element(all.begin(), all.end()));
  RC_ASSERT(diameter(graph).value == *std::max_element(one.begin(), one.end()));
  RC_ASSERT(radius(graph).value == *std::min_element(one.begin(), one.end()));
}

Graph grid(VertexId rows, VertexId columns) {
  std::vector<Edge> edges;
  for (VertexId r = 0; r < rows; ++r) {
    for (VertexId c = 0; c < columns; ++c) {
      if (c + 1 < columns) edges.push_back({r * columns + c, r * columns + c + 1});
      if (r + 1 < rows) edges.push_back({r * columns + c, (r + 1) * columns + c});
    }
  }
  return undirected(rows * columns, std::move(edges));
}

}  // namespace

TEST_CASE("diameter: of a directed graph in pieces, by hand", "[algorithms][diameter]") {
  // 0 -> 1 -> 2 -> 0, 2 -> 3 -> 4     5
  const Graph graph = directed(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}});
  CHECK(diameter(graph).value == 2.0);
  CHECK(radius(graph).value == 2.0);
  CHECK(diameter(graph, Within::all).value == 4.0);
  CHECK(radius(graph, Within::all).value == 0.0);
}

TEST_CASE("diameter: of paths, stars, cycles, grids and complete graphs",
          "[algorithms][diameter]") {
  CHECK(diameter(path(101)).value == 100.0);
  CHECK(radius(path(101)).value == 50.0);
  CHECK(radius(path(100)).value == 50.0);
  CHECK(diameter(star(7)).value == 2.0);
  CHECK(radius(star(7)).value == 1.0);
  CHECK(diameter(cycle(9)).value == 4.0);
  CHECK(radius(cycle(9)).value == 4.0);
  CHECK(diameter(complete(6)).value == 1.0);
  CHECK(diameter(grid(8, 13)).value == 19.0);
  CHECK(radius(grid(9, 13)).value == 10.0);
}

TEST_CASE("diameter: agrees with a table of distances on random graphs", "[algorithms][diameter]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    for (const WeightMeaning meaning : {WeightMeaning::none, WeightMeaning::distance}) {
      CHECK(rc::check([direction, meaning] {
        const auto n = *rc::gen::inRange<VertexId>(1, 25);
        const auto m = *rc::gen::inRange<std::size_t>(0, 60);
        check_extents(
            random_graph({n, m, direction, meaning}, *rc::gen::arbitrary<std::uint64_t>()));
      }));
    }
  }
}

TEST_CASE("diameter: takes few searches where there is a middle, and stays exact without one",
          "[algorithms][diameter]") {
  CHECK(diameter(star(500)).searches < 12);
  CHECK(radius(grid(15, 15)).searches < 40);
  // Every vertex of a cycle is as far from the middle as any other: all distances decide.
  CHECK(diameter(cycle(2001)).value == 1000.0);
  CHECK(radius(cycle(2001)).value == 1000.0);
  const Graph random = random_graph({3000, 9000}, 1);
  const Extent most = diameter(random);
  CHECK(most.searches < 3000);
  CHECK(most.value == diameter(random, Within::all).value);
}

TEST_CASE("diameter: does not depend on names, and doubles with the distances",
          "[algorithms][diameter]") {
  const Graph graph = random_graph({60, 90, Direction::undirected, WeightMeaning::distance}, 4);
  CHECK(diameter(scaled(graph, 2.0)).value == 2.0 * diameter(graph).value);
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Graph hops = random_graph({80, 130}, seed);
    const Graph renamed = relabelled(hops, random_permutation(80, seed));
    CHECK(diameter(hops, Within::all).value == diameter(renamed, Within::all).value);
  }
}

TEST_CASE("diameter: nobody, one, and weights that are no distances", "[algorithms][diameter]") {
  CHECK(diameter(Graph()).value == 0.0);
  CHECK(radius(Graph(), Within::all).value == 0.0);
  CHECK(diameter(undirected(1, {{0, 0}})).value == 0.0);
  CHECK(radius(directed(3, {})).value == 0.0);
  const Graph near = weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {1});
  CHECK_THROWS_WITH(diameter(near), Catch::StartsWith("diameter:"));
  CHECK_THROWS_WITH(radius(near), Catch::StartsWith("radius:"));
}

TEST_CASE("diameter: of the karate club and the Florentine families", "[algorithms][diameter]") {
  CHECK(diameter(karate()).value == 5.0);  // Zachary 1977; by NetworkX and igraph
  CHECK(radius(karate()).value == 3.0);
  CHECK(diameter(florentine()).value == 5.0);  // Padgett & Ansell 1993; the Pucci left out
  CHECK(radius(florentine()).value == 3.0);
}

TEST_CASE("one search: distances and levels agree with a table", "[algorithms][diameter]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({30, 20 + 2 * seed, direction}, seed);
    const Matrix length = all_pairs(graph).length;
    HopSearch from(graph, Along::out);
    HopSearch to(graph, Along::in);
    INFO(drawn(graph));
    for (VertexId s = 0; s < 30; ++s) {
      const std::uint32_t depth = from.search(s);
      static_cast<void>(to.search(s));
      std::size_t counted = 0;
      for (std::uint32_t i = 0; i <= depth; ++i) {
        for (const VertexId v : from.level(i)) {
          CHECK(length[s][v] == i);
          ++counted;
        }
      }
      CHECK(counted == from.reached().size());
      for (VertexId v = 0; v < 30; ++v) {
        CHECK(std::isfinite(length[s][v]) == (from.distance(v) != HopSearch::kFar));
        if (to.distance(v) != HopSearch::kFar) CHECK(length[v][s] == to.distance(v));
      }
    }
  }
}

}  // namespace summitry::testing
