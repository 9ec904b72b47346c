// The upper tail of the chi-square distribution, for whole degrees of freedom.
//
//   even df   exp(-x/2) * sum over i < df/2 of (x/2)^i / i!
//   odd df    erfc(sqrt(x/2)) + exp(-x/2) * sum over 1 <= i <= (df-1)/2 of (x/2)^(i-1/2) / Gamma(i+1/2)
//
// Gives      P(X >= x) in [0, 1]; 1 for x <= 0. All terms are positive: nothing cancels
// Cost       O(df)
// Method     Abramowitz & Stegun 1964, 26.4.4 and 26.4.5
#pragma once

#include <cstddef>

namespace summitry {

// Requires df >= 1; throws InvalidOption otherwise.
[[nodiscard]] double chi_square_tail(double x, std::size_t df);

}  // namespace summitry
