#include "algorithms/continuity/statistics/beta.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace summitry {
namespace {

// Lanczos' series with g = 7, good to about 15 digits for x > 0.
double log_gamma(double x) {
  constexpr std::array<double, 9> kSeries = {
      0.99999999999980993,  676.5203681218851,     -1259.1392167224028,
      771.32342877765313,   -176.61502916214059,   12.507343278686905,
      -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
  const double shifted = x - 1.0;
  double sum = kSeries[0];
  for (std::size_t i = 1; i < kSeries.size(); ++i) {
    sum += kSeries[i] / (shifted + static_cast<double>(i));
  }
  const double t = shifted + 7.5;
  return 0.5 * std::log(2.0 * std::numbers::pi) + (shifted + 0.5) * std::log(t) - t + std::log(sum);
}

double away_from_zero(double value) {
  constexpr double kTiny = 1e-300;
  return std::fabs(value) < kTiny ? kTiny : value;
}

double continued_fraction(double x, double a, double b) {
  constexpr int kMostSteps = 100000;  // about sqrt(max(a, b)) are needed
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double value = d;
  for (int i = 1; i < kMostSteps; ++i) {
    const double m = i;
    const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
    d = 1.0 / away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    value *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
    d = 1.0 / away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    value *= d * c;
    if (std::fabs(d * c - 1.0) < 1e-15) break;
  }
  return value;
}

}  // namespace

double beta_distribution(double x, double a, double b) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  const double front = std::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) +
                                b * std::log1p(-x));
  if (x < (a + 1.0) / (a + b + 2.0)) return front * continued_fraction(x, a, b) / a;
  return 1.0 - front * continued_fraction(1.0 - x, b, a) / b;
}

double beta_quantile(double p, double a, double b) {
  double low = 0.0;
  double high = 1.0;
  for (int i = 0; i < 200 && high - low > 0.0; ++i) {
    const double middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    (beta_distribution(middle, a, b) < p ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

double student_two_sided(double t, double degrees) {
  if (std::isinf(t)) return 0.0;
  return beta_distribution(degrees / (degrees + t * t), 0.5 * degrees, 0.5);
}

double normal_two_sided(double z) {
  return std::erfc(std::fabs(z) / std::numbers::sqrt2);
}

ShareInterval jeffreys_interval(double successes, double trials) {
  const double a = successes + 0.5;
  const double b = trials - successes + 0.5;
  ShareInterval interval;
  if (successes > 0.0) interval.low = beta_quantile(0.025, a, b);
  if (successes < trials) interval.high = beta_quantile(0.975, a, b);
  return interval;
}

}  // namespace summitry
