// Beyond chance: whether a graph has better communities than random graphs of the same degrees.
//
//   z = (median quality of the runs - mean over random graphs) / their standard deviation
//
// Reads      as the method; random graphs are made by rewiring.hpp
// Gives      the quality that one run reaches on each of `samples` random graphs, beside the median
//            of single runs on the graph itself (not the best of them, which would compare many tries
//            with one). p counts the graph among the samples: at best 1 / (samples + 1).
// Cost       samples times (10 swaps an edge and a run of the method), shared out over threads
// Method     random graphs have modular-looking partitions as well: Guimera, Sales-Pardo & Amaral
//            2004, doi:10.1103/PhysRevE.70.025101; p: Davison & Hinkley 1997, section 4.2
#pragma once

#include <cstddef>
#include <span>

#include "algorithms/catalogue.hpp"
#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// `partitions` are the runs on the graph. Throws InvalidOption without samples or partitions.
[[nodiscard]] BeyondChance beyond_chance(const CommunityMethod& method, const Graph& graph,
                                         const Parameters& parameters,
                                         std::span<const Partition> partitions, std::size_t samples,
                                         const Run& run = {});

}  // namespace summitry::communities
