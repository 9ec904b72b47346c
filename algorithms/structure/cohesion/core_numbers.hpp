// Core numbers: the largest k such that the vertex belongs to a k-core, the largest subgraph in which
// everybody has at least k neighbours.
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      whole numbers >= 0; isolates 0
// Cost       O(n + m log m) time at the very worst, O(n + m) where few levels hold everybody; O(n)
//            memory, and O(m) more where the Graph is not simple
// Method     Seidman 1983, doi:10.1016/0378-8733(83)90028-X; peeled level by level as in ParK (Dasari,
//            Ranjan & Zubair 2014, doi:10.1109/BigData.2014.7004366), on one thread, where it needs
//            no atomic counting. As NetworkX and igraph on the simple graph.
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

[[nodiscard]] Scores core_numbers(const Graph& graph, const Run& run = {});

}  // namespace summitry
