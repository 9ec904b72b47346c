// Louvain: communities of high modularity (or CPM quality), by moving vertices and condensing.
//
// Reads      as leiden.hpp
// Gives      canonical numbers and the quality reached. A community need not be connected: that is
//            what Leiden mends. Depends on run.seed, not on the threads.
// Cost       O(levels * (n + m)) time in practice, O(n + m) memory
// Method     Blondel, Guillaume, Lambiotte & Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008.
//            Vertices are visited in random order; within a level those whose neighbours moved are
//            visited again. Three things differ from what was published. Vertices of graphs of more than
//            65,000 edges do not begin alone, but with a neighbour (see first_joins.hpp). A level ends when a
//            round gains less than a fiftieth of what the level's rounds have gained. And at the end single
//            vertices of the graph move once more, until a round gains as little: the refinement of
//            Rotta & Noack 2011, doi:10.1145/1963190.1970376, at the lowest level.
// See also   leiden.hpp, which should be preferred
#pragma once

#include "algorithms/communities/quality/quality_kind.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct LouvainOptions {
  Quality quality = Quality::modularity;
  double resolution = 1.0;  // >= 0; higher: more and smaller communities
};

// Throws InvalidOption for an option outside its range and InvalidWeight for weights that are not
// strengths.
[[nodiscard]] Partition louvain(const Graph& graph, const LouvainOptions& options = {},
                                const Run& run = {});

}  // namespace summitry
