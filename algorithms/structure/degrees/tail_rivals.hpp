// Other laws for the tail of a distribution of whole numbers, each fitted by maximum likelihood, and
// whether it says more about the tail than the power law does.
//
//   p(x) = f(x) / sum over k >= x0 of f(k)     for whole x >= x0
//
//   exponential            f(x) = exp(-l x)
//   log-normal             f(x) = 1/x exp(-(ln x - m)^2 / (2 s^2))
//   stretched exponential  f(x) = x^(b-1) exp(-l x^b)                    b in [0.02, 5]
//   truncated power law    f(x) = x^-a exp(-l x)                         l >= 0
//
//   R = sum over the tail of (ln p of the power law - ln p of the other): above 0 speaks for the power
//   law, below 0 for the other
//
// Gives      p: the chance of an R as far from 0 where neither law is nearer to the truth; a large one
//            means that the values cannot tell. The truncated power law contains the power law, so R
//            is never above 0, and p is the chance of as much where nothing is truncated. A log-normal
//            as wide as it likes is a power law in the limit: s is at most 700
// Cost       O(s) a likelihood for s different values, about ten thousand of them; and the sums over k,
//            explicit as far as they bend and by Euler & Maclaurin beyond
// Method     Clauset, Shalizi & Newman 2009, doi:10.1137/070710111 (table 2.1, appendix C), their f
//            summed over whole numbers; Vuong 1989, doi:10.2307/1912557; the nested one: Wilks 1938,
//            doi:10.1214/aoms/1177732360. powerlaw and poweRlaw give whole numbers the share of the
//            interval around them instead, which near 1 is another law
// See also   degree_tail.hpp
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace summitry {

struct TailRival {
  std::string_view name;
  // (l, 0), (m, s), (l, b), (a, l): as in the formulas above.
  std::array<double, 2> parameters{};
  double log_likelihood = 0.0;
  double ratio = 0.0;  // R
  // R by its standard deviation; missing where the two laws do not differ, and for one that contains
  // the power law.
  std::optional<double> deviations;
  double p = 1.0;
  bool contains_power_law = false;
};

// How often each value of a tail occurs. Values rise and begin with x0; at least two.
struct CountedTail {
  std::span<const std::uint64_t> values;
  std::span<const std::size_t> counts;
};

// In the order of the formulas. `exponent` is the power law's, by maximum likelihood.
[[nodiscard]] std::vector<TailRival> tail_rivals(const CountedTail& tail, double exponent);

}  // namespace summitry
