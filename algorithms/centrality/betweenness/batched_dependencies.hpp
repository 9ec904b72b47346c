// Brandes' dependencies of many sources in one sweep: a lane a source, a row of lanes a vertex. An arc
// is visited once for every level that its end has in the batch, instead of once a source, and the
// lanes are added up by vector instructions.
//
// Reads      direction yes | hops: weights no | parallel edges are paths of their own | loops no
// Cost       O(n m) time at worst, about a tenth of it on small worlds, over what is left once paths
//            that the shape gives away are counted in closed form (reduction.hpp); 300 bytes a row
//            and thread, 60 a row and a copy of the arcs
// Method     Brandes 2001, doi:10.1080/0022250X.2001.9990249, in batches of sources that follow each
//            other breadth-first, so that their levels meet; sums in the order of batches and lanes.
//            Counts of paths are doubles: beyond 1e308 between two vertices they cannot be had
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// For every vertex the sum over all sources of its dependency: each ordered pair counts once, so twice
// each pair of an undirected Graph.
[[nodiscard]] std::vector<double> vertex_dependencies(const Graph& graph, const Run& run);

// The same for every edge, by id.
[[nodiscard]] std::vector<double> edge_dependencies(const Graph& graph, const Run& run);

}  // namespace summitry
