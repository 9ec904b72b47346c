// Eigenvector centrality: important is who is joined to the important.
//
//   x(v) = 1/lambda * sum over edges u->v of w(u,v) x(u)       lambda the largest eigenvalue
//
// Reads      direction yes: edges that arrive count (the left eigenvector) | strengths, >= 0 |
//            parallel edges add up | a self-loop counts once (as NetworkX; igraph counts an
//            undirected one twice)
// Gives      values >= 0, Euclidean norm 1. Undirected: only the components with the largest
//            eigenvalue are above 0; where several share it each counts as much as its own vector
//            adds up to, which is where a uniform start would lead. No edges: all equal. Directed:
//            the strong components with the largest eigenvalue that come last (of those with as
//            many others of that value before them as there can be), and all downstream of them,
//            several of them starting out equal; without a cycle nobody (all 0)
// Cost       O(iterations * m) time; O(n + m) memory and 24 vectors; directed: a sparse factor of
//            at most two million entries where a strong component is long and thin
// Method     Bonacich 1972, doi:10.1080/0022250X.1972.9989806; undirected: restarted Lanczos in each
//            component, so bipartite and disconnected graphs converge; directed: in each strong
//            component shifted power iteration or Noda's inverse iteration, so periodic and
//            reducible graphs converge, and what flows on downstream by solving. As NetworkX and
//            igraph where the vector is unique.
// See also   leading.hpp, perron.hpp, katz.hpp, pagerank.hpp, hits.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct EigenvectorOptions {
  double tolerance = 1e-14;    // > 0; of the residual, as a share of lambda; directed: of the width
                               // of the bounds on lambda, too
  int max_iterations = 10000;  // >= 1; multiplications, for each component
};

// Throws InvalidOption for an option outside its range and InvalidWeight for distances or a negative
// weight. Stopping at max_iterations is not an error: convergence->reached is false.
[[nodiscard]] Scores eigenvector(const Graph& graph, const EigenvectorOptions& options = {},
                                 const Run& run = {});

}  // namespace summitry
