// How many of several independent events happen, each with a chance of its own: the Poisson-binomial law.
//
// Gives      P(X >= x), exactly (up to rounding); mean and standard deviation
// Cost       O(n * x)
// Method     the chances are convolved one by one, counts of x and above in one cell (Barlow &
//            Heidtmann 1984, doi:10.1109/TR.1984.5221843); sums of positive terms only
#pragma once

#include <cstddef>
#include <span>

namespace summitry {

struct PoissonBinomial {
  double mean = 0.0;
  double sd = 0.0;
  double upper_tail = 1.0;     // P(X >= x)
  double smallest_tail = 1.0;  // that all happen that can; no tail of a possible count is below
};

// Throws InvalidOption for a chance outside [0, 1].
[[nodiscard]] PoissonBinomial poisson_binomial(std::span<const double> chances, std::size_t x);

}  // namespace summitry
