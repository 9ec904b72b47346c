// Closeness: how near a vertex is to all that reach it.
//
//   c(v) = (r - 1) / (sum of distances to v)  *  (r - 1) / (n - 1)
//
//   r  vertices that reach v, v included     n  number of vertices
//
// Reads      direction yes: distances *to* v | distances, > 0 (a strength must be turned into one
//            first) | parallel edges: the shortest counts | loops do not matter
// Gives      values in [0, 1] without weights; 0 where nobody reaches v; already normalized
// Cost       O(n (n + m)), with weights O(n m log n) time; O(n) memory a thread
// Method     Wasserman & Faust 1994, eq. 5.22, doi:10.1017/CBO9780511815478: Freeman's closeness
//            within what reaches v, times its share of the others, so that members of a small
//            component do not come out on top. As NetworkX; igraph leaves out the second factor.
// See also   harmonic.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Throws InvalidWeight for strengths and for a distance that is not > 0.
[[nodiscard]] Scores closeness(const Graph& graph, const Run& run = {});

}  // namespace summitry
