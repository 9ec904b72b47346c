// Louvain: communities of high modularity (or CPM quality), by moving vertices and condensing.
//
// Reads      as leiden.hpp
// Gives      canonical numbers and the quality reached. A community need not be connected: that is
//            what Leiden mends. Depends on run.seed, not on the threads.
// Cost       O(levels * (n + m)) time in practice, O(n + m) memory
// Method     Blondel, Guillaume, Lambiotte & Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008.
//            Vertices are visited in random order; within a round those whose neighbours moved are
//            visited again. As published, a level ends with a round without a move, and there is
//            one pass through the levels.
// See also   leiden.hpp, which should be preferred
#pragma once

#include "algorithms/communities/quality_kind.hpp"
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
