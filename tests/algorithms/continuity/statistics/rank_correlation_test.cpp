#include "algorithms/continuity/statistics/rank_correlation.hpp"

#include <cmath>

#include "algorithms/continuity/statistics/beta.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

Values some_values(Random& random, std::size_t n, std::uint64_t distinct) {
  Values values(n);
  for (double& value : values) value = static_cast<double>(random.below(distinct));
  return values;
}

double sign(double value) {
  return value > 0.0 ? 1.0 : value < 0.0 ? -1.0 : 0.0;
}

// The definition, pair by pair.
std::optional<double> slow_tau(const Values& x, const Values& y) {
  double difference = 0.0;
  double untied_x = 0.0;
  double untied_y = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      difference += sign(x[i] - x[k]) * sign(y[i] - y[k]);
      untied_x += x[i] != x[k] ? 1.0 : 0.0;
      untied_y += y[i] != y[k] ? 1.0 : 0.0;
    }
  }
  if (untied_x == 0.0 || untied_y == 0.0) return std::nullopt;
  return difference / std::sqrt(untied_x * untied_y);
}

// How many below and equal, one by one.
Values slow_ranks(const Values& values) {
  Values ranks;
  for (const double value : values) {
    double rank = 0.5;
    for (const double other : values) rank += other < value ? 1.0 : other == value ? 0.5 : 0.0;
    ranks.push_back(rank);
  }
  return ranks;
}

// Two-sided p by all permutations of y.
double slow_exact_p(const Values& x, Values y) {
  const double observed = std::fabs(*slow_tau(x, y));
  std::sort(y.begin(), y.end());
  double all = 0.0;
  double extreme = 0.0;
  do {
    all += 1.0;
    extreme += std::fabs(*slow_tau(x, y)) >= observed - 1e-9 ? 1.0 : 0.0;
  } while (std::next_permutation(y.begin(), y.end()));
  return extreme / all;
}

}  // namespace

TEST_CASE("kendall_tau_b: no p is below what some order of as many could reach",
          "[algorithms][continuity]") {
  // Ties call for the normal approximation, which knows nothing of how few orders there are.
  for (const Values& values :
       {Values{1, 1, 2}, Values{1, 1, 2, 3}, Values{1, 2, 3, 3}, Values{1, 1, 2, 2}}) {
    const RankCorrelation found = kendall_tau_b(values, values);
    CHECK_FALSE(found.exact);
    CHECK(*found.value == 1.0);
    CHECK(found.smallest_p == Approx(values.size() == 3 ? 1.0 / 3.0 : 1.0 / 12.0));
    CHECK(*found.p_value >= found.smallest_p);
  }
}

TEST_CASE("tau-b: the published example with ties", "[algorithms][continuity]") {
  // As SciPy's documentation of kendalltau: the p is that of the normal approximation.
  const auto found = kendall_tau_b(Values{12, 2, 1, 12, 2}, Values{1, 4, 7, 1, 0});
  REQUIRE(found.value);
  CHECK(*found.value == Approx(-0.471405).margin(1e-6));
  CHECK(*found.p_value == Approx(0.282745).margin(1e-6));
  CHECK_FALSE(found.exact);
}

TEST_CASE("tau-b: by hand", "[algorithms][continuity]") {
  // 1 2 3 against 1 3 2: two pairs agree, one does not.
  const auto found = kendall_tau_b(Values{1, 2, 3}, Values{1, 3, 2});
  CHECK(*found.value == Approx(1.0 / 3.0));
  CHECK(found.exact);
  CHECK(*found.p_value == Approx(1.0));
  CHECK(*kendall_tau_b(Values{1, 2, 3, 4}, Values{4, 3, 2, 1}).p_value == Approx(2.0 / 24.0));
}

TEST_CASE("tau-b: agrees with its definition pair by pair", "[algorithms][continuity]") {
  Random random(3);
  std::size_t defined = 0;
  for (int i = 0; i < 300; ++i) {
    const std::size_t n = random.below(14);
    const Values x = some_values(random, n, 1 + random.below(8));
    const Values y = some_values(random, n, 1 + random.below(8));
    const auto expected = n < 2 ? std::nullopt : slow_tau(x, y);
    const auto found = kendall_tau_b(x, y);
    REQUIRE(found.value.has_value() == expected.has_value());
    if (expected) CHECK(*found.value == Approx(*expected).margin(1e-12));
    defined += expected ? 1 : 0;
  }
  CHECK(defined > 150);
}

TEST_CASE("tau-b: its exact p is that of all permutations", "[algorithms][continuity]") {
  Random random(4);
  for (const std::size_t n : {3U, 4U, 5U, 6U, 7U}) {
    for (int i = 0; i < 4; ++i) {
      Values x(n);
      for (std::size_t k = 0; k < n; ++k) x[k] = static_cast<double>(k);
      Values y = x;
      random.shuffle(std::span(y));
      const auto found = kendall_tau_b(x, y);
      REQUIRE(found.exact);
      CHECK(*found.p_value == Approx(slow_exact_p(x, y)));
    }
  }
}

TEST_CASE("rank correlations: undefined where one side says nothing", "[algorithms][continuity]") {
  for (const auto& correlation : {kendall_tau_b, spearman_rho}) {
    CHECK_FALSE(correlation({}, {}).value);
    CHECK_FALSE(correlation(Values{1}, Values{2}).value);
    CHECK_FALSE(correlation(Values{1, 1, 1}, Values{1, 2, 3}).value);
    CHECK_FALSE(correlation(Values{1, 2}, Values{2, 1}).p_value);
    CHECK(*correlation(Values{1, 2}, Values{2, 1}).value == -1.0);
    CHECK_THROWS_AS(correlation(Values{1}, Values{1, 2}), InvalidOption);
    CHECK_THROWS_AS(correlation(Values{1, std::nan("")}, Values{1, 2}), InvalidOption);
  }
}

TEST_CASE("ranks: tied values share the mean", "[algorithms][continuity]") {
  CHECK(mean_ranks(Values{10, 30, 10, 20}) == Values{1.5, 4, 1.5, 3});
  Random random(5);
  for (int i = 0; i < 50; ++i) {
    const Values values = some_values(random, random.below(20), 6);
    CHECK(mean_ranks(values) == slow_ranks(values));
  }
}

TEST_CASE("Spearman: the classic formula without ties, and its p", "[algorithms][continuity]") {
  // 1 - 6 sum d^2 / (n (n^2 - 1)) with d = 0 0 1 1 2 2.
  const auto found = spearman_rho(Values{1, 2, 3, 4, 5, 6}, Values{1, 2, 4, 3, 7, 4.5});
  CHECK(*found.value == Approx(1.0 - 6.0 * 4.0 / 210.0));
  const auto perfect = spearman_rho(Values{1, 2, 3, 4}, Values{2, 4, 6, 9});
  CHECK(*perfect.value == 1.0);
  CHECK(*perfect.p_value == Approx(2.0 / 24.0));  // not 0: one order in 24, two sides
}

TEST_CASE("distributions: values of printed tables", "[algorithms][continuity]") {
  CHECK(student_two_sided(2.228138852, 10) == Approx(0.05).epsilon(1e-8));
  CHECK(student_two_sided(12.7062047, 1) == Approx(0.05).epsilon(1e-7));
  CHECK(normal_two_sided(1.959963985) == Approx(0.05).epsilon(1e-8));
  CHECK(beta_distribution(0.25, 1, 1) == Approx(0.25));
  CHECK(beta_distribution(0.5, 20.5, 20.5) == Approx(0.5));
  // I(x; 2, 3) = 6x^2 - 8x^3 + 3x^4
  CHECK(beta_distribution(0.3, 2, 3) == Approx(6 * .09 - 8 * .027 + 3 * .0081));
  for (const double p : {0.0, 0.01, 0.4, 0.975, 1.0}) {
    CHECK(beta_distribution(beta_quantile(p, 3.5, 0.5), 3.5, 0.5) == Approx(p).margin(1e-12));
  }
}

TEST_CASE("Jeffreys' interval: Brown, Cai & DasGupta's rule at the ends",
          "[algorithms][continuity]") {
  const ShareInterval none = jeffreys_interval(0, 10);
  CHECK(none.low == 0.0);
  CHECK(none.high == Approx(0.217).margin(5e-4));  // their table of Jeffreys' interval, n = 10
  const ShareInterval all = jeffreys_interval(10, 10);
  CHECK(all.low == Approx(1.0 - none.high));
  CHECK(all.high == 1.0);
  const ShareInterval nothing = jeffreys_interval(0, 0);
  CHECK(nothing.low == 0.0);
  CHECK(nothing.high == 1.0);
}

}  // namespace summitry
