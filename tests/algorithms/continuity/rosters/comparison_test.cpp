#include "algorithms/continuity/rosters/comparison.hpp"

#include <rapidcheck.h>

#include <set>

#include "engine/random.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Roster = std::vector<EntityIndex>;

Roster random_roster(Random& random, std::uint32_t universe) {
  Roster roster;
  for (std::uint32_t e = 0; e < universe; ++e) {
    if (random.below(2) == 0) roster.push_back(e);
  }
  return roster;
}

TEST_CASE("comparison: five to six participants with four in common, by hand",
          "[algorithms][continuity]") {
  const Transition t =
      compare_rosters(Roster{0, 1, 2, 3, 4}, Roster{1, 2, 3, 4, 5, 6}, Roster{0, 5, 7, 8});
  CHECK(t.retained == 4);
  CHECK(t.entered == 2);
  CHECK(t.left == 1);
  CHECK(*t.retention == Approx(4.0 / 5));
  CHECK(*t.exit == Approx(1.0 / 5));
  CHECK(*t.inheritance == Approx(4.0 / 6));
  CHECK(*t.entry == Approx(2.0 / 6));
  CHECK(*t.jaccard == Approx(4.0 / 7));
  CHECK(*t.sorensen == Approx(8.0 / 11));
  CHECK(*t.turnover == Approx(3.0 / 11));
  CHECK(*t.overlap == Approx(4.0 / 5));
  CHECK(*t.dissimilarity == Approx(3.0 / 11));
  CHECK(*t.replacement == Approx(1.0 / 5));
  CHECK(*t.growth == Approx(3.0 / 11 - 1.0 / 5));
  // of 5, 7 and 8, who were seen before but not at the earlier edition, 5 is back
  CHECK(*t.return_after_absence == Approx(1.0 / 3));
}

TEST_CASE("comparison: identical, disjoint, growing and half-replaced editions",
          "[algorithms][continuity]") {
  const Transition same = compare_rosters(Roster{1, 2, 3}, Roster{1, 2, 3});
  for (const auto& one :
       {same.retention, same.inheritance, same.jaccard, same.sorensen, same.overlap}) {
    CHECK(*one == 1.0);
  }
  for (const auto& zero :
       {same.exit, same.entry, same.turnover, same.dissimilarity, same.replacement, same.growth}) {
    CHECK(*zero == 0.0);
  }
  const Transition disjoint = compare_rosters(Roster{1, 2}, Roster{3, 4, 5});
  for (const auto& zero : {disjoint.retention, disjoint.inheritance, disjoint.jaccard,
                           disjoint.sorensen, disjoint.overlap}) {
    CHECK(*zero == 0.0);
  }
  CHECK(*disjoint.replacement == 1.0);
  CHECK(disjoint.left == 2);
  CHECK(disjoint.entered == 3);
  const Transition growing = compare_rosters(Roster{1, 2}, Roster{1, 2, 3, 4});
  CHECK(*growing.retention == 1.0);
  CHECK(*growing.replacement == 0.0);
  CHECK(*growing.growth == *growing.dissimilarity);
  CHECK(*growing.growth > 0.0);
  const Transition half = compare_rosters(Roster{1, 2, 3, 4}, Roster{3, 4, 5, 6});
  CHECK(*half.growth == 0.0);
  CHECK(*half.replacement == Approx(0.5));
}

TEST_CASE("comparison: equals set arithmetic, and its parts add up", "[algorithms][continuity]") {
  CHECK(rc::check([](std::uint64_t seed) {
    Random random(seed);
    const Roster a = random_roster(random, 12);
    const Roster b = random_roster(random, 12);
    const Roster earlier = random_roster(random, 12);
    const Transition t = compare_rosters(a, b, earlier);
    const std::set<EntityIndex> in_b(b.begin(), b.end());
    const std::set<EntityIndex> in_a(a.begin(), a.end());
    std::size_t both = 0;
    for (const EntityIndex e : a) both += in_b.count(e);
    std::size_t absent = 0;
    std::size_t back = 0;
    for (const EntityIndex e : earlier) {
      if (in_a.count(e) != 0) continue;
      ++absent;
      back += in_b.count(e);
    }
    RC_ASSERT(t.retained == both);
    RC_ASSERT(t.retained + t.left == a.size());
    RC_ASSERT(t.retained + t.entered == b.size());
    RC_ASSERT(t.return_after_absence.has_value() == (absent > 0));
    if (absent > 0) {
      RC_ASSERT(std::abs(*t.return_after_absence * static_cast<double>(absent) -
                         static_cast<double>(back)) < 1e-9);
    }
    if (!t.dissimilarity) return;
    RC_ASSERT(std::abs(*t.dissimilarity - *t.turnover) < 1e-12);
    RC_ASSERT(std::abs(*t.replacement + *t.growth - *t.dissimilarity) < 1e-12);
    RC_ASSERT(*t.growth >= -1e-12);
  }));
}

TEST_CASE("comparison: ratios of nothing are missing", "[algorithms][continuity]") {
  const Transition nobody = compare_rosters({}, {});
  for (const auto& ratio :
       {nobody.retention, nobody.inheritance, nobody.entry, nobody.exit, nobody.jaccard,
        nobody.sorensen, nobody.overlap, nobody.turnover, nobody.dissimilarity, nobody.replacement,
        nobody.growth, nobody.return_after_absence}) {
    CHECK_FALSE(ratio.has_value());
  }
  const Transition first = compare_rosters({}, Roster{1, 2});
  CHECK_FALSE(first.retention.has_value());
  CHECK(*first.entry == 1.0);
  CHECK_FALSE(first.overlap.has_value());
  CHECK(*first.dissimilarity == 1.0);
  CHECK(*first.growth == 1.0);
  CHECK(*first.replacement == 0.0);
}

TEST_CASE("comparison: Southern Women, event to event", "[algorithms][continuity]") {
  // Davis, Gardner & Gardner 1941; set arithmetic on the events in their usual order
  const auto rosters = testing::southern_women();
  const Transition e7_e8 = compare_rosters(rosters[6], rosters[7]);
  CHECK(e7_e8.retained == 8);
  CHECK(*e7_e8.retention == Approx(0.8000));
  CHECK(*e7_e8.jaccard == Approx(0.5000));
  CHECK(*e7_e8.overlap == Approx(0.8000));
  CHECK(*e7_e8.sorensen == Approx(0.6667).margin(5e-5));
  CHECK(*e7_e8.dissimilarity == Approx(0.333333).margin(5e-7));
  CHECK(*e7_e8.replacement == Approx(0.200000).margin(5e-7));
  CHECK(*e7_e8.growth == Approx(0.133333).margin(5e-7));
  const Transition e9_e10 = compare_rosters(rosters[8], rosters[9]);
  CHECK(*e9_e10.retention == Approx(0.3333).margin(5e-5));
  CHECK(*e9_e10.jaccard == Approx(0.3077).margin(5e-5));
  CHECK(*e9_e10.overlap == Approx(0.8000).margin(5e-5));
  CHECK(*e9_e10.sorensen == Approx(0.4706).margin(5e-5));
  const Transition e13_e14 = compare_rosters(rosters[12], rosters[13]);
  CHECK(*e13_e14.retention == 1.0);
  CHECK(*e13_e14.jaccard == 1.0);
  CHECK(*e13_e14.overlap == 1.0);
}

}  // namespace
}  // namespace summitry
