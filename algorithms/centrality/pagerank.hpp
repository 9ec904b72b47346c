// PageRank: how often a walker who follows relations, and now and then jumps, stands on each vertex.
//
//   x(v) = (1 - d)/n + d * ( sum over edges u->v of x(u) * w(u,v)/s(u)  +  D/n )
//
//   d  options.damping          s(u)  total weight leaving u
//   n  number of vertices       D     score held by vertices that nothing leaves
//
// Reads      direction yes | strengths, >= 0 | parallel edges add up | a self-loop is one way out
//            (as NetworkX; igraph counts an undirected one twice)
// Gives      values in [0, 1] that sum to 1; undirected edges are walked both ways
// Cost       O(iterations * (n + m)) time, O(n) extra memory
// Method     Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X; dangling vertices share out
//            uniformly. Same definition as NetworkX and, without undirected loops, igraph.
// See also   hits.hpp, eigenvector.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct PageRankOptions {
  double damping = 0.85;      // in [0, 1); chance of following an edge instead of jumping
  double tolerance = 1e-12;   // > 0; stop once values change by less than this in total (L1)
  int max_iterations = 1000;  // >= 1
};

// Throws InvalidOption for an option outside its range and InvalidWeight for distances or a negative
// weight. Stopping at max_iterations is not an error: convergence->reached is false, values are the
// best estimate so far. No vertices: no values, reached.
[[nodiscard]] Scores pagerank(const Graph& graph, const PageRankOptions& options = {},
                              const Run& run = {});

}  // namespace summitry
