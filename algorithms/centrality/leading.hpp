// The leading eigenvector of a non-negative adjacency matrix, also where it is hard to get: bipartite,
// disconnected and directed graphs. What eigenvector, Katz and hub centrality share.
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct LeadingOptions {
  double tolerance = 1e-14;    // > 0
  int max_iterations = 10000;  // >= 1; multiplications by the matrix, for each component
};

struct LeadingVector {
  double value = 0.0;          // the largest eigenvalue (spectral radius)
  std::vector<double> vector;  // Euclidean norm 1, >= 0; all 0 for a directed graph without cycles
  Convergence convergence;
};

// Undirected. Each component has one leading vector; of the components that share the largest value
// (within 1e-10 of it) each counts as much as `start` points its way, all others are 0. That is the
// limit of shifted power iteration from `start`, which must be >= 0.
// Method: Lanczos on a copy with hubs first, restarted from the best vector so far, all others made
// orthogonal to it; `change` is the norm of the residual as a share of the value. Rounding may keep
// it above the tolerance: 1e-15 * sqrt(longest row) is reached too.
[[nodiscard]] LeadingVector leading_symmetric(const Graph& graph, const std::vector<double>& start,
                                              const LeadingOptions& options, const Run& run);

// Directed, left eigenvector (of the transposed matrix). Supported by the strong components with the
// largest value that come last (no other of that value further on), and by all that is downstream
// of them; with several of those, where a uniform start on just these vertices leads. `change` is the
// Euclidean norm of the last change of the vector.
// Method: power iteration with a shift, first in each strong component.
[[nodiscard]] LeadingVector leading_directed(const Graph& graph, const LeadingOptions& options,
                                             const Run& run);

}  // namespace summitry
