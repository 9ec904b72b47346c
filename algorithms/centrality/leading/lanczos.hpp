// The leading eigenvector of one block of a symmetric non-negative matrix, or of a product A A^T, by
// Lanczos' method: what the undirected cases of eigenvector centrality and both of HITS are made of.
//
// Cost       O(iterations * arcs) time; 26 vectors
// Method     Lanczos on rows with hubs first, restarted from the best vector so far, all others made
//            orthogonal to it: what makes plain Lanczos go astray is only what has converged
//            (Parlett & Scott 1979, doi:10.1090/S0025-5718-1979-0514820-3)
#pragma once

#include <cstddef>
#include <optional>

#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/centrality/rows/reordered_rows.hpp"

namespace summitry {

// Rows [first, first + size), at least one, whose ends count from the block's first column.
struct RowRange {
  const ReorderedRows& rows;
  std::size_t first = 0;
  std::size_t size = 0;
};

// y = rows x, or rows (before x) where the matrix is a product; the longest rows come first.
struct SymmetricBlock {
  RowRange rows;
  std::optional<RowRange> before = {};
};

// From a uniform start; `change` is the norm of the residual as a share of the value.
[[nodiscard]] LeadingVector leading_of(const SymmetricBlock& block, const LeadingOptions& options,
                                       const Run& run);

}  // namespace summitry
