#include "algorithms/communities/proofs/restricted_partitions.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace summitry::communities {
namespace {

constexpr std::int64_t kExactBelow = 10000;  // q(9999, 9999) is about 10^106: no overflow
constexpr std::int64_t kTableBelow = 1025;
constexpr std::int64_t kFewParts = 16;
constexpr double kFirstLog = -7.0;  // ln of the least k / sqrt(m) in the table
constexpr double kLastLog = 3.5;    // above, e^(-v) is below the rounding of 1
constexpr std::size_t kSteps = 2048;

// Li2(1 - e^(-v)), v >= 0: a series in Bernoulli numbers for small v, Euler's reflection for others.
double dilogarithm(double v) {
  if (v < 1.0) {
    const double s = v * v;
    return v - 0.25 * s +
           v * s *
               (1.0 / 36.0 + s * (-1.0 / 3600.0 +
                                  s * (1.0 / 211680.0 + s * (-1.0 / 10886400.0 +
                                                             s * (1.0 / 526901760.0 +
                                                                  s * (-691.0 / 16999766784000.0 +
                                                                       s / 1120863744000.0))))));
  }
  const double x = std::exp(-v);
  double power = x;
  double sum = 0.0;
  for (int k = 1; k < 60 && power > 1e-18; ++k) {
    sum += power / static_cast<double>(k * k);
    power *= x;
  }
  return std::numbers::pi * std::numbers::pi / 6.0 + v * std::log1p(-x) - sum;
}

// q(m, k) is about factor(u) / m * exp(sqrt(m) exponent(u)) with u = k / sqrt(m).
struct Asymptotic {
  double log_factor = 0.0;
  double exponent = 0.0;
};

Asymptotic asymptotic(double u) {
  double v = u;
  for (double change = 1.0; change > 1e-8;) {
    const double next = u * std::sqrt(dilogarithm(v));
    change = std::abs(next - v);
    v = next;
  }
  const double x = std::exp(-v);
  return {std::log(v) - std::log1p(-x * (1.0 + u * u / 2.0)) / 2.0 - 1.5 * std::numbers::ln2 -
              std::log(u) - std::log(std::numbers::pi),
          2.0 * v / u - u * std::log1p(-x)};
}

double log_factorial(double n) {
  double sum = 0.0;
  for (double i = 2.0; i <= n; ++i) sum += std::log(i);
  return sum;
}

// Compositions of m into k parts, over k!: k is below m^(1/4), so a loop is short.
double few_parts_of_much(double m, double k) {
  double choices = 0.0;  // ln of m - 1 choose k - 1
  for (double i = 1.0; i < k; ++i) choices += std::log((m - i) / i);
  return choices - log_factorial(k);
}

bool is_few(std::int64_t m, std::int64_t k) {
  return static_cast<double>(k) < std::pow(static_cast<double>(m), 0.25);
}

double log_of_large(std::int64_t m, std::int64_t k) {
  const double total = static_cast<double>(m);
  if (is_few(m, k)) return few_parts_of_much(total, static_cast<double>(k));
  const Asymptotic form = asymptotic(static_cast<double>(k) / std::sqrt(total));
  return form.log_factor - std::log(total) + std::sqrt(total) * form.exponent;
}

// Goes on from q(., k - 1) to q(., k).
void allow_parts_of(std::size_t k, std::vector<double>& counts) {
  for (std::size_t m = k; m < counts.size(); ++m) counts[m] += counts[m - k];
}

std::size_t index_of(std::int64_t m, std::int64_t k) {
  return static_cast<std::size_t>(m * (m - 1) / 2 + k - 1);
}

}  // namespace

std::vector<double> log_restricted_partitions(std::span<const PartitionsAsked> asked) {
  std::vector<double> logs(asked.size(), 0.0);
  std::vector<std::size_t> exact;
  std::int64_t largest = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto [m, k] = asked[i];
    if (m <= 0 || k <= 0) continue;
    if (m >= kExactBelow) {
      logs[i] = log_of_large(m, std::min(k, m));
    } else {
      exact.push_back(i);
      largest = std::max(largest, m);
    }
  }
  const auto parts = [&asked](std::size_t i) { return std::min(asked[i].k, asked[i].m); };
  std::sort(exact.begin(), exact.end(), [&parts](std::size_t a, std::size_t b) {
    return parts(a) != parts(b) ? parts(a) < parts(b) : a < b;
  });
  std::vector<double> counts(static_cast<std::size_t>(largest) + 1, 0.0);
  counts[0] = 1.0;
  std::int64_t reached = 0;
  for (const std::size_t i : exact) {
    while (reached < parts(i)) allow_parts_of(static_cast<std::size_t>(++reached), counts);
    logs[i] = std::log(counts[static_cast<std::size_t>(asked[i].m)]);
  }
  return logs;
}

RestrictedPartitions::RestrictedPartitions(std::int64_t largest_m)
    : exact_below_(std::min(largest_m + 1, kTableBelow)) {
  exact_.resize(index_of(exact_below_, 1));
  std::vector<double> counts(static_cast<std::size_t>(exact_below_), 0.0);
  counts[0] = 1.0;
  for (std::int64_t k = 1; k < exact_below_; ++k) {
    allow_parts_of(static_cast<std::size_t>(k), counts);
    for (std::int64_t m = k; m < exact_below_; ++m) {
      exact_[index_of(m, k)] = std::log(counts[static_cast<std::size_t>(m)]);
    }
  }
  if (largest_m < kTableBelow) return;

  few_below_ = std::min(largest_m + 1, kExactBelow);
  few_parts_.resize(static_cast<std::size_t>(few_below_ * kFewParts), 0.0);
  counts.assign(static_cast<std::size_t>(few_below_), 0.0);
  counts[0] = 1.0;
  for (std::int64_t k = 1; k <= kFewParts; ++k) {
    allow_parts_of(static_cast<std::size_t>(k), counts);
    for (std::int64_t m = 1; m < few_below_; ++m) {
      few_parts_[static_cast<std::size_t>(m * kFewParts + k - 1)] =
          std::log(counts[static_cast<std::size_t>(m)]);
    }
  }
  for (std::size_t i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(kSteps);
    const Asymptotic form = asymptotic(std::exp(kFirstLog + share * (kLastLog - kFirstLog)));
    factor_.push_back(form.log_factor);
    exponent_.push_back(form.exponent);
  }
}

double RestrictedPartitions::log_count(std::int64_t m, std::int64_t k) const {
  if (m <= 0 || k <= 0) return 0.0;
  k = std::min(k, m);
  if (m < exact_below_) return exact_[index_of(m, k)];
  if (m < few_below_ && k <= kFewParts) {
    return few_parts_[static_cast<std::size_t>(m * kFewParts + k - 1)];
  }
  if (m >= kExactBelow && is_few(m, k)) {
    return few_parts_of_much(static_cast<double>(m), static_cast<double>(k));
  }
  return interpolated(m, k);
}

double RestrictedPartitions::interpolated(std::int64_t m, std::int64_t k) const {
  const double root = std::sqrt(static_cast<double>(m));
  const double place = (std::log(static_cast<double>(k) / root) - kFirstLog) /
                       (kLastLog - kFirstLog) * static_cast<double>(kSteps);
  const double within = std::clamp(place, 0.0, static_cast<double>(kSteps));
  const auto i = std::min(static_cast<std::size_t>(within), kSteps - 1);
  const double t = within - static_cast<double>(i);
  const double factor = factor_[i] + t * (factor_[i + 1] - factor_[i]);
  const double exponent = exponent_[i] + t * (exponent_[i + 1] - exponent_[i]);
  return factor - 2.0 * std::log(root) + root * exponent;
}

}  // namespace summitry::communities
