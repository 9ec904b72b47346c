// How far two rankings of the same entities agree: Kendall's tau-b and Spearman's rho, with ties.
//
//   tau-b = (concordant - discordant) / sqrt((pairs - tied in x) (pairs - tied in y))
//   rho   = Pearson's correlation of the ranks, tied values sharing the mean of their ranks
//
// Gives      values in [-1, 1]; missing where one side has no two different values (that includes
//            fewer than two entities). p is two-sided. Of tau-b: exact when nothing is tied and there
//            are at most 33 entities, else by the normal approximation with its variance corrected
//            for ties; of rho: by Student's t. Never below 2/n!, which no permutation can beat. Missing
//            for fewer than three.
// Cost       O(n log n)
// Method     Kendall 1945, doi:10.1093/biomet/33.3.239; counting by Knight 1966,
//            doi:10.1080/01621459.1966.10480879; Spearman 1904, doi:10.2307/1412159. As SciPy.
// See also   rank_biased_overlap.hpp, which looks at the top more than at the rest
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace summitry {

struct RankCorrelation {
  std::optional<double> value;
  std::optional<double> sd;  // over all orders of one side; the mean is 0
  std::optional<double> p_value;
  double smallest_p = 1.0;  // 2/n!
  bool exact = false;
  std::size_t n = 0;
};

// Both throw InvalidOption for sides of different lengths or a value that is not a number.
[[nodiscard]] RankCorrelation kendall_tau_b(std::span<const double> x, std::span<const double> y);
[[nodiscard]] RankCorrelation spearman_rho(std::span<const double> x, std::span<const double> y);

// The rank of each value, smallest first from 1, tied values sharing the mean of their ranks.
[[nodiscard]] std::vector<double> mean_ranks(std::span<const double> values);

}  // namespace summitry
