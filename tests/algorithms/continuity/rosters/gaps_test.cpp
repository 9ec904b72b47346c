#include "algorithms/continuity/rosters/gaps.hpp"

#include <bit>
#include <map>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// Rosters as bits of a number: the named ones, and every completion to the declared size.
struct Case {
  unsigned universe = 0;
  unsigned before = 0;
  unsigned after = 0;
  std::size_t declared_before = 0;
  std::size_t declared_after = 0;

  [[nodiscard]] NamedPair pair() const {
    const auto size = [](unsigned set) { return static_cast<std::size_t>(std::popcount(set)); };
    return {size(before), size(after), size(before & after), declared_before, declared_after};
  }
};

Case random_case(Random& random) {
  Case one;
  one.universe = 2 + static_cast<unsigned>(random.below(7));
  for (unsigned who = 0; who < one.universe; ++who) {
    one.before |= static_cast<unsigned>(random.below(3) == 0) << who;
    one.after |= static_cast<unsigned>(random.below(3) == 0) << who;
  }
  const NamedPair pair = one.pair();
  one.declared_before = pair.before + random.below(one.universe - pair.before + 1);
  one.declared_after = pair.after + random.below(one.universe - pair.after + 1);
  return one;
}

// How often each overlap is among all pairs of completions.
std::map<std::size_t, std::size_t> all_overlaps(const Case& one) {
  std::map<std::size_t, std::size_t> counts;
  const auto completes = [&](unsigned set, unsigned named, std::size_t size) {
    return (set & named) == named && static_cast<std::size_t>(std::popcount(set)) == size;
  };
  for (unsigned a = 0; a < (1U << one.universe); ++a) {
    if (!completes(a, one.before, one.declared_before)) continue;
    for (unsigned b = 0; b < (1U << one.universe); ++b) {
      if (!completes(b, one.after, one.declared_after)) continue;
      ++counts[static_cast<std::size_t>(std::popcount(a & b))];
    }
  }
  return counts;
}

TEST_CASE("overlap_bounds: the published example", "[algorithms][continuity]") {
  // a = b = 10, x = 8, declared 12 and 15, a large universe: between 8 and 12
  const OverlapBounds bounds = overlap_bounds({10, 10, 8, 12, 15});
  CHECK(bounds.least == 8);
  CHECK(bounds.most == 12);
  CHECK(*bounds.retention_least == Approx(8.0 / 12.0));
  CHECK(*bounds.retention_most == 1.0);
  CHECK(*bounds.jaccard_least == Approx(8.0 / 19.0));
  CHECK(*bounds.jaccard_most == Approx(12.0 / 15.0));
}

TEST_CASE("overlap_bounds: both ends are those of all completions of 400 random rosters",
          "[algorithms][continuity]") {
  Random random(11);
  std::size_t with_gaps = 0;
  for (int trial = 0; trial < 600; ++trial) {
    const Case one = random_case(random);
    const auto counts = all_overlaps(one);
    const OverlapBounds bounds = overlap_bounds(one.pair(), one.universe);
    INFO("universe " << one.universe << " named " << one.before << ", " << one.after << " declared "
                     << one.declared_before << ", " << one.declared_after);
    CHECK(bounds.least == counts.begin()->first);
    CHECK(bounds.most == counts.rbegin()->first);
    with_gaps += bounds.least < bounds.most ? 1 : 0;
  }
  CHECK(with_gaps > 100);
}

TEST_CASE("completed_overlaps: every completion is equally likely", "[algorithms][continuity]") {
  Random random(12);
  int compared = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const Case one = random_case(random);
    const auto counts = all_overlaps(one);
    double total = 0.0;
    for (const auto& [overlap, count] : counts) total += static_cast<double>(count);
    if (counts.size() < 2) continue;
    ++compared;
    CompletionOptions options;
    options.universe = one.universe;
    options.samples = 4000;
    options.stream = static_cast<std::uint64_t>(trial);
    std::map<std::size_t, std::size_t> drawn;
    for (const std::size_t overlap : completed_overlaps(one.pair(), options)) ++drawn[overlap];
    for (const auto& [overlap, count] : drawn) CHECK(counts.count(overlap) == 1);
    for (const auto& [overlap, count] : counts) {
      const double share = static_cast<double>(count) / total;
      const double margin = 4.5 * std::sqrt(share * (1.0 - share) / 4000.0);
      CHECK(static_cast<double>(drawn[overlap]) / 4000.0 == Approx(share).margin(margin));
    }
  }
  CHECK(compared > 15);
}

TEST_CASE("completed_overlaps: a propensity draws those of the other edition",
          "[algorithms][continuity]") {
  // One named at the second edition alone, one unnamed at the first of whom nine could be anybody:
  // drawn with chance w / (w + 8).
  const NamedPair pair{1, 2, 1, 2, 2};
  for (const double propensity : {1.0, 4.0, 1000.0}) {
    CompletionOptions options;
    options.universe = 10;
    options.samples = 6000;
    options.propensity = propensity;
    double both = 0.0;
    for (const std::size_t overlap : completed_overlaps(pair, options)) {
      both += overlap == 2 ? 1.0 : 0.0;
    }
    CHECK(both / 6000.0 == Approx(propensity / (propensity + 8.0)).margin(0.025));
  }
}

TEST_CASE("overlap_bounds: categories are added up", "[algorithms][continuity]") {
  // Ten countries of which 4 and 6 are named (3 at both), 37 firms of which 2 and 1 are (1 at both)
  const NamedPair countries{4, 6, 3, 10, 10};
  const NamedPair firms{2, 1, 1, 37, 20};
  const OverlapBounds sum = sum_of_bounds({countries, firms});
  const OverlapBounds first = overlap_bounds(countries);
  const OverlapBounds second = overlap_bounds(firms);
  CHECK(sum.by_category);
  CHECK(sum.least == first.least + second.least);
  CHECK(sum.most == first.most + second.most);
  CHECK(*sum.retention_most == Approx(static_cast<double>(sum.most) / 47.0));
}

TEST_CASE("overlap_bounds: ten named of 91 leave nearly everything open",
          "[algorithms][continuity]") {
  const NamedPair pair{10, 50, 6, 91, 50};
  const OverlapBounds bounds = overlap_bounds(pair);
  CHECK(bounds.least == 6);
  CHECK(bounds.most == 50);
  CHECK(*bounds.retention_most - *bounds.retention_least > 0.4);
  // More named than declared: nobody is unnamed.
  const OverlapBounds full = overlap_bounds({5, 5, 2, 4, 3});
  CHECK(full.least == 2);
  CHECK(full.most == 2);
}

TEST_CASE("completed_overlaps: one thread or four give the same",
          "[algorithms][continuity][parallel]") {
  const NamedPair pair{20, 30, 12, 60, 80};
  const CompletionOptions options{.universe = 200, .samples = 500};
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  const auto a = completed_overlaps(pair, options, one);
  CHECK(a == completed_overlaps(pair, options, four));
  OverlapBounds bounds = overlap_bounds(pair);
  describe_completions(bounds, pair, a, 200);
  CHECK(*bounds.low >= static_cast<double>(bounds.least));
  CHECK(*bounds.high <= static_cast<double>(bounds.most));
  CHECK(*bounds.low <= *bounds.mean);
  CHECK(*bounds.mean <= *bounds.high);
  CHECK(*bounds.share_beyond_chance >= 0.0);
}

TEST_CASE("gaps: between the ends lie 95 % of the samples", "[algorithms][continuity]") {
  // 0, 1, …, 99: two are below the low end and two above the high one.
  std::vector<std::size_t> overlaps(100);
  for (std::size_t i = 0; i < overlaps.size(); ++i) overlaps[i] = (i * 37) % 100;
  OverlapBounds bounds;
  describe_completions(bounds, {120, 120, 0, 120, 120}, overlaps, 400);
  CHECK(*bounds.low == 2.0);
  CHECK(*bounds.high == 97.0);
  CHECK(*bounds.mean == Approx(49.5));
  CHECK(bounds.samples == 100);
}

TEST_CASE("gaps: options out of range", "[algorithms][continuity]") {
  CHECK_THROWS_AS(overlap_bounds({2, 3, 3, 2, 3}), InvalidOption);
  CHECK_THROWS_AS(overlap_bounds({2, 3, 1, 9, 3}, 8), InvalidOption);
  const NamedPair pair{2, 3, 1, 4, 4};
  CHECK_THROWS_AS(completed_overlaps(pair, {.universe = 3}), InvalidOption);
  CHECK_THROWS_AS(completed_overlaps(pair, {.universe = 9, .samples = 0}), InvalidOption);
  CHECK_THROWS_AS(completed_overlaps(pair, {.universe = 9, .propensity = 0.0}), InvalidOption);
  CHECK_THROWS_AS(completed_overlaps(pair, {.universe = 9, .propensity = -1.0}), InvalidOption);
}

}  // namespace
}  // namespace summitry
