#include "algorithms/continuity/rosters/stays.hpp"

#include "algorithms/continuity/rosters/comparison.hpp"
#include "algorithms/continuity/rosters/role_ranks.hpp"
#include "algorithms/continuity/rosters/rosters.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::attended;

// a stays for all four editions, b for two, c comes back after one missed, d comes last.
const std::vector<std::vector<std::string>> kRosters = {
    {"a", "b", "c"}, {"a", "b"}, {"a", "c"}, {"a", "d"}};

std::vector<Attendance> attendances(const Network& network) {
  const Series& series = network.series("");
  return attendance(rosters(network, series, {series.participation, {}, {}}));
}

TEST_CASE("stays: four editions by hand", "[algorithms][continuity]") {
  const Network network = attended(kRosters);
  const LifeOfSeries life = stays(network, attendances(network), 4);
  // Since the first: a censored at 3, b gone at 2, c last seen at the third and gone at 3, d censored at 0
  const auto& rows = life.since_first.rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].time == 0.0);
  CHECK(rows[0].at_risk == 0);  // d was never watched for a whole step
  CHECK(rows[0].censored == 1);
  CHECK(rows[1].time == 2.0);
  CHECK(rows[1].events == 1);
  CHECK(rows[1].survival == Approx(2.0 / 3.0));
  CHECK(rows[2].time == 3.0);
  CHECK(rows[2].at_risk == 2);
  CHECK(rows[2].events == 1);
  CHECK(rows[2].censored == 1);
  CHECK(rows[2].survival == Approx(1.0 / 3.0));
  // Stays: c's first ends at once and its second too
  REQUIRE(life.stays.size() == 2);
  CHECK(life.stays[0].subjects == 4);
  CHECK(life.stays[0].events == 2);
  CHECK(life.stays[1].subjects == 1);
  CHECK(life.stays[1].events == 1);
  // Absences: b two editions without return, c back after two steps, then gone for one
  CHECK(life.absences.subjects == 3);
  CHECK(life.absences.events == 1);
  CHECK(life.left_truncated == 0);
}

TEST_CASE("stays: two missed editions end a stay where that is asked for",
          "[algorithms][continuity]") {
  const Network network = attended(kRosters);
  const LifeOfSeries life = stays(network, attendances(network), 4, {.missed = 2});
  // c missed one only and has one to go: censored at 2; b missed two: gone
  CHECK(life.since_first.events == 1);
  CHECK(life.stays.size() == 1);
  CHECK(life.absences.subjects == 1);
  CHECK(life.absences.events == 0);
}

TEST_CASE("stays: whoever was there before the series begins here is left out",
          "[algorithms][continuity]") {
  const Network network = attended(kRosters);
  const LifeOfSeries life = stays(network, attendances(network), 4, {.began_earlier = true});
  CHECK(life.left_truncated == 3);
  CHECK(life.since_first.subjects == 1);  // d
  REQUIRE(life.stays.size() == 2);
  CHECK(life.stays[0].subjects == 1);
  CHECK(life.stays[1].subjects == 1);  // c's second, whose beginning was seen
}

TEST_CASE("stays: kinds are compared", "[algorithms][continuity]") {
  std::vector<testing::Said> said;
  for (const char* who : {"a", "b", "c"}) {
    for (const char* edition : {"s1", "s2", "s3"}) said.push_back({who, "attended", edition});
  }
  for (const char* who : {"x", "y", "z"}) said.push_back({who, "attended", "s1"});
  const Network network = testing::series_network(
      {{"s1"}, {"s2"}, {"s3"}}, said,
      {{"x", "organisation"}, {"y", "organisation"}, {"z", "organisation"}});
  const LifeOfSeries life = stays(network, attendances(network), 3);
  REQUIRE(life.by_kind.size() == 2);
  CHECK(life.by_kind[0].name == "country");
  CHECK(life.by_kind[0].events == 0);
  CHECK(life.by_kind[1].events == 3);
  // One time with d = 3 of n = 6, three in each: (3 - 1.5)^2 / (3 * 3 / 5 * 1/4) = 5
  CHECK(*life.between_kinds.chi_square == Approx(5.0));
}

TEST_CASE("stays: nobody, one edition, and no option below one", "[algorithms][continuity]") {
  const Network nobody = attended({{}, {}});
  CHECK(stays(nobody, {}, 2).since_first.subjects == 0);
  const Network one = attended({{"a"}});
  CHECK(stays(one, attendances(one), 1).since_first.events == 0);
  CHECK_THROWS_AS(stays(one, {}, 1, {.missed = 0}), InvalidOption);
}

TEST_CASE("together: several editions at once", "[algorithms][continuity]") {
  // E7 to E8 of the Southern Women: of two editions it is the Sorensen similarity of the pair
  const auto women = testing::southern_women();
  std::vector<Edition> editions(2);
  editions[0].participants = women[6];
  editions[1].participants = women[7];
  const MultiEdition pair = together(editions);
  CHECK(*pair.sorensen == Approx(.6667).margin(5e-5));
  CHECK(*pair.sorensen == Approx(*compare_rosters(women[6], women[7]).sorensen).epsilon(1e-12));
  // Three editions {a b}, {b c}, {b}: S = 3, A = 5: 3/2 * (1 - 3/5) = .6
  editions = std::vector<Edition>(4);
  editions[0].participants = {0, 1};
  editions[1].participants = {1, 2};
  editions[3].participants = {1};
  const MultiEdition three = together(editions);
  CHECK(three.editions == 3);
  CHECK(*three.sorensen == Approx(0.6));
  CHECK(three.at_least == std::vector<std::size_t>{3, 1, 1, 0});
  CHECK_FALSE(together({}).sorensen.has_value());
}

TEST_CASE("ruzicka: weights by hand", "[algorithms][continuity]") {
  const std::vector<EntityIndex> before = {1, 4, 6};
  const std::vector<EntityIndex> after = {2, 4, 6};
  const std::vector<double> w = {1.0, 4.0, 2.0};
  const std::vector<double> v = {3.0, 1.0, 2.0};
  CHECK(*ruzicka(before, w, after, v) == Approx((1.0 + 2.0) / (1.0 + 3.0 + 4.0 + 2.0)));
  CHECK(*ruzicka(before, w, before, w) == 1.0);
  CHECK_FALSE(ruzicka({}, {}, {}, {}).has_value());
  const std::vector<double> ones(3, 1.0);
  CHECK(*ruzicka(before, ones, after, ones) == Approx(*compare_rosters(before, after).jaccard));
}

TEST_CASE("read_role_ranks: defaults and one's own", "[algorithms][continuity]") {
  CHECK(rank_of(read_role_ranks(""), "hosted") == 4.0);
  CHECK(rank_of(read_role_ranks(""), "attended") == 1.0);
  const auto ranks = read_role_ranks("attended=0.5,hosted=9");
  CHECK(rank_of(ranks, "attended") == 0.5);
  CHECK(rank_of(ranks, "hosted") == 9.0);
  CHECK(rank_of(ranks, "signed") == 2.0);
  for (const char* bad : {"hosted", "=3", "hosted=", "hosted=x", "hosted=-1", "hosted=inf"}) {
    CHECK_THROWS_AS(read_role_ranks(bad), InvalidOption);
  }
}

}  // namespace
}  // namespace summitry
