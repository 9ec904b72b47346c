// Betweenness: how often a vertex or an edge lies on the shortest paths between others.
//
//   b(v) = sum over pairs s, t other than v of (shortest s-t paths through v) / (shortest s-t paths)
//   b(e) = the same for an edge, over all pairs
//
// Reads      direction yes | distances, > 0; lengths within 1e-10 of each other count as equal |
//            parallel edges are different paths (as igraph) | loops do not matter
// Gives      values >= 0; every unordered pair once when undirected, every ordered pair when directed;
//            normalized: divided by the number of pairs, (n-1)(n-2) of vertices and n(n-1) of edges,
//            half of it when undirected; isolates 0
// Cost       O(n m) at worst, see batched_dependencies.hpp; with weights O(n m log n) time; O(n)
//            memory a thread and at most 64 MiB (or 64 n bytes) of partial sums
// Method     Freeman 1977, doi:10.2307/3033543; algorithm: Brandes 2001,
//            doi:10.1080/0022250X.2001.9990249, without lists of predecessors, over what
//            reduction.hpp leaves; edges: Brandes 2008,
//            doi:10.1016/j.socnet.2007.11.001. As igraph, and as NetworkX without parallel edges.
// See also   current_flow_betweenness.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct BetweennessOptions {
  Scale scale = Scale::raw;
};

// Both throw InvalidWeight for strengths and for a distance that is not > 0, and Cancelled.
[[nodiscard]] Scores betweenness(const Graph& graph, const BetweennessOptions& options = {},
                                 const Run& run = {});

// By edge id.
[[nodiscard]] Scores edge_betweenness(const Graph& graph, const BetweennessOptions& options = {},
                                      const Run& run = {});

}  // namespace summitry
