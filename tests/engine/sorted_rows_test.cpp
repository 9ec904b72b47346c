// Edges into sorted rows.
#include "engine/sorted_rows.hpp"

#include <rapidcheck.h>

#include <atomic>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

using Lists = std::vector<std::vector<VertexId>>;

Lists lists(const SortedRows& rows) {
  Lists all;
  for (std::size_t v = 0; v + 1 < rows.offsets.size(); ++v) {
    all.emplace_back(rows.targets.begin() + rows.offsets[v],
                     rows.targets.begin() + rows.offsets[v + 1]);
  }
  return all;
}

// The slow and obvious way: push, then sort.
Lists by_sorting(const std::vector<Edge>& edges, VertexId n, bool forwards, bool backwards) {
  Lists all(n);
  for (const auto& [u, v] : edges) {
    if (forwards) all[u].push_back(v);
    if (backwards && !(forwards && u == v)) all[v].push_back(u);
  }
  for (auto& list : all) std::sort(list.begin(), list.end());
  return all;
}

std::vector<Edge> random_edges(VertexId n, std::size_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    const auto u = static_cast<VertexId>(random.below(n));
    edges.push_back({u, static_cast<VertexId>(random.below(u + 1 < n ? u + 1 : n))});
    if (random.below(2) == 0) std::swap(edges.back().source, edges.back().target);
  }
  return edges;
}

// The position of the first edge from v to a vertex that is not smaller, in sorted order.
std::vector<EdgeId> first_edges(const Lists& rows) {
  std::vector<EdgeId> first{0};
  for (VertexId v = 0; v < rows.size(); ++v) {
    const auto upper = std::lower_bound(rows[v].begin(), rows[v].end(), v);
    first.push_back(first.back() + static_cast<EdgeId>(rows[v].end() - upper));
  }
  return first;
}

bool agree_with_sorting(const std::vector<Edge>& edges, VertexId n, const Run& run) {
  const UndirectedRows both = undirected_rows(edges, n, run);
  const DirectedRows directed = directed_rows(edges, n, run);
  const auto loops = static_cast<EdgeId>(std::count_if(
      edges.begin(), edges.end(), [](const Edge& edge) { return edge.source == edge.target; }));
  const Lists expected = by_sorting(edges, n, true, true);
  return lists(both.rows) == expected && both.first_edge == first_edges(expected) &&
         both.loops == loops && directed.loops == loops &&
         lists(directed.out) == by_sorting(edges, n, true, false) &&
         lists(outgoing_rows(edges, n, run)) == lists(directed.out) &&
         lists(directed.in) == by_sorting(edges, n, false, true);
}

}  // namespace

//   0 - 1 - 2    3 (alone)    1 has a loop, 0 - 1 stands twice
TEST_CASE("sorted rows: loops stand once, parallel edges repeat", "[engine][graph]") {
  const std::vector<Edge> edges{{2, 1}, {1, 0}, {1, 1}, {0, 1}};
  const UndirectedRows rows = undirected_rows(edges, 4, {});
  CHECK(lists(rows.rows) == Lists{{1, 1}, {0, 0, 1, 2}, {1}, {}});
  CHECK(rows.first_edge == std::vector<EdgeId>{0, 2, 4, 4, 4});
  CHECK(rows.loops == 1);
  const DirectedRows directed = directed_rows(edges, 4, {});
  CHECK(lists(directed.out) == Lists{{1}, {0, 1}, {1}, {}});
  CHECK(lists(directed.in) == Lists{{1}, {0, 1, 2}, {}, {}});
}

TEST_CASE("sorted rows: nobody, and somebody without edges", "[engine][graph]") {
  CHECK(agree_with_sorting({}, 0, {}));
  CHECK(agree_with_sorting({}, 3, {}));
}

TEST_CASE("sorted rows: agree with sorting on random edges", "[engine][graph]") {
  CHECK(rc::check([] {
    const auto n = *rc::gen::inRange<VertexId>(1, 15);
    const auto m = *rc::gen::inRange<std::size_t>(0, 60);
    RC_ASSERT(agree_with_sorting(random_edges(n, m, *rc::gen::arbitrary<std::uint64_t>()), n, {}));
  }));
}

TEST_CASE("sorted rows: agree with sorting whatever the threads", "[engine][graph][parallel]") {
  const std::vector<Edge> edges = random_edges(3000, 200'000, 5);  // enough for two threads
  for (const int threads : {1, 2, 4}) {
    INFO(threads);
    CHECK(agree_with_sorting(edges, 3000, {.threads = threads}));
  }
}

TEST_CASE("sorted rows: stop when asked", "[engine][graph]") {
  const std::atomic<bool> cancel = true;
  CHECK_THROWS_AS(undirected_rows({{0, 1}}, 2, {.threads = 1, .cancel = &cancel}), Cancelled);
}

TEST_CASE("sorted rows: a graph is the same with relations and without", "[engine][graph]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    GraphParts parts;
    parts.vertices = 50;
    parts.direction = direction;
    parts.edges = random_edges(50, 400, 8);
    const Graph plain{GraphParts(parts)};
    for (std::uint32_t i = 0; i < parts.edges.size(); ++i) parts.relations.push_back(i);
    const Graph related(std::move(parts));
    CHECK(plain.edges() == related.edges());
    CHECK(plain.loop_count() == related.loop_count());
    CHECK(std::equal(plain.in_targets().begin(), plain.in_targets().end(),
                     related.in_targets().begin(), related.in_targets().end()));
    for (VertexId v = 0; v < 50; ++v) {
      for (std::size_t k = 0; k < plain.in(v).size(); ++k) {
        CHECK(plain.in_edge(v, k) == related.in_edge(v, k));
      }
    }
  }
}
