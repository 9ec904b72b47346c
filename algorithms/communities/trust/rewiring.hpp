// Rewiring: a random graph in which every vertex keeps its degree.
//
//   two edges a-b and c-d become a-d and c-b, again and again
//
// Reads      direction yes: in- and out-degree are kept | weights stay with the edge that starts at
//            the same vertex, so strengths are kept only without them | parallel edges and loops that
//            are there may go, none are made
// Gives      a graph on the same vertices with as many edges. One whose vertices can be coloured by
//            two so that no edge joins equal ones (two-mode data, two_modes.hpp) stays so, directed ones
//            too: each edge keeps the mode that it starts in. Depends on `random`.
// Cost       O(swaps), 10 tried an edge
// Method     switching of edges as in Maslov & Sneppen 2002, doi:10.1126/science.1065103; ten an edge
//            after Milo et al. 2003, arXiv:cond-mat/0312028. A swap that would make a loop or a
//            parallel edge is not made, and counts as tried.
// See also   beyond_chance.hpp
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/random.hpp"

namespace summitry::communities {

// `first_mode`: by vertex, whether it is of the first of two modes, and every edge joins both; empty:
// as the graph tells.
[[nodiscard]] Graph rewired(const Graph& graph, Random& random,
                            const std::vector<bool>& first_mode = {});

}  // namespace summitry::communities
