#include "algorithms/continuity/statistics/rank_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>

#include "algorithms/continuity/statistics/beta.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

constexpr std::size_t kMostExact = 33;

void check(std::span<const double> x, std::span<const double> y) {
  if (x.size() != y.size()) {
    refuse_option("rank correlation", "y", std::to_string(x.size()) + " values, as many as x",
                  std::to_string(y.size()));
  }
  for (const auto side : {x, y}) {
    for (const double value : side) {
      if (std::isnan(value)) refuse_option("rank correlation", "values", "numbers", "nan");
    }
  }
}

// Sums over groups of t equal values.
struct Ties {
  double pairs = 0.0;    // t(t-1)/2
  double triples = 0.0;  // t(t-1)(t-2)
  double spread = 0.0;   // t(t-1)(2t+5)

  void add(double t) {
    pairs += 0.5 * t * (t - 1.0);
    triples += t * (t - 1.0) * (t - 2.0);
    spread += t * (t - 1.0) * (2.0 * t + 5.0);
  }
};

template <class Same>
Ties ties_of(std::size_t n, const Same& same) {
  Ties ties;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= n; ++i) {
    if (i < n && same(i - 1, i)) continue;
    ties.add(static_cast<double>(i - begin));
    begin = i;
  }
  return ties;
}

// Sorts the values and counts how many pairs stood the wrong way round.
std::uint64_t sort_counting(std::span<double> values, std::span<double> scratch) {
  if (values.size() < 2) return 0;
  const std::size_t middle = values.size() / 2;
  std::uint64_t swaps = sort_counting(values.first(middle), scratch.first(middle)) +
                        sort_counting(values.subspan(middle), scratch.subspan(middle));
  std::copy(values.begin(), values.end(), scratch.begin());
  std::size_t i = 0;
  std::size_t k = middle;
  for (double& value : values) {
    if (k == values.size() || (i < middle && scratch[i] <= scratch[k])) {
      value = scratch[i++];
    } else {
      swaps += middle - i;
      value = scratch[k++];
    }
  }
  return swaps;
}

// P of at most `wrong` inversions in a random permutation, twice: both tails are alike.
double exact_two_sided(std::size_t n, std::uint64_t wrong) {
  const std::uint64_t pairs = n * (n - 1) / 2;
  const std::uint64_t fewer = std::min(wrong, pairs - wrong);
  if (2 * fewer == pairs) return 1.0;
  std::vector<double> chance = {1.0};  // by number of inversions, of i things
  for (std::size_t i = 2; i <= n; ++i) {
    std::vector<double> next(std::min<std::size_t>(fewer + 1, i * (i - 1) / 2 + 1), 0.0);
    for (std::size_t k = 0; k < next.size(); ++k) {
      for (std::size_t j = 0; j < i && j <= k; ++j) {
        if (k - j < chance.size()) next[k] += chance[k - j] / static_cast<double>(i);
      }
    }
    chance = std::move(next);
  }
  return std::min(1.0, 2.0 * std::accumulate(chance.begin(), chance.end(), 0.0));
}

// Of concordant - discordant over all orders, for n >= 3.
double standard_deviation(double n, const Ties& x, const Ties& y) {
  const double m = n * (n - 1.0);
  return std::sqrt((m * (2.0 * n + 5.0) - x.spread - y.spread) / 18.0 +
                   2.0 * x.pairs * y.pairs / m + x.triples * y.triples / (9.0 * m * (n - 2.0)));
}

double least_p(std::size_t n) {
  double permutations = 1.0;
  for (std::size_t i = 2; i <= n && permutations < 1e300; ++i) {
    permutations *= static_cast<double>(i);
  }
  return std::min(1.0, 2.0 / permutations);
}

std::optional<double> pearson(std::span<const double> x, std::span<const double> y) {
  const double n = static_cast<double>(x.size());
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  if (!(xx > 0.0) || !(yy > 0.0)) return std::nullopt;
  return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

}  // namespace

std::vector<double> mean_ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    const double rank = 0.5 * static_cast<double>(begin + 1 + end);
    for (std::size_t i = begin; i < end; ++i) ranks[order[i]] = rank;
    begin = end;
  }
  return ranks;
}

RankCorrelation kendall_tau_b(std::span<const double> x, std::span<const double> y) {
  check(x, y);
  RankCorrelation result;
  const std::size_t n = result.n = x.size();
  result.smallest_p = least_p(n);
  if (n < 2) return result;
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return x[a] != x[b] ? x[a] < x[b] : y[a] < y[b]; });
  const auto same_x = [&](std::size_t a, std::size_t b) { return x[order[a]] == x[order[b]]; };
  const Ties tied_x = ties_of(n, same_x);
  const Ties tied_both = ties_of(
      n, [&](std::size_t a, std::size_t b) { return same_x(a, b) && y[order[a]] == y[order[b]]; });
  std::vector<double> sorted_y(n);
  for (std::size_t i = 0; i < n; ++i) sorted_y[i] = y[order[i]];
  std::vector<double> scratch(n);
  const std::uint64_t wrong = sort_counting(sorted_y, scratch);
  const Ties tied_y =
      ties_of(n, [&](std::size_t a, std::size_t b) { return sorted_y[a] == sorted_y[b]; });
  const double size = static_cast<double>(n);
  const double pairs = 0.5 * size * (size - 1.0);
  if (tied_x.pairs == pairs || tied_y.pairs == pairs) return result;
  const double difference =
      pairs - tied_x.pairs - tied_y.pairs + tied_both.pairs - 2.0 * static_cast<double>(wrong);
  const double scale = std::sqrt((pairs - tied_x.pairs) * (pairs - tied_y.pairs));
  result.value = std::clamp(difference / scale, -1.0, 1.0);
  if (n < 3) return result;
  const double sd = standard_deviation(size, tied_x, tied_y);
  result.sd = sd / scale;
  result.exact = tied_x.pairs == 0.0 && tied_y.pairs == 0.0 && n <= kMostExact;
  result.p_value = result.exact ? exact_two_sided(n, wrong)
                                : std::max(result.smallest_p, normal_two_sided(difference / sd));
  return result;
}

RankCorrelation spearman_rho(std::span<const double> x, std::span<const double> y) {
  check(x, y);
  RankCorrelation result;
  result.n = x.size();
  result.smallest_p = least_p(result.n);
  if (result.n < 2) return result;
  result.value = pearson(mean_ranks(x), mean_ranks(y));
  if (!result.value || result.n < 3) return result;
  result.sd = 1.0 / std::sqrt(static_cast<double>(result.n) - 1.0);
  const double degrees = static_cast<double>(result.n) - 2.0;
  const double rest = (1.0 - *result.value) * (1.0 + *result.value);
  const double t = *result.value * std::sqrt(degrees / rest);
  result.p_value = std::max(result.smallest_p, student_two_sided(t, degrees));
  return result;
}

}  // namespace summitry
