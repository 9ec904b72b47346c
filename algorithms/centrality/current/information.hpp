// Information centrality: how little all paths together, not only the shortest, keep a vertex from
// the others.
//
//   i(v) = n / sum over u of r(u, v)
//
//   r  effective resistance, edges conducting as much as they weigh     n  vertices of v's component
//
// Reads      direction no: reciprocal edges add up | strengths, >= 0 | parallel edges add up | loops
//            do not matter
// Gives      values > 0, the harmonic mean of 1 / r over the component (v itself counting 0);
//            not a number (missing) for a vertex without neighbours
// Cost       exact: that of a sparse factor of the Laplacian and of its inverse where it has entries;
//            with an error: O(log c / error^2) linear systems, c the size of the component
// Method     Stephenson & Zelen 1989, doi:10.1016/0378-8733(89)90016-6. NetworkX leaves out the
//            factor n (and refuses disconnected graphs). Sampled: Spielman & Srivastava 2011,
//            doi:10.1137/080734029
// See also   current_flow_closeness.hpp, resistance_sums.hpp
#pragma once

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct InformationOptions {
  double error =
      0.0;  // in [0, 1); 0: exact, else relative, of all values at once in 99 of 100 runs
};

// Random by run.seed where an error is allowed. Throws InvalidOption, and InvalidWeight for distances
// and for a negative weight.
[[nodiscard]] Scores information(const Graph& graph, const InformationOptions& options = {},
                                 const Run& run = {});

}  // namespace summitry
