// Trussness: the largest k such that the edge belongs to a k-truss, the largest subgraph whose every
// edge is in at least k - 2 of its triangles.
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      whole numbers >= 2; edges between the same two vertices share theirs; a loop, which is
//            not in the view, 0
// Cost       O(m^1.5 log n) time at worst, O(n + m) memory: 24 bytes an edge
// Method     Cohen 2008 (Trusses: cohesive subgraphs for social network analysis, National Security
//            Agency); triangles counted along the degree order, then edges peeled in order of the
//            triangles they have left, Wang & Cheng 2012, doi:10.14778/2311906.2311909. As NetworkX'
//            k_truss; igraph's trussness
// See also   core_numbers.hpp, triangles.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

[[nodiscard]] Scores trussness(const Graph& graph, const Run& run = {});

}  // namespace summitry
