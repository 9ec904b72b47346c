// Consensus: the partition on which several runs agree.
//
//   D(u, v) = share of the runs that put u and v into one community, 0 below the threshold
//   repeat    runs on the graph of D give new partitions, they a new D, until all are one partition
//
// Reads      partitions of equally many vertices; of the graph only its edges, and only for large
//            ones
// Gives      canonical numbers and no quality: what the runs optimised is not what D knows.
//            Communities need not be connected in the graph. convergence->reached is false where
//            the runs still differ at the end: the partition is the best of the last. Depends on
//            run.seed.
// Cost       O(sum of squared sizes of communities + iterations * runs on D)
// Method     Lancichinetti & Fortunato 2012, doi:10.1038/srep00336. A vertex left without a
//            companion is joined to the one that it is with most often, as they do. On D always
//            Leiden with modularity, 20 runs, whatever found the partitions: theirs is the same
//            method on both, which one for two-mode graphs or unweighted ones could not be. Where
//            the partitions have more than 200 million pairs together (or 50 million would have to
//            be kept), D holds only the edges of the graph: Tandon, Albeshri, Thayananthan,
//            Alhalabi & Fortunato 2019, doi:10.1103/PhysRevE.99.042301, without their triads.
// See also   co_membership.hpp
#pragma once

#include <span>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

struct ConsensusOptions {
  double threshold = 0.5;   // in (0, 1]; pairs that are together less often count as apart
  int max_iterations = 30;  // >= 1
  double most_pairs = 2e8;  // >= 0; above it only edges of the graph are looked at
};

// Throws InvalidOption for an option out of its range or without a partition.
[[nodiscard]] Partition consensus(const Graph& graph, std::span<const Partition> partitions,
                                  const ConsensusOptions& options = {}, const Run& run = {});

}  // namespace summitry::communities
