// Betweenness by batches over what a Graph is reduced to, against Brandes' method one source at a time
// over the Graph as it is; on graphs that have something to reduce.
#include "algorithms/centrality/betweenness/batched_dependencies.hpp"

#include <rapidcheck.h>

#include <algorithm>

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/centrality/betweenness/block_split.hpp"
#include "algorithms/centrality/betweenness/reduction.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

struct Dependencies {
  Values vertices;
  Values edges;
};

// Brandes 2001, with all levels in one queue.
void add_source(const Graph& graph, VertexId source, Dependencies& sums) {
  const std::size_t n = graph.vertex_count();
  std::vector<int> level(n, -1);
  Values paths(n, 0.0);
  Values depends(n, 0.0);
  std::vector<VertexId> queue{source};
  level[source] = 0;
  paths[source] = 1.0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const VertexId v = queue[head];
    for (const VertexId w : graph.out(v)) {
      if (level[w] < 0) {
        level[w] = level[v] + 1;
        queue.push_back(w);
      }
      if (level[w] == level[v] + 1) paths[w] += paths[v];
    }
  }
  for (std::size_t i = queue.size(); i-- > 0;) {
    const VertexId v = queue[i];
    for (std::size_t k = 0; k < graph.out(v).size(); ++k) {
      const VertexId w = graph.out(v)[k];
      if (level[w] != level[v] + 1) continue;
      const double carried = paths[v] / paths[w] * (1.0 + depends[w]);
      sums.edges[graph.out_edge(v, k)] += carried;
      depends[v] += carried;
    }
    if (v != source) sums.vertices[v] += depends[v];
  }
}

Dependencies one_by_one(const Graph& graph) {
  Dependencies sums{Values(graph.vertex_count(), 0.0), Values(graph.edge_count(), 0.0)};
  for (VertexId s = 0; s < graph.vertex_count(); ++s) add_source(graph, s, sums);
  return sums;
}

// Grows by whatever a reduction takes away again: a lone vertex, a pendant, one joined by several
// edges at once, a twin that is joined to its model or is not, a clique, a cycle that hangs on, a loop.
class Grower {
 public:
  Grower(Direction direction, std::uint64_t seed) : random_(seed) {
    parts_.direction = direction;
    parts_.vertices = 1;
  }

  Graph grow(int steps) {
    for (int step = 0; step < steps; ++step) add();
    return Graph(parts_);
  }

  // Distances are quarters: sums of them are exact, and many are equal.
  Graph grow_with_distances(int steps) {
    static_cast<void>(grow(steps));
    parts_.meaning = WeightMeaning::distance;
    for (std::size_t e = 0; e < parts_.edges.size(); ++e) {
      parts_.weights.push_back(static_cast<double>(1 + random_.below(4)) / 4.0);
    }
    return Graph(parts_);
  }

 private:
  VertexId any() { return static_cast<VertexId>(random_.below(parts_.vertices)); }
  void join(VertexId u, VertexId v) {
    if (random_.below(2) == 0) std::swap(u, v);
    parts_.edges.push_back({u, v});
  }

  void twin(bool joined) {
    const VertexId model = any();
    const VertexId twin = parts_.vertices++;
    const std::vector<Edge> before = parts_.edges;
    for (Edge edge : before) {
      if (edge.source == edge.target) continue;
      if (edge.source == model) parts_.edges.push_back({twin, edge.target});
      if (edge.target == model) parts_.edges.push_back({edge.source, twin});
    }
    if (joined) join(model, twin);
  }

  void hang_on(VertexId count, bool clique) {
    const VertexId first = parts_.vertices;
    parts_.vertices += count;
    const VertexId at = any();
    const auto member = [&](VertexId i) { return i == 0 ? at : first + i - 1; };
    for (VertexId i = 0; i <= count; ++i) {
      for (VertexId j = i + 1; j <= count; ++j) {
        if (clique || j == i + 1 || (i == 0 && j == count)) join(member(i), member(j));
      }
    }
  }

  void add() {
    switch (random_.below(9)) {
      case 0:
        ++parts_.vertices;
        break;
      case 1:
        hang_on(1, true);
        break;
      case 2:
        hang_on(2 + static_cast<VertexId>(random_.below(3)), true);
        break;
      case 3:
        hang_on(3 + static_cast<VertexId>(random_.below(3)), false);
        break;
      case 4:
        twin(true);
        break;
      case 5:
        twin(false);
        break;
      case 6:
        parts_.edges.push_back({any(), any()});
        break;  // a loop at times
      default:
        join(any(), any());
        break;
    }
    if (random_.below(12) == 0 && !parts_.edges.empty()) {
      parts_.edges.push_back(parts_.edges[random_.below(parts_.edges.size())]);
    }
  }

  Random random_;
  GraphParts parts_;
};

}  // namespace

TEST_CASE("dependencies: on graphs with pendants, bridges, cliques and twins, as one by one",
          "[algorithms][betweenness]") {
  CHECK(rc::check("reduced and batched is the same", [] {
    const auto direction = *rc::gen::element(Direction::undirected, Direction::directed);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const Graph graph = Grower(direction, seed).grow(*rc::gen::inRange(0, 30));
    const Dependencies slow = one_by_one(graph);
    RC_LOG() << drawn(graph);
    RC_ASSERT(difference(vertex_dependencies(graph, {}), slow.vertices) == "");
    RC_ASSERT(difference(edge_dependencies(graph, {}), slow.edges) == "");
  }));
}

TEST_CASE("dependencies: over several batches and blocks of batches, as one by one",
          "[algorithms][betweenness]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = seed < 3 ? Grower(direction, seed).grow(160)
                                 : random_graph({300, 500 + 200 * seed, direction}, seed);
    const Dependencies slow = one_by_one(graph);
    CHECK(difference(vertex_dependencies(graph, {}), slow.vertices) == "");
    CHECK(difference(edge_dependencies(graph, {}), slow.edges) == "");
  }
}

TEST_CASE("betweenness: with distances, on graphs with pendants and bridges, as by all pairs",
          "[algorithms][betweenness]") {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const auto direction = seed % 3 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = Grower(direction, seed).grow_with_distances(static_cast<int>(seed % 20));
    INFO(drawn(graph));
    CHECK(difference(betweenness(graph).values, betweenness_by_pairs(graph)) == "");
    CHECK(difference(edge_betweenness(graph).values, edge_betweenness_by_pairs(graph)) == "");
  }
}

TEST_CASE("betweenness: with distances, one, two and four threads give the same bytes",
          "[algorithms][betweenness][parallel]") {
  const Graph graph = random_graph({200, 500, Direction::undirected, WeightMeaning::distance}, 4);
  const auto on = [](int threads) {
    Run run;
    run.threads = threads;
    return run;
  };
  for (const int threads : {2, 4}) {
    CHECK(betweenness(graph, {}, on(threads)).values == betweenness(graph, {}, on(1)).values);
    CHECK(edge_betweenness(graph, {}, on(threads)).values ==
          edge_betweenness(graph, {}, on(1)).values);
  }
}

TEST_CASE("dependencies: one, two and four threads give the same bytes",
          "[algorithms][betweenness][parallel]") {
  const Graph graph = random_graph({400, 1000}, 5);
  const auto on = [](int threads) {
    Run run;
    run.threads = threads;
    return run;
  };
  for (const int threads : {2, 4}) {
    CHECK(vertex_dependencies(graph, on(threads)) == vertex_dependencies(graph, on(1)));
    CHECK(edge_dependencies(graph, on(threads)) == edge_dependencies(graph, on(1)));
  }
}

TEST_CASE("reduction: trees and cliques leave nothing to search, a cycle everything",
          "[algorithms][betweenness]") {
  CHECK(reduced_for_vertices(path(9)).rows.size() == 0);
  CHECK(reduced_for_vertices(star(9)).rows.size() == 0);
  CHECK(reduced_for_edges(two_cliques_and_bridge(5)).rows.size() == 0);
  CHECK(reduced_for_edges(cycle(9)).rows.size() == 9);
  CHECK(reduced_for_vertices(cycle(9)).rows.size() == 9);
}

TEST_CASE("reduction: twins share a row, by hand", "[algorithms][betweenness]") {
  // 0 and 1 are joined to 2, 3, 4 each: two classes, and every path is inside one of them or direct
  const Graph graph = undirected(5, {{0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}});
  const Reduced reduced = reduced_for_vertices(graph);
  REQUIRE(reduced.rows.size() == 2);
  CHECK(reduced.rows.copies == Values{2, 3});
  CHECK(vertex_dependencies(graph, {}) == Values{3, 3, 2.0 / 3, 2.0 / 3, 2.0 / 3});
}

TEST_CASE("blocks: a triangle with a tail, by hand", "[algorithms][betweenness]") {
  //  0 - 1
  //   \ /      and 4 on its own
  //    2 - 3
  const Graph graph = undirected(5, {{0, 1}, {0, 2}, {1, 2}, {2, 3}});
  const BlockSplit split(graph);
  REQUIRE(split.parts.size() == 2);
  const BlockId triangle = split.block_of(0, 1);
  const BlockId tail = split.block_of(2, 3);
  CHECK(triangle == split.block_of(1, 2));
  CHECK(triangle != tail);
  CHECK(split.mass(2, triangle) == 2.0);
  CHECK(split.mass(2, tail) == 3.0);
  CHECK(split.mass(3, tail) == 1.0);
  CHECK(split.pairs_apart() == Values{0, 0, 4, 0, 0});
}

}  // namespace summitry::testing
