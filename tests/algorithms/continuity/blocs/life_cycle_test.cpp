#include "algorithms/continuity/blocs/life_cycle.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Counts = std::map<BlocEvent, std::size_t>;
using enum BlocEvent;

Counts counts_of(const LifeCycle& life) {
  Counts counts;
  for (const BlocChange& change : life.changes) ++counts[change.event];
  return counts;
}

std::vector<std::uint32_t> range(std::uint32_t begin, std::uint32_t end) {
  std::vector<std::uint32_t> members;
  for (std::uint32_t i = begin; i < end; ++i) members.push_back(i);
  return members;
}

const BlocChange& only(const LifeCycle& life, BlocEvent event) {
  const auto is = [event](const BlocChange& change) { return change.event == event; };
  REQUIRE(std::count_if(life.changes.begin(), life.changes.end(), is) == 1);
  return *std::find_if(life.changes.begin(), life.changes.end(), is);
}

}  // namespace

TEST_CASE("life cycle: identical editions only continue", "[algorithms][continuity]") {
  const Members same = {range(0, 6), range(6, 10), range(10, 12)};
  const LifeCycle life = life_cycle({same, same, same});
  CHECK(counts_of(life) == Counts{{continuation, 6}});
  CHECK(*life.stable_share == 1.0);
  for (const BlocChange& change : life.changes) CHECK(change.found_at == 5);
  CHECK(life.threads.size() == 3);
}

TEST_CASE("life cycle: disjoint editions are deaths and births", "[algorithms][continuity]") {
  const LifeCycle life = life_cycle({{range(0, 5), range(5, 9)}, {range(20, 25), range(25, 28)}});
  CHECK(counts_of(life) == Counts{{birth, 2}, {death, 2}});
}

TEST_CASE("life cycle: a planted merge and a planted split", "[algorithms][continuity]") {
  // {0..5} and {6..11} become one; {20..31} becomes two; {40..44} stays.
  const Members before = {range(20, 32), range(0, 6), range(6, 12), range(40, 45)};
  const Members after = {range(0, 12), range(20, 26), range(26, 32), range(40, 45)};
  const LifeCycle life = life_cycle({before, after, after});
  CHECK(counts_of(life) == Counts{{merge, 1}, {split, 1}, {continuation, 5}});
  const BlocChange& merged = only(life, merge);
  CHECK(merged.edition == 1);
  CHECK(merged.blocs == std::vector<std::size_t>{0});
  CHECK(merged.origins == std::vector<Sighting>{{0, 1}, {0, 2}});
  CHECK(*merged.jaccard == Approx(0.5));
  const BlocChange& parted = only(life, split);
  CHECK(parted.blocs == std::vector<std::size_t>{1, 2});
  CHECK(parted.origins == std::vector<Sighting>{{0, 0}});
  // Halves match up to 1/2: found at every threshold tried, and not beyond.
  CHECK(merged.found_at == 5);
  CHECK(counts_of(life_cycle({before, after}, {.threshold = 0.6})) ==
        Counts{{birth, 3}, {death, 3}, {continuation, 1}});
}

TEST_CASE("life cycle: permuted labels are no event", "[algorithms][continuity]") {
  Random random(5);
  for (int i = 0; i < 20; ++i) {
    Members blocs = {range(0, 7), range(7, 12), range(12, 15), range(15, 17)};
    std::vector<Members> editions;
    for (int t = 0; t < 4; ++t) {
      random.shuffle(std::span(blocs));
      editions.push_back(blocs);
    }
    CHECK(counts_of(life_cycle(editions)) == Counts{{continuation, 12}});
  }
}

TEST_CASE("life cycle: growth, shrink and what lies between", "[algorithms][continuity]") {
  const Members ten = {range(0, 10)};
  CHECK(counts_of(life_cycle({ten, {range(0, 11)}})) == Counts{{continuation, 1}});
  CHECK(counts_of(life_cycle({ten, {range(0, 12)}})) == Counts{{growth, 1}});
  CHECK(counts_of(life_cycle({{range(0, 12)}, ten})) == Counts{{shrink, 1}});
  CHECK(counts_of(life_cycle({ten, {range(0, 12)}}, {.size_ratio = 0.2})) ==
        Counts{{continuation, 1}});
}

TEST_CASE("life cycle: absence, patience and resurgence", "[algorithms][continuity]") {
  const Members both = {range(0, 5), range(10, 14)};
  const Members one = {range(0, 5)};
  const LifeCycle back = life_cycle({both, one, both});
  CHECK(counts_of(back) == Counts{{continuation, 2}, {resurgence, 1}});
  CHECK(only(back, resurgence).origins == std::vector<Sighting>{{0, 1}});
  const LifeCycle gone = life_cycle({both, one, one});
  CHECK(counts_of(gone) == Counts{{continuation, 2}, {death, 1}});
  CHECK(only(gone, death).edition == 1);
  // Missing only at the last edition: with patience for two nothing is said.
  CHECK(counts_of(life_cycle({both, both, one}, {.patience = 2})) == Counts{{continuation, 3}});
  CHECK(counts_of(life_cycle({both, both, one})) == Counts{{continuation, 3}, {death, 1}});
}

TEST_CASE("life cycle: after a merge the others are closed, not dead", "[algorithms][continuity]") {
  const Members two = {range(0, 6), range(6, 11)};
  const Members merged = {range(0, 11)};
  const LifeCycle life = life_cycle({two, merged, merged, merged});
  CHECK(counts_of(life) == Counts{{merge, 1}, {continuation, 2}});
  CHECK(*life.threads[1].merged_into == 0);
  const LifeCycle again = life_cycle({two, merged, two, two});
  CHECK(counts_of(again) == Counts{{merge, 1}, {split, 1}, {continuation, 2}});
  CHECK(*again.threads[2].split_from == 0);
}

TEST_CASE("life cycle: communities below the least size are no blocs", "[algorithms][continuity]") {
  const LifeCycle life = life_cycle({{range(0, 3), {7}}, {range(0, 3), {8}}});
  CHECK(counts_of(life) == Counts{{continuation, 1}});
  CHECK(counts_of(life_cycle({{{7}}, {{8}}}, {.least_size = 1})) == Counts{{birth, 1}, {death, 1}});
}

TEST_CASE("life cycle: the stable share by hand", "[algorithms][continuity]") {
  // Jaccard 2/6: a continuation (of equal sizes) at .1, .2 and .3; at .4 and .5 a birth and a death.
  const LifeCycle life = life_cycle({{{0, 1, 2, 3}}, {{2, 3, 4, 5}}});
  CHECK(counts_of(life) == Counts{{continuation, 1}});
  CHECK(life.changes.front().found_at == 3);
  CHECK(*life.stable_share == 0.0);
  REQUIRE(life.sweep.size() == 5);
  CHECK(life.sweep[2].events[static_cast<std::size_t>(continuation)] == 1);
  CHECK(life.sweep[3].events[static_cast<std::size_t>(birth)] == 1);
}

// What holds for any two editions, checked by brute force over pairs.
TEST_CASE("life cycle: events are those of the table of similarities", "[algorithms][continuity]") {
  Random random(77);
  std::size_t merges = 0;
  std::size_t splits = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<Members> editions(2);
    for (Members& blocs : editions) {
      blocs.resize(2 + random.below(3));
      for (std::uint32_t who = 0; who < 14; ++who) blocs[random.below(blocs.size())].push_back(who);
    }
    std::map<std::size_t, std::size_t> of_before;
    std::map<std::size_t, std::size_t> of_after;
    for (std::size_t i = 0; i < editions[0].size(); ++i) {
      for (std::size_t k = 0; k < editions[1].size(); ++k) {
        const auto& a = editions[0][i];
        const auto& b = editions[1][k];
        if (a.size() < 2 || b.size() < 2) continue;
        std::set<std::uint32_t> all(a.begin(), a.end());
        all.insert(b.begin(), b.end());
        const double shared = static_cast<double>(a.size() + b.size() - all.size());
        if (shared / static_cast<double>(all.size()) < 0.2) continue;
        ++of_before[i];
        ++of_after[k];
      }
    }
    const LifeCycle life = life_cycle(editions, {.threshold = 0.2});
    Counts counts = counts_of(life);
    const auto several = [](const auto& pair) { return pair.second > 1; };
    const auto expected_merges = std::count_if(of_after.begin(), of_after.end(), several);
    const auto expected_splits = std::count_if(of_before.begin(), of_before.end(), several);
    CHECK(counts[merge] == static_cast<std::size_t>(expected_merges));
    CHECK(counts[split] == static_cast<std::size_t>(expected_splits));
    std::size_t blocs_after = 0;
    for (const auto& bloc : editions[1]) blocs_after += bloc.size() >= 2 ? 1 : 0;
    CHECK(counts[birth] == blocs_after - of_after.size());
    merges += counts[merge];
    splits += counts[split];
  }
  CHECK(merges > 20);
  CHECK(splits > 20);
}

TEST_CASE("life cycle: edges", "[algorithms][continuity]") {
  CHECK(life_cycle({}).changes.empty());
  CHECK_FALSE(life_cycle({}).stable_share);
  CHECK(life_cycle({Members{}, Members{}}).changes.empty());
  CHECK_THROWS_AS(life_cycle({}, {.threshold = 0.0}), InvalidOption);
  CHECK_THROWS_AS(life_cycle({}, {.threshold = 1.1}), InvalidOption);
  CHECK_THROWS_AS(life_cycle({}, {.threshold = std::nan("")}), InvalidOption);
  CHECK_THROWS_AS(life_cycle({}, {.size_ratio = -0.1}), InvalidOption);
  CHECK_THROWS_AS(life_cycle({}, {.patience = 0}), InvalidOption);
  CHECK_THROWS_AS(life_cycle({}, {.least_size = 0}), InvalidOption);
  CHECK_THROWS_AS(life_cycle({}, {.sweep = {0.0}}), InvalidOption);
}

}  // namespace summitry
