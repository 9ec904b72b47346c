#include "algorithms/continuity/statistics/hypergeometric.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// Every subset of b out of N as bits, against the first a.
OverlapExpectation by_counting(unsigned universe, unsigned a, unsigned b, unsigned x) {
  double count = 0.0;
  double sum = 0.0;
  double squares = 0.0;
  double at_least = 0.0;
  for (unsigned subset = 0; subset < (1U << universe); ++subset) {
    if (static_cast<unsigned>(__builtin_popcount(subset)) != b) continue;
    const auto overlap = static_cast<unsigned>(__builtin_popcount(subset & ((1U << a) - 1U)));
    count += 1.0;
    sum += overlap;
    squares += overlap * overlap;
    at_least += overlap >= x ? 1.0 : 0.0;
  }
  const double mean = sum / count;
  return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean)), at_least / count};
}

TEST_CASE("hypergeometric: two of four against two of four, by hand", "[algorithms][continuity]") {
  // six draws: one shares both, four share one, one shares none
  const auto expected = hypergeometric_overlap(4, 2, 2, 2);
  CHECK(expected.mean == 1.0);
  CHECK(expected.sd == Approx(std::sqrt(1.0 / 3.0)));
  CHECK(expected.upper_tail == Approx(1.0 / 6.0).epsilon(1e-14));
  CHECK(hypergeometric_overlap(4, 2, 2, 1).upper_tail == Approx(5.0 / 6.0).epsilon(1e-14));
  CHECK(hypergeometric_overlap(4, 2, 2, 0).upper_tail == 1.0);
}

TEST_CASE("hypergeometric: equals counting all subsets", "[algorithms][continuity]") {
  for (unsigned universe = 1; universe <= 9; ++universe) {
    for (unsigned a = 0; a <= universe; ++a) {
      for (unsigned b = 0; b <= universe; ++b) {
        for (unsigned x = 0; x <= universe; ++x) {
          INFO("N " << universe << ", a " << a << ", b " << b << ", x " << x);
          const auto expected = by_counting(universe, a, b, x);
          const auto found = hypergeometric_overlap(universe, a, b, x);
          CHECK(found.mean == Approx(expected.mean).margin(1e-13));
          CHECK(found.sd == Approx(expected.sd).margin(1e-7));
          CHECK(found.upper_tail == Approx(expected.upper_tail).margin(1e-13));
        }
      }
    }
  }
}

TEST_CASE("hypergeometric: far tails keep their digits", "[algorithms][continuity]") {
  // all of 50 come back, out of 100: one subset of C(100,50)
  CHECK(hypergeometric_overlap(100, 50, 50, 50).upper_tail == Approx(9.91165302e-30).epsilon(1e-8));
  const auto large = hypergeometric_overlap(1000000, 500000, 500000, 500000);
  CHECK(large.upper_tail == 0.0);  // below the smallest double
  CHECK(large.mean == 250000.0);
  CHECK(hypergeometric_overlap(1000000, 500000, 500000, 250000).upper_tail ==
        Approx(0.5).margin(1e-3));
  CHECK(hypergeometric_overlap(10, 8, 7, 5).upper_tail == 1.0);  // five must overlap
  CHECK(hypergeometric_overlap(10, 3, 3, 4).upper_tail == 0.0);
}

TEST_CASE("hypergeometric: the universe must hold both editions", "[algorithms][continuity]") {
  CHECK_THROWS_AS(hypergeometric_overlap(0, 0, 0, 0), InvalidOption);
  CHECK_THROWS_AS(hypergeometric_overlap(5, 6, 2, 0), InvalidOption);
  CHECK_THROWS_AS(hypergeometric_overlap(5, 2, 6, 0), InvalidOption);
  CHECK(hypergeometric_overlap(1, 1, 1, 1).sd == 0.0);
}

TEST_CASE("hypergeometric: 29 and 60 out of 195 states", "[algorithms][continuity]") {
  // the same by SciPy's hypergeom: 8.923, P(X >= 20) = 4.6e-6, P(X >= 9) = .565
  const auto far = hypergeometric_overlap(195, 29, 60, 20);
  CHECK(far.mean == Approx(8.923).margin(5e-4));
  CHECK(far.upper_tail == Approx(4.6e-6).epsilon(0.02));
  CHECK(hypergeometric_overlap(195, 29, 60, 9).upper_tail == Approx(0.565).margin(5e-4));
}

}  // namespace
}  // namespace summitry
