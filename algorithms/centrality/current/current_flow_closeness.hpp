// Current-flow closeness: how near a vertex is to the others when current takes all paths together.
//
//   c(v) = 1 / sum over u of r(u, v)
//
//   r  effective resistance, edges conducting as much as they weigh
//
// Reads      direction no: reciprocal edges add up | strengths, >= 0 | parallel edges add up | loops
//            do not matter
// Gives      values > 0; normalized: times c - 1, c the size of the component, the inverse of the mean
//            resistance; on a tree without weights that is closeness within the component. Not a
//            number (missing) for a vertex without neighbours
// Cost       as information.hpp
// Method     Brandes & Fleischer 2005, doi:10.1007/978-3-540-31856-9_44, who normalize, and prove it to
//            be information centrality up to the factor c. Raw as NetworkX, which refuses
//            disconnected graphs. Sampled: Spielman & Srivastava 2011, doi:10.1137/080734029
// See also   information.hpp, closeness.hpp, resistance_sums.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct CurrentFlowClosenessOptions {
  Scale scale = Scale::raw;
  double error =
      0.0;  // in [0, 1); 0: exact, else relative, of all values at once in 99 of 100 runs
};

// Random by run.seed where an error is allowed. Throws InvalidOption, and InvalidWeight for distances
// and for a negative weight.
[[nodiscard]] Scores current_flow_closeness(const Graph& graph,
                                            const CurrentFlowClosenessOptions& options = {},
                                            const Run& run = {});

}  // namespace summitry
