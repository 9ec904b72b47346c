// Onion layers: in which round of peeling a vertex goes. Within a core they tell its surface from its
// middle, which core numbers do not.
//
//   Each round takes away, at once, all vertices with at most k neighbours left; k is raised to the
//   fewest neighbours that anybody has left whenever nobody has so few.
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      whole numbers from 1 (the outermost layer) without gaps; isolates, where there are any,
//            are the first layer
// Cost       O(n + m log m) time at the very worst, O(n + m) where few cores hold everybody; O(n)
//            memory, and O(m) more where the Graph is not simple
// Method     Hébert-Dufresne, Grochow & Allard 2016, doi:10.1038/srep31708. As NetworkX
// See also   core_numbers.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

[[nodiscard]] Scores onion_layers(const Graph& graph, const Run& run = {});

}  // namespace summitry
