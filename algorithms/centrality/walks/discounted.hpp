// Sums over all walks, longer ones discounted: x = (I - b M)^-1 y = y + b M y + b^2 M^2 y + ...
// What Katz and Bonacich's power share.
#pragma once

#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct Discounted {
  double discount = 0.0;  // b, |b| below one over the largest eigenvalue
  double tolerance = 1e-14;
  int max_iterations = 10000;  // >= 1
};

// M is the adjacency matrix (Along::out) or its transpose (Along::in), all weights >= 0. Reached once
// x -> y + b M x changes x by at most `tolerance` of its Euclidean norm. Undirected: conjugate
// gradients, and such a step to see how good they are; directed: such steps alone.
[[nodiscard]] Scores discounted_walks(const Graph& graph, Along along, const std::vector<double>& y,
                                      const Discounted& how, const Run& run);

}  // namespace summitry
