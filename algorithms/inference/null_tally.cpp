#include "algorithms/inference/null_tally.hpp"

#include <algorithm>
#include <cmath>

namespace summitry {
namespace {

constexpr double kRounding = 1e-12;  // of a value around 1

double share(std::size_t hits, std::size_t count, Draws draws) {
  const double observed = draws == Draws::at_random ? 1.0 : 0.0;  // is one of those drawn
  return (static_cast<double>(hits) + observed) / (static_cast<double>(count) + observed);
}

}  // namespace

double NullTally::rounding() const {
  return kRounding * (1.0 + std::abs(observed_));
}

void NullTally::add(double value) {
  const double above = value - observed_;
  ++count_;
  sum_ += above;
  squares_ += above * above;
  at_least_ += above >= -rounding() ? 1 : 0;
  at_most_ += above <= rounding() ? 1 : 0;
  least_ = std::min(least_, above);
  most_ = std::max(most_, above);
}

void NullTally::add(const NullTally& other) {
  count_ += other.count_;
  sum_ += other.sum_;
  squares_ += other.squares_;
  at_least_ += other.at_least_;
  at_most_ += other.at_most_;
  least_ = std::min(least_, other.least_);
  most_ = std::max(most_, other.most_);
}

double NullTally::mean() const {
  return observed_ + sum_ / static_cast<double>(count_);
}

std::optional<double> NullTally::sd(Draws draws) const {
  const double n = static_cast<double>(count_) - (draws == Draws::at_random ? 1.0 : 0.0);
  if (!(n > 0.0)) return std::nullopt;
  if (most_ - least_ <= rounding()) return 0.0;
  const double spread = squares_ - sum_ * sum_ / static_cast<double>(count_);
  return std::sqrt(std::max(0.0, spread) / n);
}

double NullTally::p_at_least(Draws draws) const {
  return share(at_least_, count_, draws);
}

double NullTally::p_at_most(Draws draws) const {
  return share(at_most_, count_, draws);
}

double NullTally::smallest_p(Draws draws) const {
  return share(draws == Draws::all ? 1 : 0, count_, draws);
}

void fill(NullTest& test, const NullTally& tally, Draws draws, std::uint64_t seed) {
  test.observed = tally.observed();
  test.mean = tally.mean();
  test.sd = tally.sd(draws);
  if (test.sd && *test.sd > 0.0) test.effect = (tally.observed() - *test.mean) / *test.sd;
  test.p_value = tally.p_at_least(draws);
  test.smallest_p = tally.smallest_p(draws);
  test.samples = draws == Draws::at_random ? tally.count() : 0;
  test.seed = draws == Draws::at_random ? seed : 0;
}

}  // namespace summitry
