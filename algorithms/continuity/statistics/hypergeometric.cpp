#include "algorithms/continuity/statistics/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

struct Law {
  double universe, a, b;

  // P(k + 1) / P(k)
  [[nodiscard]] double step(double k) const {
    return (a - k) * (b - k) / ((k + 1.0) * (universe - a - b + k + 1.0));
  }
  [[nodiscard]] double least() const { return std::max(0.0, a + b - universe); }
  [[nodiscard]] double most() const { return std::min(a, b); }
  [[nodiscard]] double mode() const {
    return std::clamp(std::floor((a + 1.0) * (b + 1.0) / (universe + 2.0)), least(), most());
  }
};

double upper_tail(const Law& law, double x) {
  if (x <= law.least()) return 1.0;
  if (x > law.most()) return 0.0;
  const double mode = law.mode();
  double below = mode < x ? 1.0 : 0.0;
  double above = mode < x ? 0.0 : 1.0;
  double term = 1.0;
  for (double k = mode; k < law.most() && term > 0.0; k += 1.0) {
    term *= law.step(k);
    (k + 1.0 < x ? below : above) += term;
  }
  term = 1.0;
  for (double k = mode; k > law.least() && term > 0.0; k -= 1.0) {
    term /= law.step(k - 1.0);
    (k - 1.0 < x ? below : above) += term;
  }
  return above / (below + above);
}

}  // namespace

OverlapExpectation hypergeometric_overlap(std::size_t universe, std::size_t a, std::size_t b,
                                          std::size_t x) {
  if (universe < 1 || a > universe || b > universe) {
    refuse_option("hypergeometric", "universe",
                  "at least 1 and at least the size of either edition", std::to_string(universe));
  }
  const Law law{static_cast<double>(universe), static_cast<double>(a), static_cast<double>(b)};
  OverlapExpectation expectation;
  expectation.mean = law.a * law.b / law.universe;
  if (universe > 1) {
    expectation.sd = std::sqrt(expectation.mean * ((law.universe - law.a) / law.universe) *
                               ((law.universe - law.b) / (law.universe - 1.0)));
  }
  expectation.upper_tail = upper_tail(law, static_cast<double>(x));
  expectation.smallest_tail = upper_tail(law, law.most());
  return expectation;
}

}  // namespace summitry
