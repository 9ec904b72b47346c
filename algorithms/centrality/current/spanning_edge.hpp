// Spanning-edge centrality: how likely an edge is part of a spanning tree drawn at random, that is, how
// hard it would be to replace.
//
//   s(e) = w(e) * r(u, v)
//
//   w  weight of e, its conductance     r(u, v)  effective resistance between its ends
//
// Reads      direction no | strengths, >= 0: a tree's chance is in proportion to the product of its
//            weights | parallel edges share their pair's trees by weight | a loop is in no tree: 0
// Gives      a value in [0, 1] an edge; 1 for a bridge; they sum to n minus the number of components.
//            With an error e > 0: every value within e at once in 99 of 100 runs
// Cost       exact: that of a sparse factor of the Laplacian and of its inverse where there are edges,
//            or m linear systems where it would be too large; with an error: O(log m / e^2) trees
// Method     Teixeira et al. 2013, doi:10.1145/2480362.2480424; Mavroforakis et al. 2015,
//            doi:10.1145/2736277.2741125. Sampled by trees: Hayashi, Akiba & Yoshida 2016, IJCAI
// See also   information.hpp, spanning_trees.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct SpanningEdgeOptions {
  double error =
      0.0;  // in [0, 1); 0: exact, else absolute, of all values at once in 99 of 100 runs
};

// By edge id. Random by run.seed where an error is allowed. Throws InvalidOption, and InvalidWeight
// for distances and for a negative weight.
[[nodiscard]] Scores spanning_edge(const Graph& graph, const SpanningEdgeOptions& options = {},
                                   const Run& run = {});

}  // namespace summitry
