// How many participants two editions would share if each had drawn its own at random from the same
// universe: the hypergeometric distribution, exactly.
//
//   P(k) = C(a,k) C(N-a,b-k) / C(N,b)      mean a b / N
//   sd = sqrt(a b (N-a) (N-b) / (N^2 (N-1)))
//
//   N  those who could have taken part     a, b  sizes of the two editions
//
// Gives      mean, sd, P(X >= x) and the smallest that it could be. The answer depends on N: report which
//            one was used.
// Cost       O(min(a, b))
// Method     tails are sums of ratios of neighbouring terms, outwards from the most likely one: all
//            positive and at most 1, so nothing cancels or overflows and no logarithm is needed.
//            Chances below the smallest double come out as 0. Keeps the sizes of the editions only;
//            curveball.hpp keeps how often each participant comes as well.
#pragma once

#include <cstddef>

namespace summitry {

struct OverlapExpectation {
  double mean = 0.0;
  double sd = 0.0;
  double upper_tail = 1.0;     // P(X >= x)
  double smallest_tail = 1.0;  // P(X >= min(a, b)), which no tail is below
};

// Requires a, b <= universe and universe >= 1; throws InvalidOption otherwise.
[[nodiscard]] OverlapExpectation hypergeometric_overlap(std::size_t universe, std::size_t a,
                                                        std::size_t b, std::size_t x);

}  // namespace summitry
