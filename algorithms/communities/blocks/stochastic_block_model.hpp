// Groups by the stochastic block model: the partition by which the graph, the groups and the edges
// between them take the fewest nats to write down (description_length.hpp). It needs no number of groups
// and finds none in a random graph; groups may be disassortative: what vertices of one group share is
// whom they are joined to.
//
//   begin with every vertex alone; merge pairs of groups, the cheapest first, and sweep over the
//   vertices, for ever fewer groups; return to where the description was shortest, look between there
//   and its neighbours; then sweep, merge, split, and merge and split again until nothing helps
//
// Reads      direction yes | weights as numbers of parallel edges, whole numbers | loops yes
// Gives      canonical numbers (by falling size, then smallest vertex); quality is minus the description
//            length in nats, so that higher is better. Groups need not be connected; isolated vertices
//            are a group of their own or join one. Depends on run.seed, not on the threads.
// Cost       O((n + m) log^2 n) time in practice, O(n + m) memory
// Method     Peixoto 2014, doi:10.1103/PhysRevX.4.011047 and 10.1103/PhysRevE.89.012804 (agglomeration);
//            2017, doi:10.1103/PhysRevE.95.012317 (description length); 2020,
//            doi:10.1103/PhysRevE.102.012305 (merge and split). Degrees as in Karrer & Newman 2011,
//            doi:10.1103/PhysRevE.83.016107. The model of graph-tool's minimize_blockmodel_dl().
// See also   description_length.hpp, block_search.hpp
#pragma once

#include <string>
#include <string_view>

#include "algorithms/communities/blocks/description_length.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct StochasticBlockModelOptions {
  Degrees degrees = Degrees::corrected;
  int max_iterations = 20;  // >= 1; rounds of sweeps, mergers and splits at the end
};

[[nodiscard]] std::string option_text(Degrees degrees);
[[nodiscard]] bool read_option(std::string_view text, Degrees& degrees);

// Throws InvalidOption for an option outside its range, and InvalidWeight for weights that are not
// whole numbers >= 0 or amount to 2^31 edges. Stopping at max_iterations is not an error:
// convergence->reached is false.
[[nodiscard]] Partition stochastic_block_model(const Graph& graph,
                                               const StochasticBlockModelOptions& options = {},
                                               const Run& run = {});

}  // namespace summitry
