// A Graph seen by Eigen: its rows are the matrix, without a copy. Include it from sources only.
#pragma once

#include <Eigen/SparseCore>
#include <cstdint>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

using SparseRows = Eigen::SparseMatrix<double, Eigen::RowMajor, std::int32_t>;

// The adjacency matrix A: A(u, v) is the weight (1 without weights) of the edge u -> v, added up over
// parallel edges when it is multiplied. An undirected self-loop counts once. Lives as long as the
// Graph, whose arrays it reads; only a Graph without weights needs values of its own (8 bytes an arc).
class AdjacencyMatrix {
 public:
  explicit AdjacencyMatrix(const Graph& graph)
      : ones_(graph.weighted() ? 0 : graph.out_targets().size(), 1.0),
        map_(static_cast<Eigen::Index>(graph.vertex_count()),
             static_cast<Eigen::Index>(graph.vertex_count()),
             static_cast<Eigen::Index>(graph.out_targets().size()),
             // Signed and unsigned of one size may read each other's objects.
             reinterpret_cast<const std::int32_t*>(graph.out_offsets().data()),
             reinterpret_cast<const std::int32_t*>(graph.out_targets().data()),
             graph.weighted() ? graph.out_arc_weights().data() : ones_.data()) {}

  AdjacencyMatrix(const AdjacencyMatrix&) = delete;
  AdjacencyMatrix& operator=(const AdjacencyMatrix&) = delete;

  [[nodiscard]] const Eigen::Map<const SparseRows>& map() const { return map_; }

 private:
  std::vector<double> ones_;
  Eigen::Map<const SparseRows> map_;
};

}  // namespace summitry
