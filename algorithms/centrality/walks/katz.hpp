// Katz centrality: all walks that arrive at a vertex, longer ones discounted.
//
//   x(v) = alpha * sum over edges u->v of w(u,v) x(u)  +  1        then divided by its norm
//
// Reads      direction yes: walks that arrive | strengths, >= 0 | parallel edges add up | a self-loop
//            counts once
// Gives      values > 0, Euclidean norm 1; isolates share the smallest value
// Cost       O(iterations * m) time, O(n) memory; finding the largest eigenvalue comes on top
// Method     Katz 1953, doi:10.1007/BF02289026; alpha = 0.9 / lambda unless given, lambda being the
//            largest eigenvalue (0.9 where there is no cycle). As NetworkX with that alpha.
//            Undirected by conjugate gradients, directed by repeating the formula.
// See also   eigenvector.hpp, which it approaches as alpha nears 1 / lambda
#pragma once

#include <optional>

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct KatzOptions {
  std::optional<double> alpha;  // in [0, 1 / lambda); none: 0.9 / lambda
  double tolerance = 1e-14;     // > 0; stop once the change is this share of the values (Euclidean)
  int max_iterations = 10000;   // >= 1
};

// Throws InvalidOption for an option outside its range (alpha too large included, with the limit in
// the message) and InvalidWeight for distances or a negative weight.
[[nodiscard]] Scores katz(const Graph& graph, const KatzOptions& options = {}, const Run& run = {});

}  // namespace summitry
