// Label propagation: every vertex takes the label that most of its neighbours have, until every
// vertex has one of those.
//
// Reads      direction no: arcs both ways add up | weights yes, strengths >= 0, a neighbour counts by
//            its weight | parallel edges add up | loops do not count
// Gives      canonical numbers, each community connected; no quality is optimised, and the modularity
//            of the result is given. Isolated vertices are communities of their own. Depends on
//            run.seed, not on the threads.
// Cost       O(rounds * (n + m)) time, O(n + m) memory
// Method     Raghavan, Albert & Kumara 2007, doi:10.1103/PhysRevE.76.036106: asynchronous, in random
//            order, ties by chance (after the fifth round a vertex whose own label ties keeps it, so
//            that it comes to an end); parts of a label that are not connected become communities of
//            their own, as they prescribe. After the first round only those are visited that a
//            neighbour has left for another label than theirs, in that order: the fast variant of
//            Traag & Subelj 2023, doi:10.1038/s41598-023-29610-z. igraph's never lets ties stay.
// See also   leiden.hpp; different seeds may give very different results here
#pragma once

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct LabelPropagationOptions {
  int max_iterations = 1000;  // >= 1; rounds over all vertices
};

// Throws InvalidOption for an option outside its range and InvalidWeight for weights that are not
// strengths. Stopping at max_iterations is not an error: convergence->reached is false.
[[nodiscard]] Partition label_propagation(const Graph& graph,
                                          const LabelPropagationOptions& options = {},
                                          const Run& run = {});

}  // namespace summitry
