// An upper bound on what any partition of valued pairs is worth: the linear programme of
// clique_programme.hpp, solved nearly and bounded exactly.
//
// Any multipliers y >= 0 of the stars bound the optimum from above by
//
//   D(y) = sum of y + sum over pairs of max(0, reduced(i,j)),  reduced = value less what y charges
//
// so that stopping early can make the bound weaker and never wrong.
//
// Gives      the least D(y) that was found, with its reduced values, and an x near the optimum
// Cost       O(n^2 + triangles with a pair of positive value) an iteration
// Method     the primal-dual method of Chambolle & Pock 2011, doi:10.1007/s10851-010-0251-1, with the
//            diagonal steps of Pock & Chambolle 2011, doi:10.1109/ICCV.2011.6126441, and restarts as in
//            Applegate et al. 2021, arXiv:2106.04756
#pragma once

#include <vector>

#include "algorithms/communities/agreement/pair_values.hpp"
#include "algorithms/communities/proofs/clique_programme.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

struct Relaxation {
  double bound = 0.0;
  PairValues reduced;       // of the multipliers that gave the bound
  PairValues share;         // x, as far as it was found
  std::vector<Star> stars;  // those that charge something: where to go on from
  double work = 0.0;        // iterations times stars
};

struct Effort {
  int iterations = 0;  // at most
  double work = 0.0;   // iterations times stars, at most
};

struct RelaxationStart {
  const PairValues* share = nullptr;  // nothing: x = 1 where the value is positive
  std::vector<Star> stars;
};

// Stops as soon as the bound is no more than `enough`, when the optimum is known well enough to say
// that it never will be and no cut helps, and when the effort is spent. Throws Cancelled.
[[nodiscard]] Relaxation clique_bound(const PairValues& pairs, double enough, Effort effort,
                                      const RelaxationStart& start, const Run& run);

}  // namespace summitry::communities
