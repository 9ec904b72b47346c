// How many ways there are to write m as a sum of at most k positive whole numbers, their order aside:
// q(m, k) = q(m, k - 1) + q(m - k, k). The stochastic block model counts degree sequences by it.
//
// Method     exact below m = 10000; above, as in graph-tool, Szekeres' asymptotic form (Szekeres 1951,
//            1953; Peixoto 2017, doi:10.1103/PhysRevE.95.012317, appendix), and for k < m^(1/4) the
//            number of compositions over k!.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace summitry::communities {

struct PartitionsAsked {
  std::int64_t m = 0;
  std::int64_t k = 0;
};

// ln q for each; 0 where m or k is 0. Cost O(largest m * largest k) of those with m below 10000.
[[nodiscard]] std::vector<double> log_restricted_partitions(std::span<const PartitionsAsked> asked);

// The same at once, for a search: exact for m <= 1024 and, below m = 10000, for k <= 16; elsewhere
// from a table of the asymptotic form, whose error is a few hundredths at m = 1024 and falls.
class RestrictedPartitions {
 public:
  explicit RestrictedPartitions(std::int64_t largest_m);

  [[nodiscard]] double log_count(std::int64_t m, std::int64_t k) const;

 private:
  [[nodiscard]] double interpolated(std::int64_t m, std::int64_t k) const;

  std::int64_t exact_below_ = 0;
  std::vector<double> exact_;      // (m, k), rows of m one after another: k = 1..m
  std::vector<double> few_parts_;  // (m, k) for k = 1..16
  std::int64_t few_below_ = 0;
  std::vector<double> factor_;  // the asymptotic form at even steps of ln(k / sqrt(m))
  std::vector<double> exponent_;
};

}  // namespace summitry::communities
