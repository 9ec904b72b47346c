// What is left to search of a Graph when the shortest paths that its shape gives away are counted in
// closed form: exact, and the same sums.
//
// Undirected: cut apart at articulation points (block_split.hpp); bridges, and with them all trees that
// hang off the rest, and complete blocks need no search. For vertices then twins are merged (twins.hpp).
// Directed: for vertices rows that nothing enters or nothing leaves are merged when they are alike.
//
// With weights neither complete blocks nor twins are known, but articulation points are.
//
// Cost       O(n + m), and sorting
#pragma once

#include "algorithms/centrality/betweenness/path_rows.hpp"
#include "engine/graph.hpp"

namespace summitry {

// Rows stand by falling degree, so that what is read most lies together. For an undirected Graph all
// counts are those of ordered pairs.
[[nodiscard]] Reduced reduced_for_vertices(const Graph& graph);
[[nodiscard]] Reduced reduced_for_edges(const Graph& graph);

}  // namespace summitry
