#include "algorithms/communities/blocks/log_factorials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace summitry::communities {
namespace {

constexpr std::int64_t kSeriesFrom = 64;
constexpr std::int64_t kLargestTable = std::int64_t{1} << 20U;

}  // namespace

LogFactorials::LogFactorials(std::int64_t largest) {
  const std::int64_t size = std::clamp(largest + 1, kSeriesFrom, kLargestTable);
  table_.reserve(static_cast<std::size_t>(size));
  long double sum = 0.0L;
  for (std::int64_t n = 0; n < size; ++n) {
    if (n > 1 && n < kSeriesFrom) sum += std::log(static_cast<long double>(n));
    table_.push_back(n < kSeriesFrom ? static_cast<double>(sum) : by_series(n));
  }
}

double LogFactorials::choose(std::int64_t n, std::int64_t k) const {
  if (k <= 0 || k >= n) return 0.0;
  return (*this)(n) - (*this)(k) - (*this)(n - k);
}

double LogFactorials::by_series(std::int64_t n) {
  const double x = static_cast<double>(n);
  const double inverse = 1.0 / x;
  const double square = inverse * inverse;
  const double tail =
      inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0)));
  return x * (std::log(x) - 1.0) + 0.5 * std::log(2.0 * std::numbers::pi * x) + tail;
}

}  // namespace summitry::communities
