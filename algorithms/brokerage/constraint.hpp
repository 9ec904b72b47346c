// Burt's constraint: how far a vertex's contacts are invested in each other, so that they leave it no
// room to broker.
//
//   c(v) = sum over contacts j of ( p(v,j) + sum over q of p(v,q) p(q,j) )^2
//
//   p(v,j)  what joins v and j, as a share of all that joins v to anybody: weights (or edges) of both
//           directions are added up
//
// Reads      direction no, but reciprocal edges count twice | strengths, >= 0 | parallel edges add
//            up | loops are left out
// Gives      values > 0, at most 9/8; not a number (missing) for a vertex without contacts
// Cost       O(m * mean degree) time, O(n + m) memory
// Method     Burt 1992, ISBN 978-0-674-84371-4; 2004, doi:10.1086/421787. As NetworkX and igraph
//            without loops.
// See also   effective_size.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Throws InvalidWeight for distances and for a negative weight.
[[nodiscard]] Scores constraint(const Graph& graph, const Run& run = {});

}  // namespace summitry
