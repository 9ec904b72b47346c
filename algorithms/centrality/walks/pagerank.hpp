// PageRank: how often a walker who follows relations, and now and then jumps, stands on each vertex.
//
//   x(v) = (1 - d) t(v) + d * ( sum over edges u->v of x(u) * w(u,v)/s(u)  +  D t(v) )
//
//   d  options.damping                        s(u)  total weight leaving u
//   t  where jumps lead: 1/n everywhere, or   D     score held by vertices that nothing leaves
//      the share of options.teleport
//
// Reads      direction yes | strengths, >= 0 | parallel edges add up | a self-loop is one way out
//            (as NetworkX; igraph counts an undirected one twice)
// Gives      values in [0, 1] that sum to 1; undirected edges are walked both ways. Once reached, one
//            more step of the formula would change them by less than the tolerance in total, and
//            no value is further than tolerance / (1 - d) from the exact one, rounding apart
// Cost       O(iterations * (n + m)) time; O(n + m) memory when undirected
// Method     Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X; dangling vertices share out as jumps
//            do. Undirected: preconditioned conjugate gradients on a copy with hubs first; directed:
//            strong components in topological order, Gauss-Seidel in each (Gleich, Gray, Greif & Lau
//            2010, doi:10.1137/080727397). Same definition as NetworkX and, without undirected
//            loops, igraph.
// See also   hits.hpp, eigenvector.hpp
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct PageRankOptions {
  double damping = 0.85;     // in [0, 1); chance of following an edge instead of jumping
  double tolerance = 1e-12;  // > 0; stop once a step changes values by less than this in total (L1)
  int max_iterations = 1000;  // >= 1
  // Vertices of the Graph that jumps lead to, one that stands twice twice as often; none: all alike.
  std::vector<VertexId> teleport = {};
};

// Throws InvalidOption for an option outside its range and InvalidWeight for distances or a negative
// weight. Stopping at max_iterations is not an error: convergence->reached is false, values are the
// best estimate so far. No vertices: no values, reached.
[[nodiscard]] Scores pagerank(const Graph& graph, const PageRankOptions& options = {},
                              const Run& run = {});

}  // namespace summitry
