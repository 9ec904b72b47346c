// Weak and strong components.
#include "algorithms/structure/components.hpp"

#include <boost/graph/strong_components.hpp>
#include <numeric>

#include "engine/bgl.hpp"
#include "tests/algorithms/structure/large_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

using Labels = std::vector<std::uint32_t>;

// Two vertices are together when each reaches the other along `length`.
bool agrees(const Partition& partition, const Matrix& length) {
  for (std::size_t u = 0; u < length.size(); ++u) {
    for (std::size_t v = 0; v < length.size(); ++v) {
      const bool both = std::isfinite(length[u][v]) && std::isfinite(length[v][u]);
      if (both != (partition.community[u] == partition.community[v])) return false;
    }
  }
  return true;
}

// Everybody takes the smallest label next door until nobody changes; then numbers in order of size.
Labels labels_by_spreading(const Graph& graph) {
  Labels label(graph.vertex_count());
  std::iota(label.begin(), label.end(), 0U);
  const std::vector<Edge> edges = graph.edges();
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [u, v] : edges) {
      const std::uint32_t least = std::min(label[u], label[v]);
      changed = changed || label[u] != label[v];
      label[u] = label[v] = least;
    }
  }
  return canonical(label).community;
}

}  // namespace

TEST_CASE("components: a cycle with a tail and a stranger, by hand", "[algorithms][components]") {
  //  0 -> 1 -> 2 -> 0    2 -> 3    4
  const Graph graph = directed(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}});
  CHECK(components(graph).community == Labels{0, 0, 0, 0, 1});
  CHECK(components(graph, Connection::strong).community == Labels{0, 0, 0, 1, 2});
  CHECK(components(graph, Connection::strong).count == 3);
}

TEST_CASE("components: are numbered by falling size, then smallest vertex",
          "[algorithms][components]") {
  const Graph graph = undirected(6, {{1, 5}, {2, 4}, {4, 3}});
  CHECK(components(graph).community == Labels{2, 1, 0, 0, 0, 1});
}

TEST_CASE("components: agree with who reaches whom on random graphs", "[algorithms][components]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Graph graph = random_graph({12, 4 + seed % 20, Direction::directed}, seed);
    INFO(drawn(graph));
    CHECK(agrees(components(graph, Connection::strong), all_pairs(graph).length));
    const Graph both_ways = undirected(12, graph.edges());
    CHECK(agrees(components(graph), all_pairs(both_ways).length));
    CHECK(components(both_ways, Connection::strong).community == components(graph).community);
  }
}

TEST_CASE("components: strong ones agree with Boost's on graphs of thousands",
          "[algorithms][components]") {
  for (const std::size_t m : {1000U, 3000U, 4000U, 6000U, 20'000U}) {
    for (const double skew : {1.0, 3.0}) {
      const Graph graph = large_graph(4000, m, Direction::directed, m, skew);
      Labels expected(4000);
      const boost::identity_property_map number;
      boost::strong_components(bgl::as_directed(graph),
                               boost::make_iterator_property_map(expected.begin(), number),
                               boost::vertex_index_map(number));
      INFO(m << " edges, skew " << skew);
      const Partition found = components(graph, Connection::strong);
      CHECK(found.community == canonical(expected).community);
      CHECK(found.count == canonical(expected).count);
    }
  }
}

TEST_CASE("components: a ladder of a million steps, up by one side and down by the other",
          "[algorithms][components]") {
  // Every vertex is left and come back to at the greatest depth, and all is one component but the end.
  constexpr VertexId kSteps = 500'000;
  std::vector<Edge> edges;
  for (VertexId v = 0; v + 1 < kSteps; ++v) {
    edges.push_back({v, v + 1});
    edges.push_back({v + 1, v});
  }
  edges.push_back({kSteps - 1, kSteps});
  const Partition found = components(directed(kSteps + 1, edges), Connection::strong);
  CHECK(found.count == 2);
  CHECK(found.community[kSteps - 1] == 0);
  CHECK(found.community[kSteps] == 1);
}

TEST_CASE("components: Tarjan's numbers fall along every edge", "[algorithms][components]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({15, 22, Direction::directed}, seed);
    const auto labels = strong_components_reversed(graph);
    for (const auto& [u, v] : graph.edges()) CHECK(labels[u] >= labels[v]);
  }
}

TEST_CASE("components: a path of a million vertices does not overflow the stack",
          "[algorithms][components]") {
  std::vector<Edge> edges;
  for (VertexId v = 1; v < 1000000; ++v) edges.push_back({v - 1, v});
  CHECK(components(directed(1000000, edges), Connection::strong).count == 1000000);
  edges.push_back({999999, 0});
  CHECK(components(directed(1000000, edges), Connection::strong).count == 1);
}

TEST_CASE("components: nobody has none", "[algorithms][components]") {
  CHECK(components(Graph()).count == 0);
  CHECK(components(Graph(), Connection::strong).community.empty());
}

TEST_CASE("components: the Florentine families without the Pucci hang together",
          "[algorithms][components]") {
  CHECK(components(florentine()).count == 2);
  CHECK(components(florentine_connected()).count == 1);
}

TEST_CASE("components: agree with spreading labels where there are many, large and small",
          "[algorithms][components][parallel]") {
  // From nearly all alone over many middling ones to one that has nearly all.
  for (const std::size_t m : {3000U, 20'000U, 26'000U, 60'000U, 200'000U}) {
    for (const auto direction : {Direction::undirected, Direction::directed}) {
      const Graph graph = large_graph(50'000, m, direction, m);
      const Labels expected = labels_by_spreading(graph);
      INFO(m);
      for (const int threads : {1, 2, 4}) {
        const Partition found = components(graph, Connection::weak, {.threads = threads});
        CHECK(found.community == expected);
        CHECK(found.count == *std::max_element(expected.begin(), expected.end()) + 1);
      }
    }
  }
}

TEST_CASE("components: two large ones, long and thin", "[algorithms][components][parallel]") {
  // Two paths over the same range, woven into each other and walked in leaps, so that no vertex is near
  // another by number; the ends of one are joined.
  constexpr VertexId kHalf = 50'000;
  std::vector<Edge> edges;
  for (VertexId i = 1; i < kHalf; ++i) {
    for (const VertexId side : {0U, 1U}) {
      const VertexId from = (i - 1) * 7919 % kHalf;
      const VertexId to = i * 7919 % kHalf;
      edges.push_back({2 * from + side, 2 * to + side});
    }
  }
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    GraphParts parts;
    parts.vertices = 2 * kHalf + 1;
    parts.direction = direction;
    parts.edges = edges;
    const Graph graph(std::move(parts));
    for (const int threads : {1, 4}) {
      const Partition found = components(graph, Connection::weak, {.threads = threads});
      CHECK(found.count == 3);
      bool alternate = found.community[2 * kHalf] == 2;
      for (VertexId v = 0; v < 2 * kHalf; ++v) alternate = alternate && found.community[v] == v % 2;
      CHECK(alternate);
    }
  }
}

TEST_CASE("components: relabelling moves them along, up to their numbers",
          "[algorithms][components]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({300, 200}, seed);
    const auto permutation = random_permutation(300, seed);
    Labels moved(300);
    const Labels before = components(graph).community;
    for (VertexId v = 0; v < 300; ++v) moved[permutation[v]] = before[v];
    CHECK(components(relabelled(graph, permutation)).community == canonical(moved).community);
  }
}

}  // namespace summitry::testing
