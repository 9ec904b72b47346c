// Leiden: communities of high modularity (or CPM quality), each of them connected.
//
//   repeat until nothing changes
//     move vertices to the community where the quality gains most, by a queue
//     refine every community into well-connected groups (but see Method)
//     condense the graph to one vertex a group, keep the communities, and go on with that graph
//
// Reads      direction yes (Leicht-Newman's modularity) | weights yes, strengths >= 0 | parallel
//            edges add up | loops count in degrees
// Gives      canonical numbers (by falling size, then smallest vertex) and the quality reached. Every
//            community is connected, and can be put together from its vertices by mergers that lose
//            nothing (the paper's gamma-connected). Isolated vertices are communities of their own.
//            Depends on run.seed, not on the threads.
//            Once it has converged (convergence->reached), no move of one vertex raises the quality, and
//            no merger of two communities; and each community has been refined as it is, once, without
//            a group of it finding a better place. Nothing more is promised of several vertices: that no
//            subset gains by moving holds in the paper's limit of many iterations, and a run that has
//            become stable may fall short of it.
// Cost       O(rounds * (n + m)) time in practice, O(n + m) memory. Most of the quality is there after
//            two iterations (max_iterations = 2, the fast setting), which take from nearly all of the time
//            where communities are clear to a tenth where they are not.
// Method     Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z. CPM: Traag, Van Dooren &
//            Nesterov 2011, doi:10.1103/PhysRevE.84.016114. The first two iterations end a level
//            when a round gains little beside what the level's rounds have gained (less than a hundredth;
//            a tenth in graphs of more than 65,000 edges), the later ones when no vertex moves. Where
//            there are more edges than that, three things differ from the paper. Vertices do not begin
//            alone, but with a neighbour (see first_joins.hpp). The first of several iterations refines
//            nothing at its lowest level, as Louvain's, in graphs of 65,536 vertices and more, and of
//            8,192 where two iterations are asked for; those two then end up to 0.0005 of modularity
//            lower where communities are not clear. And the later ones keep whole what the one before left as it
//            was; when that is all, all is refined again, unless 1/10,000 or less was gained since the last
//            time. That takes a fraction of the time, for about 0.0002 of modularity.
//            Finding the optimum is NP-hard: take the best of several seeds (detect.hpp).
// See also   modularity.hpp, cpm.hpp, louvain.hpp
#pragma once

#include "algorithms/communities/quality/quality_kind.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct LeidenOptions {
  Quality quality = Quality::modularity;
  double resolution = 1.0;   // >= 0; higher: more and smaller communities
  double randomness = 0.01;  // > 0; of the refinement, in mean edge weights
  int max_iterations = 100;  // >= 1; each runs through all levels; 2: fast, see Cost
};

// Throws InvalidOption for an option outside its range and InvalidWeight for weights that are not
// strengths. Stopping at max_iterations is not an error: convergence->reached is false, and its change
// is what the last iteration changed in the quality.
[[nodiscard]] Partition leiden(const Graph& graph, const LeidenOptions& options = {},
                               const Run& run = {});

}  // namespace summitry
