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
  Convergence convergence;     // of the parts that lead, and of those that may and were given up
};

// Undirected. Each component has one leading vector; of the components that share the largest value
// (within 1e-10 of it) each counts as much as `start` points its way, all others are 0. That is the
// limit of shifted power iteration from `start`, which must be >= 0.
// Method: Lanczos on a copy with hubs first, see lanczos.hpp; `change` is the norm of the residual as a
// share of the value. Rounding may keep it above the tolerance: 1e-15 * sqrt(longest row) is reached
// too.
[[nodiscard]] LeadingVector leading_symmetric(const Graph& graph, const std::vector<double>& start,
                                              const LeadingOptions& options, const Run& run);

// Directed, left eigenvector (of the transposed matrix): where shifted power iteration leads. Supported
// by the strong components with the largest value (within 1e-9 of it) that end the longest chains of
// such components, and by all that is downstream of them; with several of those, where a uniform start
// on just these vertices leads. `change` is the largest of the relative widths of the bounds on the
// components' values (4e-15 * sqrt(longest row) is reached too) and of the residuals downstream.
// Method: perron.hpp in each strong component that may lead, then in the order of the edges what each
// component makes of what flows into it.
[[nodiscard]] LeadingVector leading_directed(const Graph& graph, const LeadingOptions& options,
                                             const Run& run);

// Whichever fits the Graph; undirected from a uniform start.
[[nodiscard]] LeadingVector leading_vector(const Graph& graph, const LeadingOptions& options,
                                           const Run& run);

struct LeadingSides {
  double value = 0.0;        // the square of the largest singular value
  std::vector<double> hubs;  // each side of norm 1 times the same factor, >= 0
  std::vector<double> authorities;
  Convergence convergence;
};

// Directed, left and right singular vectors. Edges hang together where they share a beginning or an end;
// of the parts that share the largest value each counts as uniform hubs point its way.
// Method: as leading_symmetric(), on the product of the matrix and its transpose.
[[nodiscard]] LeadingSides leading_sides(const Graph& graph, const LeadingOptions& options,
                                         const Run& run);

}  // namespace summitry
