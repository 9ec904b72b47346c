// Infomap: modules between which a random walker seldom steps, by the shortest description of the
// walk (two-level map equation).
//
//   repeat until nothing changes
//     move vertices to the module that shortens the description most, by a queue
//     refine every module into submodules, by the same measure
//     condense the graph to one vertex a submodule, keep the modules, and go on with that graph
//
// Reads      direction yes | weights yes, strengths >= 0 | parallel edges add up | a loop is a step
//            that stays
// Gives      canonical numbers (by falling size, then smallest vertex); quality is minus the code
//            length in bits a step, so that higher is better. A vertex that no flow reaches is a
//            module of its own. Depends on run.seed, not on the threads.
// Cost       O(rounds * (n + m)) time in practice, O(n + m) memory; PageRank for directed graphs
// Method     Rosvall, Axelsson & Bergstrom 2009, doi:10.1140/epjst/e2010-01179-1. Moving single
//            vertices and submodules again is theirs; submodules come from a refinement as in Leiden
//            (Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z). Jumps are unrecorded
//            unless asked, the default of Infomap at mapequation.org. One module for all is the
//            answer where no division shortens the description.
// See also   map_equation.hpp, the measure; leiden.hpp
#pragma once

#include "algorithms/communities/flows/map_equation.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct InfomapOptions {
  Jumps jumps = Jumps::unrecorded;
  double damping = 0.85;     // in [0, 1); chance of following an edge instead of jumping
  int max_iterations = 100;  // >= 1; each runs through all levels
};

// Throws InvalidOption for an option outside its range and InvalidWeight for weights that are not
// strengths. Stopping at max_iterations is not an error: convergence->reached is false.
[[nodiscard]] Partition infomap(const Graph& graph, const InfomapOptions& options = {},
                                const Run& run = {});

}  // namespace summitry
