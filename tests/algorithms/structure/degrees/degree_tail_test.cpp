// The tail of a distribution of whole numbers.
#include "algorithms/structure/degrees/degree_tail.hpp"

#include <algorithm>
#include <boost/math/special_functions/zeta.hpp>
#include <cmath>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry::testing {
namespace {

using Sizes = std::vector<std::uint64_t>;

// Riemann's zeta, and one term after the other taken off it.
double slow_zeta(double s, std::uint64_t q) {
  double sum = boost::math::zeta(s);
  for (std::uint64_t k = 1; k < q; ++k) sum -= std::pow(static_cast<double>(k), -s);
  return sum;
}

// By inverting the cumulative sums of the law one by one.
Sizes power_law(double exponent, std::uint64_t start, std::size_t count, std::uint64_t seed) {
  Random random(seed);
  const double whole = slow_zeta(exponent, start);
  Sizes values;
  while (values.size() < count) {
    double left = random.unit() * whole;
    std::uint64_t x = start;
    for (; x < 1000000 && left > 0.0; ++x) left -= std::pow(static_cast<double>(x), -exponent);
    values.push_back(std::max(start, x - 1));
  }
  return values;
}

struct SlowFit {
  std::uint64_t start = 0;
  double exponent = 0.0;
  double distance = 2.0;
};

double slow_likelihood(const Sizes& tail, double a, std::uint64_t start) {
  const double log_zeta = std::log(slow_zeta(a, start));
  double sum = 0.0;
  for (const std::uint64_t x : tail) sum += -a * std::log(static_cast<double>(x)) - log_zeta;
  return sum;
}

// Golden section over exponents; the distance at every whole number up to the largest value.
SlowFit slow_fit_from(const Sizes& tail, std::uint64_t start) {
  double low = 1.01;
  double high = 12.0;
  const double golden = (std::sqrt(5.0) - 1.0) / 2.0;
  while (high - low > 1e-7) {
    const double a = high - golden * (high - low);
    const double b = low + golden * (high - low);
    (slow_likelihood(tail, a, start) < slow_likelihood(tail, b, start) ? low : high) =
        slow_likelihood(tail, a, start) < slow_likelihood(tail, b, start) ? a : b;
  }
  SlowFit fit{start, (low + high) / 2.0, 0.0};
  const double whole = slow_zeta(fit.exponent, start);
  double law = 0.0;
  double counted = 0.0;
  for (std::uint64_t x = start; x <= *std::max_element(tail.begin(), tail.end()); ++x) {
    law += std::pow(static_cast<double>(x), -fit.exponent) / whole;
    counted += static_cast<double>(std::count(tail.begin(), tail.end(), x)) /
               static_cast<double>(tail.size());
    fit.distance = std::max(fit.distance, std::abs(law - counted));
  }
  return fit;
}

SlowFit slow_fit(const Sizes& values) {
  SlowFit best;
  const std::uint64_t largest = *std::max_element(values.begin(), values.end());
  for (std::uint64_t start = 1; start < largest; ++start) {
    if (std::count(values.begin(), values.end(), start) == 0) continue;
    Sizes tail;
    for (const std::uint64_t x : values) {
      if (x >= start) tail.push_back(x);
    }
    if (tail.size() < 10) break;
    const SlowFit fit = slow_fit_from(tail, start);
    if (fit.distance < best.distance) best = fit;
  }
  return best;
}

}  // namespace

TEST_CASE("tail: zeta from a start is Riemann's without its first terms", "[algorithms][tail]") {
  for (const double s : {1.05, 1.5, 2.0, 2.5, 3.7, 6.0}) {
    for (const std::uint64_t q : {1, 2, 3, 7, 12}) {
      CHECK(zeta_from(s, static_cast<double>(q)) == Approx(slow_zeta(s, q)).epsilon(1e-9));
    }
  }
  const double pi = std::acos(-1.0);
  CHECK(zeta_from(2.0, 1.0) == Approx(pi * pi / 6.0).epsilon(1e-14));
  CHECK(zeta_from(4.0, 1.0) == Approx(std::pow(pi, 4) / 90.0).epsilon(1e-14));
}

TEST_CASE("tail: agrees with a slow fit", "[algorithms][tail]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    Sizes values = power_law(2.6 + 0.1 * static_cast<double>(seed), 1 + seed % 3, 120, seed);
    for (std::uint64_t& value : values) value = std::min<std::uint64_t>(value, 60);
    const SlowFit expected = slow_fit(values);
    const auto found = fit_tail(values);
    REQUIRE(found);
    CHECK(found->start == expected.start);
    CHECK(found->exponent == Approx(expected.exponent).epsilon(1e-5));
    CHECK(found->distance == Approx(expected.distance).margin(1e-6));
  }
}

TEST_CASE("tail: finds the exponent that values were drawn with", "[algorithms][tail]") {
  const auto found = fit_tail(power_law(2.5, 4, 5000, 3), {.start = 4});
  REQUIRE(found);
  CHECK(found->values == 5000);
  CHECK(std::abs(found->exponent - 2.5) < 3.0 * found->exponent_sd);
  CHECK(found->exponent_sd == Approx(1.5 / std::sqrt(5000.0)).epsilon(0.1));  // (a - 1) / sqrt(n)
  CHECK(*found->rivals.at(0).deviations > 2.0);
}

TEST_CASE("tail: the values at the start alone decide where it is", "[algorithms][tail]") {
  // A power law from 6 on, and as many of each size below it.
  Sizes values = power_law(2.7, 6, 3000, 11);
  for (std::uint64_t x = 1; x < 6; ++x) values.insert(values.end(), 500, x);
  const auto found = fit_tail(values);
  REQUIRE(found);
  CHECK(found->start >= 6);
  CHECK(found->start <= 9);
  CHECK(std::abs(found->exponent - 2.7) < 4.0 * found->exponent_sd);
}

TEST_CASE("tail: p lets a power law stand and rules an exponential out", "[algorithms][tail]") {
  const auto law = fit_tail(power_law(2.5, 1, 400, 5), {.samples = 40, .start = 1});
  REQUIRE(law);
  CHECK(*law->p > 0.1);
  Random random(9);
  Sizes values;
  for (int i = 0; i < 400; ++i) {
    values.push_back(1 + static_cast<std::uint64_t>(-6.0 * std::log(1.0 - random.unit())));
  }
  const auto other = fit_tail(values, {.samples = 40, .start = 1});
  REQUIRE(other);
  CHECK(*other->p < 0.1);
  CHECK(*other->rivals.at(0).deviations < -2.0);
}

TEST_CASE("tail: samples with a start of their own, the same on any number of threads",
          "[algorithms][tail][parallel]") {
  const Sizes values = power_law(2.4, 2, 200, 21);
  Run run;
  run.threads = 1;
  const auto one = fit_tail(values, {.samples = 20}, run);
  REQUIRE(one);
  for (const int threads : {2, 4}) {
    run.threads = threads;
    const auto more = fit_tail(values, {.samples = 20}, run);
    REQUIRE(more);
    CHECK(more->p == one->p);
    CHECK(more->exponent == one->exponent);
  }
  CHECK(*one->p > 0.0);
}

TEST_CASE("tail: too few values give no fit, and options have ranges", "[algorithms][tail]") {
  CHECK_FALSE(fit_tail(Sizes{}));
  CHECK_FALSE(fit_tail(Sizes{1, 2, 3, 4, 5, 6, 7, 8, 9}));
  CHECK_FALSE(fit_tail(Sizes(50, 3)));
  CHECK_FALSE(fit_tail(Sizes(50, 0)));
  CHECK(fit_tail(Sizes{1, 1, 1, 1, 1, 1, 2, 2, 3, 4}));
  CHECK_THROWS_AS(fit_tail(Sizes{1, 2}, {.samples = -1}), InvalidOption);
}

TEST_CASE("tail: of the karate club's degrees", "[algorithms][tail]") {
  // Zachary 1977. The slow fit of this file; nothing is published for it.
  Sizes degrees;
  for (VertexId v = 0; v < 34; ++v) degrees.push_back(karate().degree(v));
  const auto found = degree_tail(karate());
  REQUIRE(found);
  CHECK(found->start == slow_fit(degrees).start);
  CHECK(found->exponent == Approx(slow_fit(degrees).exponent).epsilon(1e-5));
}

}  // namespace summitry::testing
