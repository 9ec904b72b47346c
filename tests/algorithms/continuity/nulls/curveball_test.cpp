#include "algorithms/continuity/nulls/curveball.hpp"

#include <map>
#include <set>

#include "algorithms/continuity/rosters/comparison.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Rosters = Curveball::Rosters;

std::vector<std::size_t> attendances(const Rosters& rosters, std::size_t participants) {
  std::vector<std::size_t> counts(participants, 0);
  for (const auto& roster : rosters) {
    for (const std::uint32_t who : roster) ++counts[who];
  }
  return counts;
}

// Every table with these margins, by trying all.
void enumerate(const std::vector<std::size_t>& sizes, std::vector<std::size_t>& left,
               Rosters& filled, std::set<Rosters>& found) {
  if (filled.size() == sizes.size()) {
    if (std::all_of(left.begin(), left.end(), [](std::size_t n) { return n == 0; })) {
      found.insert(filled);
    }
    return;
  }
  const std::size_t size = sizes[filled.size()];
  for (unsigned subset = 0; subset < (1U << left.size()); ++subset) {
    std::vector<std::uint32_t> roster;
    bool fits = true;
    for (std::uint32_t who = 0; who < left.size(); ++who) {
      if ((subset >> who & 1U) == 0) continue;
      fits = fits && left[who] > 0;
      roster.push_back(who);
    }
    if (!fits || roster.size() != size) continue;
    for (const std::uint32_t who : roster) --left[who];
    filled.push_back(roster);
    enumerate(sizes, left, filled, found);
    filled.pop_back();
    for (const std::uint32_t who : roster) ++left[who];
  }
}

std::set<Rosters> all_tables(const std::vector<std::size_t>& sizes,
                             std::vector<std::size_t> attendance) {
  std::set<Rosters> found;
  Rosters filled;
  enumerate(sizes, attendance, filled, found);
  return found;
}

// Pearson's statistic of draws against equal chances.
double chi_square(const std::set<Rosters>& tables, Curveball& sampler, std::size_t draws) {
  std::map<Rosters, std::size_t> counts;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    sampler.trade(12);
    ++counts[sampler.rosters()];
  }
  for (const auto& [table, count] : counts) REQUIRE(tables.count(table) == 1);
  const double expected = static_cast<double>(draws) / static_cast<double>(tables.size());
  double statistic = 0.0;
  for (const Rosters& table : tables) {
    const double difference = static_cast<double>(counts[table]) - expected;
    statistic += difference * difference / expected;
  }
  return statistic;
}

TEST_CASE("curveball: two editions that share nobody are dealt out again",
          "[algorithms][continuity]") {
  Curveball sampler({{0, 1}, {2, 3}}, Random(1));
  std::set<Rosters> seen;
  for (int i = 0; i < 200; ++i) {
    sampler.trade(1);
    seen.insert(sampler.rosters());
  }
  CHECK(seen == all_tables({2, 2}, {1, 1, 1, 1}));
  CHECK(seen.size() == 6);
}

TEST_CASE("curveball: the tables of small margins are as many as published",
          "[algorithms][continuity]") {
  CHECK(all_tables({1, 1, 1}, {1, 1, 1}).size() == 6);
  CHECK(all_tables({2, 1, 1}, {2, 1, 1}).size() == 5);
  CHECK(all_tables({2, 2, 1}, {2, 2, 1}).size() == 5);
  CHECK(all_tables({2, 2, 2}, {2, 2, 2}).size() == 6);
  CHECK(all_tables({3, 2, 1}, {2, 2, 1, 1}).size() == 8);
  CHECK(all_tables({3, 2, 2, 1}, {3, 2, 2, 1}).size() == 24);
  CHECK(all_tables({2, 2, 2, 2}, {2, 2, 2, 2}).size() == 90);
}

TEST_CASE("curveball: every table with the margins is visited equally often",
          "[algorithms][continuity]") {
  const auto eight = all_tables({3, 2, 1}, {2, 2, 1, 1});
  Curveball small(*eight.begin(), Random(11));
  CHECK(chi_square(eight, small, 80000) < 24.32);  // 7 degrees of freedom, p = .001
  const auto ninety = all_tables({2, 2, 2, 2}, {2, 2, 2, 2});
  Curveball large(*ninety.begin(), Random(12));
  CHECK(chi_square(ninety, large, 90000) < 135.98);  // 89 degrees of freedom, p = .001
}

TEST_CASE("curveball: keeps both margins and the order of rosters", "[algorithms][continuity]") {
  const Rosters women = testing::southern_women();
  Curveball sampler(women, Random(5));
  for (int i = 0; i < 50; ++i) {
    sampler.trade(30);
    CHECK(attendances(sampler.rosters(), 18) == attendances(women, 18));
    const Rosters now = sampler.rosters();
    for (std::size_t e = 0; e < women.size(); ++e) {
      const auto& roster = now[e];
      CHECK(roster.size() == women[e].size());
      CHECK(std::is_sorted(roster.begin(), roster.end()));
      CHECK(std::adjacent_find(roster.begin(), roster.end()) == roster.end());
    }
  }
  CHECK(sampler.rosters() != women);
}

// Editions whose rosters are short beside all that come, so that they are held as lists.
Rosters short_rosters(std::size_t editions, std::size_t size, std::uint32_t universe) {
  Random random(9);
  Rosters rosters(editions);
  for (auto& roster : rosters) {
    std::set<std::uint32_t> who;
    while (who.size() < size) who.insert(static_cast<std::uint32_t>(random.below(universe)));
    roster.assign(who.begin(), who.end());
  }
  return rosters;
}

TEST_CASE("curveball: short rosters of many keep both margins too", "[algorithms][continuity]") {
  const Rosters start = short_rosters(400, 12, 3000);
  Curveball sampler(start, Random(6));
  sampler.trade(4000);
  const Rosters now = sampler.rosters();
  CHECK(attendances(now, 3000) == attendances(start, 3000));
  std::size_t kept = 0;
  for (std::size_t e = 0; e < start.size(); ++e) {
    CHECK(now[e].size() == start[e].size());
    CHECK(std::is_sorted(now[e].begin(), now[e].end()));
    kept += shared_count(now[e], start[e]);
  }
  CHECK(kept < 400 * 12 / 5);  // most have moved
}

TEST_CASE("curveball: uneven pools and lists are dealt out as evenly as bits",
          "[algorithms][continuity]") {
  // Sizes 3 and 5 that share nobody: each of C(8,3) = 56 deals equally often.
  std::map<std::vector<std::uint32_t>, std::size_t> counts;
  Curveball pair({{0, 1, 2}, {3, 4, 5, 6, 7}}, Random(21));
  for (int draw = 0; draw < 28000; ++draw) {
    pair.trade(1);
    ++counts[pair.rosters()[0]];
  }
  double statistic = 0.0;
  for (const auto& [roster, count] : counts) {
    const double difference = static_cast<double>(count) - 500.0;
    statistic += difference * difference / 500.0;
  }
  CHECK(counts.size() == 56);
  CHECK(statistic < 93.17);  // 55 degrees of freedom, p = .001
  // 200 editions of one each, held as lists: the first holds any of the 200 in the long run.
  Rosters singles;
  for (std::uint32_t e = 0; e < 200; ++e) singles.push_back({e});
  Curveball lists(singles, Random(22));
  std::vector<std::size_t> first(200, 0);
  for (int draw = 0; draw < 4000; ++draw) {
    lists.trade(600);
    ++first[lists.rosters()[0].front()];
  }
  statistic = 0.0;
  for (const std::size_t count : first) {
    const double difference = static_cast<double>(count) - 20.0;
    statistic += difference * difference / 20.0;
  }
  CHECK(statistic < 265.5);  // 199 degrees of freedom, p = .001
}

TEST_CASE("curveball: overlaps and returns are those of the rosters", "[algorithms][continuity]") {
  for (const Rosters& start : {testing::southern_women(), short_rosters(40, 6, 500)}) {
    Curveball sampler(start, Random(3));
    for (int round = 0; round < 5; ++round) {
      sampler.trade(20);
      const Rosters now = sampler.rosters();
      CHECK(sampler.overlap(3, 9) == shared_count(now[3], now[9]));
      const auto absent = sampler.absent();
      REQUIRE(absent.size() + 1 == now.size());
      std::set<std::uint32_t> seen;
      for (std::size_t t = 0; t + 1 < now.size(); ++t) {
        std::size_t count = 0;
        std::size_t back = 0;
        for (const std::uint32_t who : seen) {
          if (std::binary_search(now[t].begin(), now[t].end(), who)) continue;
          ++count;
          back += std::binary_search(now[t + 1].begin(), now[t + 1].end(), who) ? 1 : 0;
        }
        CHECK(absent[t].count == count);
        CHECK(absent[t].back == back);
        seen.insert(now[t].begin(), now[t].end());
      }
    }
  }
}

TEST_CASE("curveball: nothing to trade", "[algorithms][continuity]") {
  Curveball none({}, Random(1));
  none.trade(5);
  CHECK(none.rosters().empty());
  Curveball one({{1, 2}}, Random(1));
  one.trade(5);
  CHECK(one.rosters() == Rosters{{1, 2}});
  Curveball nobody({{}, {}}, Random(1));
  nobody.trade(5);
  CHECK(nobody.rosters() == Rosters{{}, {}});
}

// Stone & Roberts 1990: the mean over pairs of women of the events that only the one attended times
// those that only the other did.
double checkerboard_score(const Rosters& events) {
  std::vector<std::vector<std::uint32_t>> of_woman(18);
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    for (const std::uint32_t woman : events[e]) of_woman[woman].push_back(e);
  }
  double sum = 0.0;
  for (std::size_t i = 0; i < 18; ++i) {
    for (std::size_t k = i + 1; k < 18; ++k) {
      const std::size_t both = shared_count(of_woman[i], of_woman[k]);
      sum += static_cast<double>((of_woman[i].size() - both) * (of_woman[k].size() - both));
    }
  }
  return sum / (18.0 * 17.0 / 2.0);
}

TEST_CASE("curveball: the C-score of the Southern Women and its null distribution",
          "[algorithms][continuity]") {
  // observed 7.490196; curveball null mean 6.67, sd 0.12 (an independent implementation)
  CHECK(checkerboard_score(testing::southern_women()) == Approx(7.490196).margin(5e-7));
  Curveball sampler(testing::southern_women(), Random(2));
  double sum = 0.0;
  double squares = 0.0;
  constexpr int kDraws = 2000;
  for (int draw = 0; draw < kDraws; ++draw) {
    sampler.trade(70);
    const double score = checkerboard_score(sampler.rosters());
    sum += score;
    squares += score * score;
  }
  const double mean = sum / kDraws;
  CHECK(mean == Approx(6.67).margin(0.02));
  CHECK(std::sqrt(squares / kDraws - mean * mean) == Approx(0.12).margin(0.015));
}

}  // namespace
}  // namespace summitry
