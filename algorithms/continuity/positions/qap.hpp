// QAP: how far two graphs on the same vertices agree, and whether more than chance would have it.
//
//   r = Pearson's correlation of the two matrices over pairs of different vertices
//
// Reads      direction yes, the same in both | weights yes, any meaning (1 without) | parallel edges
//            add up | loops do not count
// Gives      r in [-1, 1], missing where one graph is the same over all pairs (none or all joined
//            alike). Against relabelling: both matrices keep their values, one has its rows and
//            columns permuted together. p that a relabelling agrees at least (at most) as much, one-sided.
//            Up to six vertices all n! relabellings, p = #/n!; else `permutations` of them at random,
//            p = (1 + #) / (1 + R).
// Cost       O(permutations * edges of the sparser graph), with n^2 doubles up to 2,000 vertices and
//            a factor of log degree beyond
// Method     Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4. Means and variances do not change
//            by relabelling: only the sum of products is computed again.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct QapOptions {
  std::size_t permutations = 1000;  // >= 1
};

struct QapCorrelation {
  std::optional<double> value;
  double mean = 0.0;  // over relabellings; these four are 0 or 1 when value is missing
  double sd = 0.0;
  double p_at_least = 1.0;
  double p_at_most = 1.0;
  double smallest_p = 1.0;
  std::size_t permutations = 0;  // done
  bool exact = false;            // all relabellings
};

// Throws InvalidOption, also for graphs of different sizes or directions, and Cancelled.
[[nodiscard]] QapCorrelation qap_correlation(const Graph& first, const Graph& second,
                                             const QapOptions& options = {}, const Run& run = {});

}  // namespace summitry
