// Hubs and authorities: a good hub points to good authorities, a good authority is pointed to by good
// hubs.
//
//   authority(v) ~ sum over edges u->v of w(u,v) hub(u)
//   hub(v)       ~ sum over edges v->u of w(v,u) authority(u)
//
// Reads      direction yes; undirected: both ways, so that both are the same where no component is
//            bipartite | strengths, >= 0 | parallel edges add up | a self-loop counts once
// Gives      values >= 0 that sum to 1 each; where several parts share the largest singular value,
//            each counts as from uniform hubs; no edges: all equal
// Cost       O(iterations * m) time; O(n + m) memory and 26 vectors
// Method     Kleinberg 1999, doi:10.1145/324133.324140, as the leading eigenvector of A A^T;
//            undirected, that of the graph itself, the two sides of a bipartite component taken
//            apart. As NetworkX and igraph where the pair is unique.
// See also   eigenvector.hpp, pagerank.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct HitsOptions {
  double tolerance = 1e-14;    // > 0; of the residual, as a share of the largest eigenvalue
  int max_iterations = 10000;  // >= 1; multiplications, for each part
};

struct HubsAndAuthorities {
  Scores hub;
  Scores authority;
};

// Both for the price of one.
[[nodiscard]] HubsAndAuthorities hits(const Graph& graph, const HitsOptions& options = {},
                                      const Run& run = {});

// All throw InvalidOption and InvalidWeight; not converging is not an error.
[[nodiscard]] Scores hub(const Graph& graph, const HitsOptions& options = {}, const Run& run = {});
[[nodiscard]] Scores authority(const Graph& graph, const HitsOptions& options = {},
                               const Run& run = {});

}  // namespace summitry
