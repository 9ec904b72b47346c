// ln n! of whole numbers, by a table and Stirling's series, and ln of binomial coefficients.
#pragma once

#include <cstdint>
#include <vector>

namespace summitry::communities {

class LogFactorials {
 public:
  // A table up to `largest` (and 2^20 at most): larger numbers only take longer.
  explicit LogFactorials(std::int64_t largest);

  [[nodiscard]] double operator()(std::int64_t n) const {
    return n < static_cast<std::int64_t>(table_.size()) ? table_[static_cast<std::size_t>(n)]
                                                        : by_series(n);
  }
  // ln of n choose k; 0 where there is but one choice, or none.
  [[nodiscard]] double choose(std::int64_t n, std::int64_t k) const;

 private:
  // To 1e-16 of its value for n >= 64.
  [[nodiscard]] static double by_series(std::int64_t n);

  std::vector<double> table_;
};

}  // namespace summitry::communities
