#include "algorithms/continuity/nulls/margin_null.hpp"

#include <algorithm>
#include <map>

#include "algorithms/continuity/rosters/comparison.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Rosters = Curveball::Rosters;

bool same(const NullLaw& a, const NullLaw& b) {
  return a.mean == b.mean && a.sd == b.sd && a.p_value == b.p_value &&
         a.smallest_p == b.smallest_p && a.samples == b.samples && a.fixed == b.fixed;
}

TEST_CASE("margin_null: the eight tables by hand, counted and sampled",
          "[algorithms][continuity]") {
  // As in the tests of continuity: the first two share one in six tables, two in the other two.
  const Rosters rosters = {{0, 1, 2}, {0, 3}, {1}};
  const MarginNull counted = margin_null(rosters, {.samples = 400});
  CHECK(counted.pairs[0].samples == 0);
  CHECK(counted.pairs[0].smallest_p == Approx(0.25));  // two in common in two of eight tables
  CHECK(*counted.pairs[0].mean == Approx(1.25));
  CHECK(*counted.pairs[0].sd == Approx(std::sqrt(3.0 / 16.0)));
  CHECK(*counted.pairs[0].p_value == 1.0);
  const MarginNull sampled = margin_null(rosters, {.samples = 20000, .counting = Counting::never});
  CHECK(sampled.pairs[0].samples == 20000);
  CHECK(sampled.pairs[0].smallest_p == Approx(1.0 / 20001.0));
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

// Every table with the margins of these rosters of participants 0 to n - 1.
std::vector<Rosters> all_tables(const Rosters& rosters, std::uint32_t n) {
  std::vector<std::size_t> comes(n, 0);
  for (const auto& roster : rosters) {
    for (const std::uint32_t who : roster) ++comes[who];
  }
  std::vector<Rosters> partial(1);
  for (const auto& roster : rosters) {
    std::vector<Rosters> longer;
    for (const Rosters& so_far : partial) {
      for (unsigned bits = 0; bits < (1U << n); ++bits) {
        std::vector<std::uint32_t> row;
        for (std::uint32_t who = 0; who < n; ++who) {
          if ((bits >> who & 1U) != 0) row.push_back(who);
        }
        if (row.size() != roster.size()) continue;
        longer.push_back(so_far);
        longer.back().push_back(row);
      }
    }
    partial = std::move(longer);
  }
  std::erase_if(partial, [&](const Rosters& table) {
    std::vector<std::size_t> here(n, 0);
    for (const auto& row : table) {
      for (const std::uint32_t who : row) ++here[who];
    }
    return here != comes;
  });
  return partial;
}

struct Truth {
  double succession = 0.0;  // means over all tables
  double returns = 0.0;
  double succession_p = 0.0;  // of at least as much as observed
  double returns_p = 0.0;
  double defined = 0.0;  // share of the tables in which somebody is absent
};

std::size_t neighbours(const Rosters& table) {
  std::size_t sum = 0;
  for (std::size_t t = 1; t < table.size(); ++t) sum += shared_count(table[t - 1], table[t]);
  return sum;
}

// At step 1: of those at the first edition and not at the second, the share at the third.
std::optional<double> returns(const Rosters& table) {
  return compare_rosters(table[1], table[2], table[0]).return_after_absence;
}

Truth truth(const Rosters& observed, std::uint32_t n) {
  const auto tables = all_tables(observed, n);
  Truth all;
  double with_returns = 0.0;
  for (const Rosters& table : tables) {
    all.succession += static_cast<double>(neighbours(table));
    all.succession_p += neighbours(table) >= neighbours(observed) ? 1.0 : 0.0;
    const auto share = returns(table);
    if (!share) continue;
    with_returns += 1.0;
    all.returns += *share;
    all.returns_p += *share >= *returns(observed) - 1e-12 ? 1.0 : 0.0;
  }
  const auto count = static_cast<double>(tables.size());
  return {all.succession / count, all.returns / with_returns, all.succession_p / count,
          all.returns_p / with_returns, with_returns / count};
}

TEST_CASE("margin_null: succession and returns against all tables", "[algorithms][continuity]") {
  const Rosters rosters = {{0, 1}, {1, 2, 3}, {0, 3}, {2, 4}};
  const Truth all = truth(rosters, 5);
  const MarginNull found = margin_null(rosters, {.samples = 20000});
  CHECK(*found.succession.mean == Approx(all.succession).margin(0.03));
  CHECK(*found.succession.p_value == Approx(all.succession_p).margin(0.015));
  CHECK(*found.returns[1].mean == Approx(all.returns).margin(0.015));
  CHECK(*found.returns[1].p_value == Approx(all.returns_p).margin(0.015));
}

TEST_CASE("margin_null: samples in which nobody is absent are no samples of the return",
          "[algorithms][continuity]") {
  // In some tables the one of the first edition is at the second as well.
  const Rosters rosters = {{0}, {1}, {0, 1}};
  const Truth all = truth(rosters, 2);
  const Rosters more = {{0}, {1, 2}, {0, 1}};
  const Truth some = truth(more, 3);
  CHECK(all.defined == 1.0);
  REQUIRE(some.defined < 1.0);
  const MarginNull found = margin_null(more, {.samples = 4000});
  CHECK(static_cast<double>(found.returns[1].samples) / 4000.0 ==
        Approx(some.defined).margin(0.04));
  CHECK(found.returns[1].smallest_p ==
        Approx(1.0 / (1.0 + static_cast<double>(found.returns[1].samples))));
}

TEST_CASE("margin_null: a single sample does not say that there is no choice",
          "[algorithms][continuity]") {
  const Rosters women = testing::southern_women();
  const MarginNull once = margin_null(women, {.samples = 1});
  for (const NullLaw& law : once.pairs) {
    CHECK_FALSE(law.fixed);
    CHECK_FALSE(law.sd);
  }
  // Everybody comes once: however they are dealt out, nobody is at two.
  const Rosters strangers = {{0, 1}, {2}, {3}, {4}, {5}, {6, 7}};
  const MarginNull never = margin_null(strangers, {.samples = 10});
  CHECK(never.pairs[0].fixed);
  CHECK(*never.pairs[0].sd == 0.0);
  CHECK(never.succession.fixed);
  CHECK(*never.succession.p_value == 1.0);
  CHECK_FALSE(never.returns[1].fixed == never.returns[1].mean.has_value());
}

TEST_CASE("margin_null: strata to which nobody belongs change nothing",
          "[algorithms][continuity]") {
  const Rosters rosters = {{0, 2, 4}, {0, 2}, {1, 3}, {1, 2, 4}, {0, 3}, {4}};
  const MarginNull dense = margin_null(rosters, {.samples = 100, .strata = {0, 0, 1, 1, 1}});
  const MarginNull sparse =
      margin_null(rosters, {.samples = 100, .strata = {0, 0, 1, 1, 1, 4'000'000'000}});
  CHECK(std::equal(dense.pairs.begin(), dense.pairs.end(), sparse.pairs.begin(), same));
}

TEST_CASE("margin_null: one participant has nobody to change places with",
          "[algorithms][continuity]") {
  const MarginNull alone = margin_null({{7}, {}, {7}, {}, {7}, {7}}, {.samples = 20});
  CHECK(*alone.pairs[1].mean == 1.0);  // first and third
  CHECK(*alone.pairs[1].p_value == Approx(1.0));
}

TEST_CASE("margin_null: the autocorrelation is that of the chains' course",
          "[algorithms][continuity]") {
  const MarginNull found =
      margin_null(testing::southern_women(), {.samples = 5000, .counting = Counting::never});
  // Five trades an edition between samples leave little of the sample before.
  REQUIRE(found.mixing.autocorrelation);
  CHECK(*found.mixing.autocorrelation > -0.1);
  CHECK(*found.mixing.autocorrelation < 0.5);
  const double kept = std::max(0.0, *found.mixing.autocorrelation);
  CHECK(*found.mixing.effective == Approx(5000.0 * (1.0 - kept) / (1.0 + kept)));
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
