// Triangles and clustering: how often two neighbours of a vertex are joined to each other.
//
//   triangles(v)    pairs of neighbours of v that are neighbours themselves
//   clustering(v)   triangles(v) / (k (k - 1) / 2), k the number of neighbours of v
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      triangles: whole numbers >= 0; clustering: in [0, 1], 0 where k < 2
// Cost       O(m * a) time, a the largest out-degree when edges point to the higher degree (at most
//            sqrt(2 m)), in the core of hubs divided by up to 64; O(n + m) memory and O(n) a thread
// Method     Watts & Strogatz 1998, doi:10.1038/30918; counting along the degree order: Latapy 2008,
//            doi:10.1016/j.tcs.2008.07.017. Pairs of neighbours among the 4,096 vertices of highest
//            degree are looked up in a bit matrix, a row against a row; the rest with marks. As
//            NetworkX and igraph on the simple graph.
// See also   transitivity in summary.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

[[nodiscard]] Scores triangles(const Graph& graph, const Run& run = {});
[[nodiscard]] Scores clustering(const Graph& graph, const Run& run = {});

}  // namespace summitry
