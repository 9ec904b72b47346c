// The undirected simple view.
#include "algorithms/structure/simple.hpp"

#include "tests/algorithms/structure/large_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Matrix as_matrix(const SimpleGraph& graph) {
  Matrix matrix(graph.vertex_count(), Values(graph.vertex_count(), 0.0));
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (std::size_t k = 0; k < graph.degree(v); ++k) {
      matrix[v][graph.neighbours(v)[k]] += graph.weights(v)[k];
    }
  }
  return matrix;
}

bool same_lists(const SimpleArcs& arcs, const SimpleGraph& graph) {
  if (arcs.vertex_count() != graph.vertex_count()) return false;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto a = arcs.neighbours(v);
    const auto b = graph.neighbours(v);
    if (!std::equal(a.begin(), a.end(), b.begin(), b.end())) return false;
    if (arcs.degree(v) != graph.degree(v)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("simple graph: adds up what joins a pair, without loops", "[algorithms][simple]") {
  const SimpleGraph graph(directed(3, {{0, 1}, {1, 0}, {0, 1}, {2, 2}}),
                          SimpleGraph::Pairs::weighted);
  CHECK(graph.edge_count() == 1);
  CHECK(graph.degree(0) == 1);
  CHECK(graph.weights(0)[0] == 3.0);
  CHECK(graph.degree(2) == 0);
}

TEST_CASE("simple graph: agrees with the matrix on random graphs", "[algorithms][simple]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({9, 25, direction, WeightMeaning::strength}, seed);
    INFO(drawn(graph));
    CHECK(as_matrix(SimpleGraph(graph, SimpleGraph::Pairs::weighted)) == joined(graph));
    const SimpleGraph plain(graph);
    for (VertexId v = 0; v < 9; ++v) {
      const auto row = plain.neighbours(v);
      CHECK(std::is_sorted(row.begin(), row.end()));
      CHECK(std::adjacent_find(row.begin(), row.end()) == row.end());
    }
  }
}

TEST_CASE("simple arcs: are the Graph's own where it is simple, and only there",
          "[algorithms][simple]") {
  const auto own = [](const Graph& graph) {
    return SimpleArcs(graph).arcs.ends.data() == graph.out_targets().data();
  };
  CHECK(own(karate()));
  // 0's list ends with the vertex that 1's begins with, and the lists between are empty.
  CHECK(own(undirected(6, {{0, 5}, {4, 5}})));
  CHECK_FALSE(own(undirected(6, {{0, 5}, {0, 5}})));
  CHECK_FALSE(own(undirected(6, {{0, 5}, {4, 5}, {4, 5}})));
  CHECK_FALSE(own(undirected(2, {{0, 1}, {1, 1}})));
  CHECK_FALSE(own(directed(2, {{0, 1}})));
}

TEST_CASE("simple arcs: agree with the simple graph", "[algorithms][simple][parallel]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({9, seed % 30, direction}, seed);
    INFO(drawn(graph));
    CHECK(same_lists(SimpleArcs(graph), SimpleGraph(graph)));
  }
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    // Nearly all vertices have one parallel edge or none: of some blocks none has.
    const Graph graph = large_graph(20'000, 40'000, direction, 1);
    for (const int threads : {1, 2, 4}) {
      CHECK(same_lists(SimpleArcs(graph, {.threads = threads}), SimpleGraph(graph)));
    }
  }
  CHECK(SimpleArcs(Graph()).vertex_count() == 0);
}

}  // namespace summitry::testing
