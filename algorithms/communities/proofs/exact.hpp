// The partition of the highest modularity (or CPM quality), with a proof that there is no better one.
//
// Reads      direction yes (Leicht-Newman's modularity) | weights yes, strengths >= 0 | parallel
//            edges add up | loops count in degrees
// Gives      canonical numbers and the quality, which no partition exceeds; of several best ones always
//            the same. Every community is connected. convergence: iterations are the subproblems that
//            were bounded, change is how much better another partition may be at most (0 when proven),
//            reached is whether the proof was finished. Does not depend on run.seed or the threads.
// Cost       exponential at worst: seconds for 60 vertices in general, and for 115 with clear
//            communities (football). Given up after max_nodes subproblems or a fixed amount of work, about a minute.
// Method     branch and bound with the linear relaxation of the clique partitioning problem: see
//            clique_partition.hpp; modularity that way: Brandes et al. 2008,
//            doi:10.1109/TKDE.2007.190689; Aloise et al. 2010, doi:10.1103/PhysRevE.82.046112. Begins
//            with the best of 20 runs of Leiden. Two qualities count as equal when they differ by less
//            than 1e-7 of the total weight, or by less than weights and resolution allow them to.
// See also   leiden.hpp, which is as good on most graphs of this size and proves nothing
#pragma once

#include <cstddef>

#include "algorithms/communities/quality/quality_kind.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

// More vertices than this are refused: the proof would take more memory and time than anybody has.
constexpr VertexId kMostForExact = 200;

struct ExactOptions {
  Quality quality = Quality::modularity;
  double resolution = 1.0;       // >= 0; higher: more and smaller communities
  std::size_t max_nodes = 2000;  // >= 1; subproblems, then the search is given up
};

// Throws InvalidOption for an option outside its range and for a graph of more than kMostForExact
// vertices, and InvalidWeight for weights that are not strengths.
[[nodiscard]] Partition exact(const Graph& graph, const ExactOptions& options = {},
                              const Run& run = {});

}  // namespace summitry
