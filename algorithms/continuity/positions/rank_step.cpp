#include "algorithms/continuity/positions/rank_step.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "algorithms/continuity/rosters/for_each_common.hpp"
#include "algorithms/continuity/statistics/hypergeometric.hpp"
#include "algorithms/continuity/statistics/rank_biased_overlap.hpp"
#include "algorithms/continuity/statistics/rank_correlation.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

std::vector<RankedItem> items_of(const Ranking& ranking) {
  std::vector<RankedItem> items;
  for (std::size_t i = 0; i < ranking.entities.size(); ++i) {
    if (!std::isnan(ranking.values[i])) items.push_back({ranking.entities[i], ranking.values[i]});
  }
  return items;
}

NullTest correlation_test(const RankCorrelation& found, const char* name, const char* method) {
  NullTest test;
  test.statistic = name;
  test.method = method;
  test.observed = found.value;
  test.alternative = Alternative::two_sided;
  if (!found.value) {
    test.note = found.n < 2 ? "undefined: fewer than two took part in both"
                            : "undefined: all have the same value at one of the two";
    return test;
  }
  test.mean = 0.0;
  test.sd = found.sd;
  if (found.sd && *found.sd > 0.0) test.effect = *found.value / *found.sd;
  test.p_value = found.p_value;
  test.smallest_p = found.smallest_p;
  test.note = found.exact ? "two-sided, exact" : "two-sided, by approximation";
  return test;
}

// How many reach the k-th largest value, and that value.
double cut(std::vector<double> values, std::size_t k) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(k - 1),
                   values.end(), std::greater<>());
  return values[k - 1];
}

void add_top(const CommonValues& common, std::size_t top, RankStep& step) {
  NullTest test;
  test.statistic = "top overlap";
  test.method = "hypergeometric";
  const std::size_t n = common.before.size();
  if (n == 0) {
    test.note = "undefined: nobody took part in both";
    step.tests.push_back(test);
    return;
  }
  Overlap overlap;
  overlap.k = std::min(top, n);
  const double cut_before = cut(common.before, overlap.k);
  const double cut_after = cut(common.after, overlap.k);
  for (std::size_t i = 0; i < n; ++i) {
    const bool was = common.before[i] >= cut_before;
    const bool is = common.after[i] >= cut_after;
    overlap.before += was ? 1 : 0;
    overlap.after += is ? 1 : 0;
    overlap.shared += was && is ? 1 : 0;
  }
  const auto expected = hypergeometric_overlap(n, overlap.before, overlap.after, overlap.shared);
  overlap.expected = expected.mean;
  test.observed = static_cast<double>(overlap.shared);
  test.mean = expected.mean;
  test.sd = expected.sd;
  if (expected.sd > 0.0) test.effect = (*test.observed - expected.mean) / expected.sd;
  test.p_value = expected.upper_tail;
  test.smallest_p = expected.smallest_tail;
  if (overlap.before > overlap.k || overlap.after > overlap.k) {
    test.note = "with those who tie with the last of the top";
  }
  step.top = overlap;
  step.tests.push_back(test);
}

// By quarter from the top, 0 to 3; equal values share a quarter.
std::vector<std::size_t> quarters(const std::vector<double>& values) {
  const std::vector<double> ranks = mean_ranks(values);  // smallest first
  const auto n = static_cast<double>(values.size());
  std::vector<std::size_t> result;
  for (const double rank : ranks) {
    const double from_top = (n - rank + 0.5) / n;
    result.push_back(std::min<std::size_t>(3, static_cast<std::size_t>(4.0 * from_top)));
  }
  return result;
}

}  // namespace

CommonValues common_values(const Ranking& before, const Ranking& after) {
  CommonValues common;
  for_each_common(
      before.entities.size(), [&](std::size_t a) { return before.entities[a]; },
      after.entities.size(), [&](std::size_t b) { return after.entities[b]; },
      [&](std::size_t a, std::size_t b) {
        if (std::isnan(before.values[a]) || std::isnan(after.values[b])) return;
        common.before.push_back(before.values[a]);
        common.after.push_back(after.values[b]);
      });
  return common;
}

RankStep compare_ranks(const Ranking& before, const Ranking& after,
                       const RankStepOptions& options) {
  if (options.top < 1) refuse_option("rank comparison", "top", ">= 1", "0");
  const CommonValues common = common_values(before, after);
  RankStep step;
  step.common = common.before.size();
  const RankCorrelation tau = kendall_tau_b(common.before, common.after);
  const RankCorrelation rho = spearman_rho(common.before, common.after);
  step.tau_b = tau.value;
  step.rho = rho.value;
  step.tests.push_back(correlation_test(tau, "Kendall's tau-b", "orders (Kendall 1945)"));
  step.tests.push_back(correlation_test(rho, "Spearman's rho", "Student's t"));
  const auto overlap =
      rank_biased_overlap(items_of(before), items_of(after), {.p = options.overlap_p});
  if (overlap) {
    step.overlap_minimum = overlap->minimum;
    step.overlap_residual = overlap->residual;
    step.overlap_extrapolated = overlap->extrapolated;
  }
  add_top(common, options.top, step);
  const auto from = quarters(common.before);
  const auto to = quarters(common.after);
  for (std::size_t i = 0; i < from.size(); ++i) ++step.mobility[from[i]][to[i]];
  return step;
}

std::vector<std::size_t> competition_ranks(const Ranking& ranking) {
  std::vector<double> sorted;
  for (const double value : ranking.values) {
    if (!std::isnan(value)) sorted.push_back(value);
  }
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<std::size_t> ranks;
  for (const double value : ranking.values) {
    const auto better = std::lower_bound(sorted.begin(), sorted.end(), value, std::greater<>());
    ranks.push_back(std::isnan(value) ? 0 : static_cast<std::size_t>(better - sorted.begin()) + 1);
  }
  return ranks;
}

}  // namespace summitry
