// The beta distribution and what follows from it: tails of Student's t and intervals of shares.
//
//   I(x; a, b)  probability that a beta(a, b) number is at most x
//
// Gives      probabilities in [0, 1], to about twelve digits
// Cost       tens of steps a value
// Method     continued fraction by Lentz' algorithm, on the side of the mean where it converges fast;
//            log gamma by Lanczos' series (the library's writes to a global); quantiles by bisection.
//            Interval of a share: Jeffreys' prior, Brown, Cai & DasGupta 2001,
//            doi:10.1214/ss/1009213286
#pragma once

#include "engine/share_interval.hpp"

namespace summitry {

// a, b > 0; x is clamped to [0, 1].
[[nodiscard]] double beta_distribution(double x, double a, double b);
// The x with beta_distribution(x, a, b) == p, p in [0, 1].
[[nodiscard]] double beta_quantile(double p, double a, double b);
// P(|T| >= |t|) of Student's t with so many degrees of freedom, > 0.
[[nodiscard]] double student_two_sided(double t, double degrees);
// P(|Z| >= |z|) of the standard normal.
[[nodiscard]] double normal_two_sided(double z);

// 95 % interval of a share seen as `successes` of `trials` (halves allowed): the middle of
// beta(successes + 1/2, failures + 1/2), which reaches 0 without successes and 1 without failures.
[[nodiscard]] ShareInterval jeffreys_interval(double successes, double trials);

}  // namespace summitry
