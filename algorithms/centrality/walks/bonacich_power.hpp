// Bonacich's power: whoever is joined to the strong (beta > 0) or to the weak (beta < 0) is strong.
//
//   x = a (I - beta A)^-1 A 1, that is x(v) = sum over edges v->u of w(v,u) (a + beta x(u))
//
// Reads      direction yes: edges that leave | strengths, >= 0 | parallel edges add up | a self-loop
//            counts once
// Gives      a is such that the squares add up to n (so 1 is nobody special), or, normalised, the
//            values add up to 1; below 0 is possible. No edges: all 0
// Cost       O(iterations * m) time, O(n + m) memory, the largest eigenvalue on top; beyond
//            1 / lambda a sparse elimination, which only graphs of some thousand vertices allow
// Method     Bonacich 1987, doi:10.1086/228631, eq. 3; conjugate gradients (undirected) or the formula
//            repeated, beyond 1 / lambda Eigen's SparseLU. As igraph's power_centrality with that
//            exponent (loops kept) and bonpow of sna, whose exponent of 1 is not our choice.
// See also   katz.hpp, eigenvector.hpp, which it approaches as beta nears 1 / lambda
#pragma once

#include <optional>

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct BonacichPowerOptions {
  std::optional<double>
      beta;  // finite, not 1 / an eigenvalue; none: 0.9 / lambda, 0.9 without a cycle
  Scale scale = Scale::raw;    // raw: squares add up to n; normalized: values add up to 1
  double tolerance = 1e-14;    // > 0; stop once the change is this share of the values (Euclidean)
  int max_iterations = 10000;  // >= 1
};

// Throws InvalidOption for an option outside its range (a beta for which there is no answer included)
// and InvalidWeight for distances or a negative weight.
[[nodiscard]] Scores bonacich_power(const Graph& graph, const BonacichPowerOptions& options = {},
                                    const Run& run = {});

}  // namespace summitry
