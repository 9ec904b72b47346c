#include "engine/matrix.hpp"

#include <Eigen/Dense>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("matrix: the map reads the rows of the graph without a copy", "[engine][matrix]") {
  GraphParts parts;
  parts.vertices = 3;
  parts.direction = Direction::directed;
  parts.edges = {{0, 1}, {1, 2}, {1, 2}, {2, 2}};
  parts.meaning = WeightMeaning::strength;
  parts.weights = {2, 3, 4, 5};
  const Graph graph(std::move(parts));
  const AdjacencyMatrix adjacency(graph);
  CHECK(adjacency.map().valuePtr() == graph.out_arc_weights().data());
  const Eigen::Vector3d x(1, 10, 100);
  const Eigen::Vector3d product = adjacency.map() * x;
  CHECK(product == Eigen::Vector3d(20, 700, 500));
  const Eigen::Vector3d transposed = adjacency.map().transpose() * x;
  CHECK(transposed == Eigen::Vector3d(0, 2, 570));
}

TEST_CASE("matrix: without weights every edge counts one", "[engine][matrix]") {
  GraphParts parts;
  parts.vertices = 3;
  parts.edges = {{0, 1}, {1, 2}, {2, 2}};
  const Graph graph(std::move(parts));
  const AdjacencyMatrix adjacency(graph);
  const Eigen::Vector3d product = adjacency.map() * Eigen::Vector3d(1, 10, 100);
  CHECK(product == Eigen::Vector3d(10, 101, 110));
  const Graph empty;
  CHECK(AdjacencyMatrix(empty).map().rows() == 0);
}
