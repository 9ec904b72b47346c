// Information centrality: how little all paths together, not only the shortest, keep a vertex from
// the others.
//
//   i(v) = n / sum over u of r(u, v)
//
//   r  effective resistance, edges conducting as much as they weigh     n  vertices of v's component
//
// Reads      direction no: reciprocal edges add up | strengths, >= 0 | parallel edges add up | loops
//            do not matter
// Gives      values > 0, the harmonic mean of 1 / r over the component (v itself counting 0);
//            not a number (missing) for a vertex without neighbours
// Cost       O(c^3) time and O(c^2) memory, c the size of the largest component
// Method     Stephenson & Zelen 1989, doi:10.1016/0378-8733(89)90016-6. NetworkX leaves out the
//            factor n (and refuses disconnected graphs).
// See also   current_flow_betweenness.hpp, closeness.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Throws InvalidWeight for distances and for a negative weight.
[[nodiscard]] Scores information(const Graph& graph, const Run& run = {});

}  // namespace summitry
