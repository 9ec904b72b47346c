// Girvan and Newman's communities: the edge that most shortest paths use is removed, again and again,
// and of all the divisions that the graph falls into that of the highest modularity is kept.
//
//   repeat until no edge is left
//     remove the edges of the highest betweenness (weighted: betweenness divided by weight)
//     find betweenness anew where a removed edge was
//
// Reads      direction yes, of paths and of modularity; the parts are weak components | weights yes,
//            strengths >= 0 | parallel edges add up to one of their weight | loops count in degrees
// Gives      canonical numbers and the modularity, in the whole graph with all its edges. All edges that
//            are tied for the highest betweenness (within 1e-9 of it) go at once, so that no order of
//            the vertices matters; igraph and NetworkX remove one of them. Of equally good divisions
//            the first, of fewest communities, is kept. Does not depend on run.seed or the threads.
// Cost       O(n m^2) time at worst, O(n + m) memory: for graphs of a few thousand edges
// Method     Girvan & Newman 2002, doi:10.1073/pnas.122653799; modularity as the measure of where to
//            stop: Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113; weights: Newman 2004,
//            doi:10.1103/PhysRevE.70.056131 (paths without weights, then divided by the weight)
// See also   leiden.hpp, which is better and faster; betweenness.hpp
#pragma once

#include <cstddef>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct GirvanNewmanOptions {
  std::size_t communities =
      0;  // the first division into at least as many; 0: of highest modularity
};

// Throws InvalidWeight for weights that are not strengths, and Cancelled.
[[nodiscard]] Partition girvan_newman(const Graph& graph, const GirvanNewmanOptions& options = {},
                                      const Run& run = {});

}  // namespace summitry
