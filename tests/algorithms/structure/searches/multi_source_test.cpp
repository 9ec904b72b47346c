// The search from many sources at once against one plain search a source.
#include "algorithms/structure/searches/multi_source.hpp"

#include <rapidcheck.h>

#include "engine/random.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

// One queue, one source, against the arcs: distances to `v`.
void plain_search(const Graph& graph, VertexId v, DistanceSums& sums) {
  std::vector<int> distance(graph.vertex_count(), -1);
  std::vector<VertexId> queue{v};
  distance[v] = 0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    for (const VertexId u : graph.in(queue[head])) {
      if (distance[u] >= 0) continue;
      distance[u] = distance[queue[head]] + 1;
      queue.push_back(u);
    }
  }
  sums.reached.push_back(static_cast<std::uint32_t>(queue.size()));
  double total = 0.0;
  double inverse = 0.0;
  for (const VertexId u : queue) {
    total += distance[u];
    if (u != v) inverse += 1.0 / distance[u];
  }
  sums.total.push_back(total);
  sums.inverse.push_back(inverse);
  sums.farthest.push_back(distance[queue.back()]);
}

Graph random_graph(VertexId n, std::size_t m, Direction direction, std::uint64_t seed) {
  Random random(seed);
  GraphParts parts;
  parts.vertices = n;
  parts.direction = direction;
  for (std::size_t i = 0; i < m; ++i) {
    parts.edges.push_back(
        {static_cast<VertexId>(random.below(n)), static_cast<VertexId>(random.below(n))});
  }
  return Graph(std::move(parts));
}

bool agrees(const Graph& graph, int threads) {
  const DistanceSums fast = hop_sums(graph, {.threads = threads});
  DistanceSums slow;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) plain_search(graph, v, slow);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (std::abs(fast.inverse[v] - slow.inverse[v]) > 1e-12 * (1.0 + slow.inverse[v])) return false;
  }
  return fast.reached == slow.reached && fast.total == slow.total && fast.farthest == slow.farthest;
}

}  // namespace

//   0 -> 1 -> 2    3
TEST_CASE("multi-source: distances to a vertex, by hand", "[algorithms][multi-source]") {
  GraphParts parts;
  parts.vertices = 4;
  parts.direction = Direction::directed;
  parts.edges = {{0, 1}, {1, 2}, {2, 2}};
  const DistanceSums sums = hop_sums(Graph(std::move(parts)), {});
  CHECK(sums.reached == std::vector<std::uint32_t>{1, 2, 3, 1});
  CHECK(sums.total == std::vector<double>{0, 1, 3, 0});
  CHECK(sums.inverse == std::vector<double>{0, 1, 1.5, 0});
  CHECK(sums.farthest == std::vector<double>{0, 1, 2, 0});
  CHECK(hop_sums(Graph(), {}).reached.empty());
}

TEST_CASE("multi-source: agrees with plain searches on random graphs",
          "[algorithms][multi-source]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(rc::check([direction] {
      const auto n = *rc::gen::inRange<VertexId>(1, 40);
      const auto m = *rc::gen::inRange<std::size_t>(0, 100);
      RC_ASSERT(agrees(random_graph(n, m, direction, *rc::gen::arbitrary<std::uint64_t>()), 1));
    }));
  }
}

TEST_CASE("multi-source: more sources than one batch holds, dense and deep",
          "[algorithms][multi-source]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(agrees(random_graph(1100, 900, direction, 1), 2));
    CHECK(agrees(random_graph(1100, 2000, direction, 2), 2));
    CHECK(agrees(random_graph(1100, 20'000, direction, 3), 2));
  }
  GraphParts path;
  path.vertices = 1500;
  for (VertexId v = 1; v < path.vertices; ++v) path.edges.push_back({v - 1, v});
  CHECK(agrees(Graph(std::move(path)), 2));
}

// Vertices joined at random, each with some that hang on it alone, or are joined among themselves too.
Graph crowd(VertexId n, VertexId twins, bool joined, Direction direction) {
  const Graph core = random_graph(n, 2 * std::size_t{n}, direction, 5);
  GraphParts parts;
  parts.edges = core.edges();
  parts.direction = direction;
  parts.vertices = n;
  for (VertexId v = 0; v < n; v += 7) {
    const VertexId first = parts.vertices;
    parts.vertices += v % twins;
    for (VertexId w = first; w < parts.vertices; ++w) {
      parts.edges.push_back(v % 2 == 0 ? Edge{v, w} : Edge{w, v});
      parts.edges.push_back(v % 2 == 0 ? Edge{v / 2, w} : Edge{w, v / 2});
      for (VertexId u = first; joined && u < w; ++u) parts.edges.push_back({u, w});
    }
  }
  return Graph(std::move(parts));
}

TEST_CASE("multi-source: twins by the hundred, joined and apart", "[algorithms][multi-source]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(agrees(crowd(300, 41, false, direction), 1));
    CHECK(agrees(crowd(300, 23, true, direction), 2));
  }
  GraphParts star;
  star.vertices = 1001;
  for (VertexId v = 1; v < star.vertices; ++v) star.edges.push_back({0, v});
  CHECK(agrees(Graph(std::move(star)), 2));
  GraphParts pair;
  pair.vertices = 5;
  pair.edges = {{0, 1}, {2, 3}, {2, 3}};  // of two, and of two with parallel edges
  CHECK(agrees(Graph(std::move(pair)), 1));
}

TEST_CASE("multi-source: the same bytes on one thread and on four", "[algorithms][parallel]") {
  const Graph graph = random_graph(3000, 9000, Direction::directed, 4);
  const DistanceSums one = hop_sums(graph, {.threads = 1});
  const DistanceSums four = hop_sums(graph, {.threads = 4});
  CHECK(one.total == four.total);
  CHECK(one.inverse == four.inverse);
}
