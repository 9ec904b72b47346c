#include "algorithms/continuity/margin_null.hpp"

#include <map>

#include "algorithms/continuity/comparison.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Rosters = Curveball::Rosters;

bool same(const NullLaw& a, const NullLaw& b) {
  return a.mean == b.mean && a.sd == b.sd && a.p_value == b.p_value && a.exact == b.exact;
}

TEST_CASE("margin_null: the eight tables by hand, counted and sampled",
          "[algorithms][continuity]") {
  // As in the tests of continuity: the first two share one in six tables, two in the other two.
  const Rosters rosters = {{0, 1, 2}, {0, 3}, {1}};
  const MarginNull counted = margin_null(rosters, {.samples = 400});
  CHECK(counted.pairs[0].exact);
  CHECK(*counted.pairs[0].mean == Approx(1.25));
  CHECK(*counted.pairs[0].sd == Approx(std::sqrt(3.0 / 16.0)));
  CHECK(*counted.pairs[0].p_value == 1.0);
  const MarginNull sampled = margin_null(rosters, {.samples = 20000, .counting = Counting::never});
  CHECK_FALSE(sampled.pairs[0].exact);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(*sampled.pairs[i].mean == Approx(*counted.pairs[i].mean).margin(0.02));
    CHECK(*sampled.pairs[i].sd == Approx(*counted.pairs[i].sd).margin(0.02));
    CHECK(*sampled.pairs[i].p_value == Approx(*counted.pairs[i].p_value).margin(0.02));
  }
}

TEST_CASE("margin_null: strata keep their part of every edition", "[algorithms][continuity]") {
  // Participants 0 and 1 are one stratum, 2 and 3 the other. Within the first, one comes to each of two
  // editions and is the same or the other; the second likewise, on its own.
  const Rosters rosters = {{0, 2}, {0, 2}, {1, 3}};
  const MarginNull within = margin_null(rosters, {.samples = 200, .strata = {0, 0, 1, 1}});
  // Each stratum has three tables, in one of which the first two editions share its member:
  // overlap 0, 1, 2 with chances 4/9, 4/9, 1/9.
  CHECK(*within.pairs[0].mean == Approx(2.0 / 3.0));
  CHECK(*within.pairs[0].p_value == Approx(1.0 / 9.0));
  const MarginNull sampled =
      margin_null(rosters, {.samples = 9000, .counting = Counting::never, .strata = {0, 0, 1, 1}});
  CHECK(*sampled.pairs[0].p_value == Approx(1.0 / 9.0).margin(0.015));
  // One stratum: ways for {a,b},{c,d},{e,f} of pairs; another law.
  CHECK(*margin_null(rosters, {.samples = 200}).pairs[0].p_value != Approx(1.0 / 9.0));
}

// The p of the overlap of the first two editions of rosters drawn from the null model itself.
std::vector<double> null_p_values(Counting counting, int series) {
  Rosters start(5);
  Random random(17);
  for (auto& roster : start) {
    for (std::uint32_t who = 0; who < 25; ++who) {
      if (random.below(3) > 0) roster.push_back(who);
    }
  }
  std::vector<double> p_values;
  for (int i = 0; i < series; ++i) {
    Curveball sampler(start, Random(99, static_cast<std::uint64_t>(i)));
    sampler.trade(300);
    Run run;
    run.seed = static_cast<std::uint64_t>(i);
    run.threads = 1;
    const MarginNull null =
        margin_null(sampler.rosters(), {.samples = 99, .counting = counting}, run);
    p_values.push_back(*null.pairs[0].p_value);
  }
  return p_values;
}

TEST_CASE("margin_null: a thousand series from the null give p that are never too small",
          "[algorithms][continuity]") {
  const std::vector<double> p_values = null_p_values(Counting::never, 1000);
  for (const double level : {0.01, 0.05, 0.1, 0.2, 0.5}) {
    const auto below = static_cast<double>(
        std::count_if(p_values.begin(), p_values.end(), [&](double p) { return p <= level; }));
    INFO("level " << level);
    // three standard deviations above what a uniform p would have
    CHECK(below <= 1000.0 * level + 3.0 * std::sqrt(1000.0 * level * (1.0 - level)));
  }
  CHECK(std::count_if(p_values.begin(), p_values.end(), [](double p) { return p <= 0.2; }) > 60);
}

TEST_CASE("margin_null: one, two and four threads give the same",
          "[algorithms][continuity][parallel]") {
  const Rosters women = testing::southern_women();
  const Rosters few(women.begin(), women.begin() + 4);
  for (const Rosters& rosters : {women, few}) {
    std::vector<MarginNull> found;
    for (const int threads : {1, 2, 4}) {
      Run run;
      run.threads = threads;
      found.push_back(margin_null(rosters, {.samples = 330}, run));
    }
    for (const MarginNull& other : found) {
      CHECK(std::equal(other.pairs.begin(), other.pairs.end(), found[0].pairs.begin(), same));
      CHECK(std::equal(other.returns.begin(), other.returns.end(), found[0].returns.begin(), same));
      CHECK(same(other.succession, found[0].succession));
      CHECK(other.mixing.autocorrelation == found[0].mixing.autocorrelation);
      CHECK(other.mixing.moved_last == found[0].mixing.moved_last);
    }
  }
}

TEST_CASE("margin_null: nothing to deal out", "[algorithms][continuity]") {
  CHECK(margin_null({}, {}).pairs.empty());
  CHECK(margin_null({{1, 2}}, {}).pairs.empty());
  const MarginNull nobody = margin_null({{}, {}}, {.samples = 10});
  CHECK(*nobody.pairs[0].mean == 0.0);
  CHECK_FALSE(nobody.returns[0].mean.has_value());
  CHECK_FALSE(nobody.mixing.autocorrelation.has_value());
  CHECK_THROWS_AS(margin_null({{1}, {1}}, {.samples = 0}), InvalidOption);
}

}  // namespace
}  // namespace summitry
