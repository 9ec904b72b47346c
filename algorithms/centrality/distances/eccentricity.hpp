// Eccentricity: how far a vertex is from the farthest vertex that reaches it.
//
//   e(v) = max over u that reach v of d(u, v)
//
// Reads      direction yes: distances *to* v, as closeness | distances, > 0 | parallel edges: the
//            shortest counts | loops do not matter
// Gives      values >= 0, whole numbers without weights; 0 where nobody reaches v. It speaks of what
//            reaches v alone, so that a graph in pieces has no infinite values: compare within a
//            component
// Cost       O(n (n + m)), with weights O(n m log n) time; O(n) memory a thread
// Method     Hage & Harary 1995, doi:10.1016/0378-8733(94)00248-9; all sources at once by
//            structure/searches/multi_source.hpp, with weights by Dijkstra. As igraph with mode = in; NetworkX
//            refuses a disconnected graph and measures distances from v
// See also   average_distance.hpp, structure/searches/diameter.hpp for the largest and smallest value alone
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Throws InvalidWeight for strengths and for a distance that is not > 0, and Cancelled.
[[nodiscard]] Scores eccentricity(const Graph& graph, const Run& run = {});

}  // namespace summitry
