// Current-flow betweenness: how much current passes through a vertex when one unit flows between
// every pair of others, along all paths and not only the shortest.
//
//   b(v) = sum over pairs s < t of v's component, both other than v, of
//          1/2 * sum over edges v-w of |current along v-w|
//
// Reads      direction no: reciprocal edges add up | strengths, >= 0, as conductances | parallel edges
//            add up | loops do not matter
// Gives      values >= 0; pairs of which v is an end are left out, as in betweenness; normalized:
//            divided by the pairs (c-1)(c-2)/2, c the size of the component; isolates 0. With an error
//            e > 0: every value within e times the pairs c(c-1)/2 at once in 99 of 100 runs
// Cost       exact: O(e c) time for a component of c vertices and e edges beside a linear system a
//            vertex (O(c^2) memory, up to 8192 vertices) or a few (512 MiB), at most one an edge;
//            with an error: O(log c / error^2) linear systems, and never more than an edge
// Method     Newman 2005, doi:10.1016/j.socnet.2004.11.009 (who counts the ends as well: c - 1 more);
//            summing up along sorted rows, and sampling pairs: Brandes & Fleischer 2005,
//            doi:10.1007/978-3-540-31856-9_44. Normalized as NetworkX, which refuses disconnected
//            graphs.
// See also   wire_flows.hpp, betweenness.hpp, information.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct CurrentFlowBetweennessOptions {
  Scale scale = Scale::raw;
  double error = 0.0;  // in [0, 1); 0: exact, else of the mean over all pairs, in 99 of 100 runs
};

// Random by run.seed where an error is allowed. Throws InvalidOption, and InvalidWeight for distances
// and for a negative weight.
[[nodiscard]] Scores current_flow_betweenness(const Graph& graph,
                                              const CurrentFlowBetweennessOptions& options = {},
                                              const Run& run = {});

}  // namespace summitry
