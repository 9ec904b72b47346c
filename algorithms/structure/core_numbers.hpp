// Core numbers: the largest k such that the vertex belongs to a k-core, the largest subgraph in which
// everybody has at least k neighbours.
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      whole numbers >= 0; isolates 0
// Cost       O(n + m) time and memory
// Method     Seidman 1983, doi:10.1016/0378-8733(83)90028-X; algorithm: Batagelj & Zaversnik 2003,
//            arXiv:cs/0310049. As NetworkX and igraph on the simple graph.
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

[[nodiscard]] Scores core_numbers(const Graph& graph, const Run& run = {});

}  // namespace summitry
