// The modularity matrix of a group of vertices, never written down: rows that join, less a product of
// ends, less a diagonal that makes every row sum to 0 (Newman 2006, doi:10.1103/PhysRevE.74.036104).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/communities/rows/joined_rows.hpp"

namespace summitry::communities {

class ModularityMatrix {
 public:
  static constexpr VertexId kOutside = UINT32_MAX;

  // `place` is scratch space: kOutside for every vertex of the rows, before and after, so that a small
  // group costs no look at all vertices.
  ModularityMatrix(const JoinedRows& rows, std::span<const VertexId> group, double resolution,
                   std::vector<VertexId>& place);

  [[nodiscard]] std::size_t size() const { return out_.size(); }
  // y = B x
  void multiply(std::span<const double> x, std::span<double> y) const;
  // The largest sum of absolute values in a row, or a little more.
  [[nodiscard]] double largest_row() const { return largest_row_; }
  [[nodiscard]] double diagonal(std::size_t v) const;
  [[nodiscard]] std::span<const VertexId> neighbours(std::size_t v) const {
    return {targets_.data() + offsets_[v], targets_.data() + offsets_[v + 1]};
  }
  [[nodiscard]] std::span<const double> joining(std::size_t v) const {
    return {weights_.data() + offsets_[v], weights_.data() + offsets_[v + 1]};
  }
  // What is expected between two vertices of the group.
  [[nodiscard]] double expected(std::size_t u, std::size_t v) const {
    return scale_ * (out_[u] * in_[v] + in_[u] * out_[v]);
  }

 private:
  double scale_ = 0.0;
  std::vector<std::uint64_t> offsets_{0};
  std::vector<VertexId> targets_;
  std::vector<double> weights_;
  std::vector<double> out_;
  std::vector<double> in_;
  std::vector<double> row_sum_;  // of what is off the diagonal
  double largest_row_ = 0.0;
};

struct LeadingPair {
  double value = 0.0;
  std::vector<double> vector;  // norm 1, its largest entry positive
  int multiplications = 0;
  double change = 0.0;  // norm of the residual, as a share of the largest row
};

// The largest eigenvalue (not in absolute value) and its vector, by Lanczos' method with restarts.
[[nodiscard]] LeadingPair leading_pair(const ModularityMatrix& matrix, double tolerance,
                                       int max_multiplications);

}  // namespace summitry::communities
