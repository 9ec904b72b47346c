// The undirected simple view.
#include "algorithms/structure/simple.hpp"

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

}  // namespace summitry::testing
