// Average distance of a vertex from those that reach it.
//
//   a(v) = (sum over u that reach v of d(u, v)) / (r - 1)      r  vertices that reach v, v included
//
// Reads      direction yes: distances *to* v, as closeness | distances, > 0 | parallel edges: the
//            shortest counts | loops do not matter
// Gives      values >= 1 without weights; not a number (missing) where nobody reaches v. Small is
//            near: Freeman's closeness is its inverse. A vertex that few reach may have a small one,
//            so read it beside closeness, which minds how many they are
// Cost       O(n (n + m)), with weights O(n m log n) time; O(n) memory a thread
// Method     Freeman 1979, doi:10.1016/0378-8733(78)90021-7, before inversion; all sources at once by
//            structure/searches/multi_source.hpp, with weights by Dijkstra
// See also   closeness.hpp, eccentricity.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Throws InvalidWeight for strengths and for a distance that is not > 0, and Cancelled.
[[nodiscard]] Scores average_distance(const Graph& graph, const Run& run = {});

}  // namespace summitry
