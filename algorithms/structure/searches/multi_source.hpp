// Breadth-first search from 512 sources at once: a bit a source, a row of bits a vertex. One look at
// an arc serves all sources of a batch, so that all distances of a graph cost a few passes a batch.
//
// Reads      direction yes: distances *to* the vertex, in hops | loops and parallel edges do not
//            matter
// Cost       O(n / 512 * levels * (n + m)) time at worst, over what is left once vertices with the same
//            neighbours share a row; 220 n bytes a thread and two copies of the arcs, renumbered so
//            that often read rows lie together
// Method     Then et al. 2014, The more the merrier, doi:10.14778/2735496.2735507; sums at the
//            receiving vertex, push or pull by the size of the frontier, as Beamer et al. 2012,
//            doi:10.1109/SC.2012.50; sources batched in breadth-first order so that their levels meet.
//            A class of twins is a source once for each power of two that its size is the sum of
#pragma once

#include "algorithms/structure/searches/distances.hpp"

namespace summitry {

// What distance_sums() yields for hops.
[[nodiscard]] DistanceSums hop_sums(const Graph& graph, const Run& run);

}  // namespace summitry
