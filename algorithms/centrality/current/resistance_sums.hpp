// How far a vertex is from all others by all paths together: the sum of its effective resistances.
//
//   R(v) = sum over u of r(u, v) = c L+(v,v) + trace L+
//
//   L+  the pseudo-inverse of the Laplacian of v's component     c  its size
//
// Gives      by vertex; not a number without neighbours. With an error e > 0: every value within
//            a factor of 1 +- e at once, with a chance of 99 in 100
// Cost       exact: that of a factor (factor.hpp), or c solutions where it would be too large.
//            Sampled: O(log c / e^2) solutions
// Method     L+(v,v) is the squared length of column v of W^(1/2) B L+, which random signs keep:
//            Spielman & Srivastava 2011, doi:10.1137/080734029
// See also   information.hpp, current_flow_closeness.hpp
#pragma once

#include <span>

#include "algorithms/centrality/circuits/potentials.hpp"
#include "algorithms/centrality/circuits/resistance.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

[[nodiscard]] Scores resistance_sums(const Circuit& circuit, double error, const Run& run);

// The same, exact, by place in one component.
[[nodiscard]] Scores resistance_sums(const Component& component, const Potentials& potentials,
                                     const Run& run);
// The resistance between the ends of each wire.
[[nodiscard]] Scores wire_resistances(const Component& component, std::span<const Wire> wires,
                                      const Potentials& potentials, const Run& run);

}  // namespace summitry
