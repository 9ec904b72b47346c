// Effective size: how many of a vertex's contacts are not redundant with one another.
//
//   e(v) = sum over contacts j of ( 1 - sum over q of p(v,q) m(j,q) )
//
//   p(v,q)  what joins v and q, as a share of all that joins v to anybody
//   m(j,q)  what joins j and q, as a share of the most that joins j to anybody
//   (weights, or edges, of both directions added up; q runs over the contacts of v)
//
// Reads      direction no, but reciprocal edges count twice | strengths, >= 0 | parallel edges add
//            up | loops are left out
// Gives      values in [1, k] for k contacts of equal weight: k - 2 t / k with t edges between them;
//            not a number (missing) for a vertex without contacts
// Cost       O(m * mean degree) time, O(n + m) memory
// Method     Burt 1992, ISBN 978-0-674-84371-4; the simple case: Borgatti 1997, Connections 20(1).
//            As NetworkX without loops.
// See also   constraint.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Throws InvalidWeight for distances and for a negative weight.
[[nodiscard]] Scores effective_size(const Graph& graph, const Run& run = {});

}  // namespace summitry
