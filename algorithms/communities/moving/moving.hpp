// Moving vertices between communities while that raises the quality: the step that Louvain and
// Leiden share.
//
// Method     rounds over the vertices in an order by chance; within a round those are visited that
//            have not been since a neighbour left for another community than theirs: the pruning of
//            Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z, with flags in the place
//            of a queue, so that rows are read in runs. A gain smaller than a 10^12th of the weights
//            concerned counts as none, so that rounding cannot make a vertex go round in circles.
//            Large graphs on all threads, to the same end for any number: see in_blocks.hpp.
// Memory     25 bytes a vertex (directed 8 more), and a thread 4 (weighted 8); one thread in small graphs
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algorithms/communities/rows/condensed.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// Vertices go where the quality gains most (of equals by chance, so that different seeds see different
// partitions); one that moves has its neighbours outside its new community visited again. Labels are
// below the size, before and after. Gives how many moves there were: after 0 no move of one vertex
// raises the quality, after others a vertex that was not a neighbour of one that moved may still gain.
//
// `enough`: a round that gains less than this share of what all have gained so far is the last.
std::size_t move_locally(const Condensed& graph, std::vector<std::uint32_t>& community,
                         Random& random, const Run& run, double enough = 0.0);

}  // namespace summitry::communities
