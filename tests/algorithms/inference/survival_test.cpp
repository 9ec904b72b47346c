// Kaplan-Meier, the log-rank test and the chi-square law behind its p.
#include <cmath>

#include "algorithms/inference/chi_square.hpp"
#include "algorithms/inference/kaplan_meier.hpp"
#include "algorithms/inference/log_rank.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// Freireich et al. 1963: weeks of remission with 6-MP and with placebo, as in every textbook.
std::vector<Lifetime> six_mp() {
  std::vector<Lifetime> all;
  for (const double t : {6, 6, 6, 7, 10, 13, 16, 22, 23}) all.push_back({0.0, t, true});
  for (const double t : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
    all.push_back({0.0, t, false});
  }
  return all;
}

std::vector<Lifetime> placebo() {
  std::vector<Lifetime> all;
  for (const double t : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}) {
    all.push_back({0.0, t, true});
  }
  return all;
}

const LifeTableRow& row_at(const SurvivalCurve& curve, double time) {
  for (const LifeTableRow& row : curve.rows) {
    if (row.time == time) return row;
  }
  FAIL("no row at " << time);
  return curve.rows.front();
}

TEST_CASE("kaplan_meier: 6-MP as published", "[algorithms][inference]") {
  const SurvivalCurve curve = kaplan_meier(six_mp(), "6-MP");
  CHECK(curve.subjects == 21);
  CHECK(curve.events == 9);
  const double published[][3] = {{6, .8571, .0764},  {7, .8067, .0869},  {10, .7529, .0963},
                                 {13, .6902, .1068}, {16, .6275, .1141}, {22, .5378, .1282},
                                 {23, .4482, .1346}};
  for (const auto& [time, survival, error] : published) {
    CHECK(row_at(curve, time).survival == Approx(survival).margin(5e-5));
    CHECK(row_at(curve, time).error == Approx(error).margin(5e-5));
  }
  CHECK(row_at(curve, 6).at_risk == 21);
  CHECK(row_at(curve, 6).events == 3);
  CHECK(row_at(curve, 6).censored == 1);
  CHECK(row_at(curve, 23).at_risk == 6);
  CHECK(*curve.median == 23.0);
  // log-log interval by hand: theta = 1.959964 * se / (S |log S|)
  const LifeTableRow& first = row_at(curve, 6);
  const double theta = 1.959963984540054 * first.error / (first.survival * -std::log(6.0 / 7.0));
  CHECK(*first.lower == Approx(std::pow(6.0 / 7.0, std::exp(theta))));
  CHECK(*first.upper == Approx(std::pow(6.0 / 7.0, std::exp(-theta))));
  CHECK(*first.lower == Approx(0.6197).margin(5e-5));  // R: survfit(conf.type = "log-log")
  CHECK(*first.upper == Approx(0.9516).margin(5e-5));
}

TEST_CASE("kaplan_meier: without censoring it is the share that is left",
          "[algorithms][inference]") {
  const SurvivalCurve curve = kaplan_meier(placebo());
  for (const LifeTableRow& row : curve.rows) {
    double beyond = 0.0;
    for (const Lifetime& one : placebo()) beyond += one.exit > row.time ? 1.0 : 0.0;
    CHECK(row.survival == Approx(beyond / 21.0).margin(1e-12));
    // Greenwood is then the binomial's error.
    CHECK(row.error == Approx(std::sqrt(row.survival * (1.0 - row.survival) / 21.0)).margin(1e-12));
  }
  CHECK(*curve.median == 8.0);
  CHECK_FALSE(curve.rows.back().lower.has_value());
}

TEST_CASE("kaplan_meier: agrees with counting by definition, late entries too",
          "[algorithms][inference]") {
  Random random(31);
  for (int trial = 0; trial < 60; ++trial) {
    std::vector<Lifetime> all(random.below(25));
    for (Lifetime& one : all) {
      one.entry = static_cast<double>(random.below(3) == 0 ? random.below(5) : 0);
      one.exit = one.entry + static_cast<double>(random.below(8));
      one.event = random.below(2) == 0;
    }
    double survival = 1.0;
    for (const LifeTableRow& row : kaplan_meier(all).rows) {
      std::size_t at_risk = 0;
      std::size_t events = 0;
      for (const Lifetime& one : all) {
        if (!(one.entry < row.time && one.exit >= row.time)) continue;
        ++at_risk;
        events += one.event && one.exit == row.time ? 1 : 0;
      }
      CHECK(row.at_risk == at_risk);
      CHECK(row.events == events);
      if (at_risk > 0) {
        survival *= 1.0 - static_cast<double>(events) / static_cast<double>(at_risk);
      }
      CHECK(row.survival == Approx(survival).margin(1e-12));
    }
  }
}

TEST_CASE("kaplan_meier: nobody, and times that cannot be", "[algorithms][inference]") {
  const SurvivalCurve nobody = kaplan_meier({}, "none");
  CHECK(nobody.rows.empty());
  CHECK_FALSE(nobody.median.has_value());
  const std::vector<Lifetime> never = {{2.0, 2.0, true}};
  CHECK(kaplan_meier(never).events == 0);
  CHECK(kaplan_meier(never).rows[0].at_risk == 0);
  const auto refuses = [](Lifetime one) {
    CHECK_THROWS_AS(kaplan_meier(std::vector<Lifetime>{one}), InvalidOption);
  };
  refuses({-1.0, 2.0, true});
  refuses({3.0, 2.0, true});
  refuses({0.0, std::nan(""), true});
  refuses({0.0, INFINITY, false});
}

TEST_CASE("log_rank: 6-MP against placebo as published", "[algorithms][inference]") {
  // R: survdiff gives chi-square 16.8 on one degree, p = 4e-05; expected 19.3 and 10.7
  const LogRank found =
      log_rank(std::vector<LifetimeGroup>{{"6-MP", six_mp()}, {"placebo", placebo()}});
  CHECK(*found.chi_square == Approx(16.79).margin(0.005));
  CHECK(*found.p_value == Approx(4.17e-5).margin(5e-7));
  CHECK(found.degrees == 1);
  CHECK(found.groups[0].observed == 9);
  CHECK(found.groups[0].expected == Approx(19.25).margin(0.005));
  CHECK(found.groups[1].expected == Approx(10.75).margin(0.005));
}

TEST_CASE("log_rank: laws", "[algorithms][inference]") {
  std::vector<Lifetime> others = {{0, 3, true}, {0, 9, false}, {0, 12, true}, {0, 30, true}};
  const std::vector<LifetimeGroup> groups = {{"a", six_mp()}, {"b", placebo()}, {"c", others}};
  const LogRank found = log_rank(groups);
  CHECK(found.degrees == 2);
  double observed = 0.0;
  double expected = 0.0;
  for (const LogRankGroup& group : found.groups) {
    observed += static_cast<double>(group.observed);
    expected += group.expected;
  }
  CHECK(observed == Approx(expected));
  const LogRank turned = log_rank(std::vector<LifetimeGroup>{groups[2], groups[0], groups[1]});
  CHECK(*turned.chi_square == Approx(*found.chi_square));
  // A group that is never at risk changes nothing.
  auto with_nobody = groups;
  with_nobody.push_back({"nobody", {{0, 0, false}}});
  CHECK(*log_rank(with_nobody).chi_square == Approx(*found.chi_square));
  CHECK(log_rank(with_nobody).degrees == 2);
  CHECK_FALSE(log_rank({}).p_value.has_value());
  CHECK_FALSE(log_rank(std::vector<LifetimeGroup>{groups[0]}).p_value.has_value());
  const LogRank equal = log_rank(std::vector<LifetimeGroup>{groups[0], {"again", six_mp()}});
  CHECK(*equal.chi_square == Approx(0.0).margin(1e-12));
  CHECK(*equal.p_value == Approx(1.0));
}

TEST_CASE("chi_square_tail: against tables and its own recursion", "[algorithms][inference]") {
  CHECK(chi_square_tail(3.841458820694124, 1) == Approx(0.05).epsilon(1e-12));
  CHECK(chi_square_tail(5.991464547107979, 2) == Approx(0.05).epsilon(1e-12));
  CHECK(chi_square_tail(16.918977604620448, 9) == Approx(0.05).epsilon(1e-12));
  CHECK(chi_square_tail(18.307038053275146, 10) == Approx(0.05).epsilon(1e-12));
  CHECK(chi_square_tail(0.0, 3) == 1.0);
  CHECK(chi_square_tail(-1.0, 3) == 1.0);
  // Q(k + 2) - Q(k) = (x/2)^(k/2) e^(-x/2) / Gamma(k/2 + 1)
  for (std::size_t k = 1; k < 20; ++k) {
    const double half = 3.7;
    const double step = std::exp(static_cast<double>(k) / 2.0 * std::log(half) - half -
                                 std::lgamma(static_cast<double>(k) / 2.0 + 1.0));
    CHECK(chi_square_tail(7.4, k + 2) - chi_square_tail(7.4, k) == Approx(step).epsilon(1e-10));
  }
  CHECK_THROWS_AS(chi_square_tail(1.0, 0), InvalidOption);
}

}  // namespace
}  // namespace summitry
