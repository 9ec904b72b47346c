#include "algorithms/continuity/continuity.hpp"

#include <numeric>

#include "algorithms/continuity/curveball.hpp"
#include "algorithms/continuity/null_models.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

using testing::attended;
using testing::series_network;

std::vector<std::string> names(const Network& network, const std::vector<EntityIndex>& entities) {
  std::vector<std::string> result;
  for (const EntityIndex entity : entities) result.push_back(network.entity(entity).id);
  return result;
}

std::vector<std::string> participants(const Network& network, const Continuity& continuity,
                                      std::size_t edition) {
  return names(network, continuity.editions[edition].participants);
}

bool same(const std::vector<Transition>& a, const std::vector<Transition>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Transition& x, const Transition& y) {
                      return x.from == y.from && x.to == y.to && x.retained == y.retained &&
                             x.expected_retained == y.expected_retained &&
                             x.expected_sd == y.expected_sd && x.z == y.z && x.p_value == y.p_value;
                    });
}

// Editions with random rosters of a common universe.
Network random_series(std::uint64_t seed, std::size_t editions, std::uint64_t universe) {
  Random random(seed);
  std::vector<std::vector<std::string>> rosters(editions);
  for (auto& roster : rosters) {
    for (std::uint64_t who = 0; who < universe; ++who) {
      if (random.below(3) > 0) roster.push_back("p" + std::to_string(10 + who));
    }
  }
  return attended(rosters);
}

TEST_CASE("continuity: four editions by hand", "[algorithms][continuity]") {
  const Network network = attended({{"a", "b", "c"}, {"b", "d"}, {"a", "b", "d", "e"}, {"a", "e"}});
  const Continuity found = continuity(network);
  CHECK(found.series == "series");
  CHECK(found.participation == std::vector<std::string>{"attended", "signed"});
  REQUIRE(found.editions.size() == 4);
  CHECK(participants(network, found, 2) == std::vector<std::string>{"a", "b", "d", "e"});
  CHECK(found.editions[0].entered == 3);
  CHECK(found.editions[0].left == 0);
  CHECK(found.editions[1].entered == 1);
  CHECK(found.editions[1].left == 2);
  CHECK(found.editions[2].entered == 2);   // a and e
  CHECK(found.editions[2].returned == 1);  // a
  CHECK(found.editions[3].left == 2);
  REQUIRE(found.transitions.size() == 3);
  CHECK(found.all_pairs.size() == 6);
  CHECK(found.transitions[1].retained == 2);
  // a and c were seen before the second edition and not at it; a is at the third
  CHECK(*found.transitions[1].return_after_absence == 0.5);
  CHECK_FALSE(found.transitions[0].return_after_absence.has_value());
  REQUIRE(found.entities.size() == 5);
  CHECK(network.entity(found.entities[0].entity).id == "a");
  CHECK(found.entities[0].editions == std::vector<std::size_t>{0, 2, 3});
  CHECK(found.entities[0].streak == 2);
  CHECK(found.entities[1].streak == 3);
  CHECK(found.entities[2].streak == 1);
  // N = 5, a = 3, b = 2: mean 6/5, P(X >= 1) = 1 - C(2,2)/C(5,2)
  CHECK(found.transitions[0].universe == 5);
  CHECK(*found.transitions[0].expected_retained == Approx(1.2));
  CHECK(*found.transitions[0].p_value == Approx(0.9));
}

TEST_CASE("continuity: who counts as a participant", "[algorithms][continuity]") {
  const Network network = series_network(
      {{"s1"}, {"s2"}},
      {{"a", "attended", "s1"},
       {"b", "signed", "text", "s1"},                            // a document names its summit
       {"c", "signed", "text", "s1", "declined"},                // declined: not a participant
       {"d", "attended", "s1", "", "", "unverified"},            // below the confidence asked for
       {"e", "attended", "s1", "", "announced"},                 // only expected
       {"f", "attended", "other", "s1"},                         // at another summit
       {"g", "funds", "fund", "s1"},                             // not a type of participation
       {"report", "signed", "text", "s1"},                       // a document
       {"h", "attended", "s1", "", "", "official", "inferred"},  // inferred only
       {"i", "attended", "s1", "", "", "official", "inferred"},
       {"i", "signed", "text", "s1"},  // observed as well
       {"j", "attended", "s1"},        // observed before inferred
       {"j", "signed", "text", "s1", "", "official", "inferred"},
       {"acme", "attended", "s2"}},
      {{"text", "document"},
       {"report", "document"},
       {"other", "summit"},
       {"fund", "initiative"},
       {"acme", "organisation"}});
  const Continuity found = continuity(network);
  CHECK(participants(network, found, 0) == std::vector<std::string>{"a", "b", "h", "i", "j"});
  CHECK(found.editions[0].inferred == 1);
  CHECK(participants(network, found, 1) == std::vector<std::string>{"acme"});

  const Continuity signers = continuity(network, {.participation = {"signed"}});
  CHECK(participants(network, signers, 0) == std::vector<std::string>{"b", "i", "j"});
  const Continuity all =
      continuity(network, {.least_confidence = Confidence::unverified,
                           .statuses = {Status::realised, Status::announced, Status::declined}});
  CHECK(participants(network, all, 0) ==
        std::vector<std::string>{"a", "b", "c", "d", "e", "h", "i", "j"});
  const Continuity countries = continuity(network, {.kinds = {"country"}});
  CHECK(countries.editions[1].participants.empty());
  CHECK(countries.kinds == std::vector<std::string>{"country"});
}

TEST_CASE("continuity: identical and disjoint editions against chance",
          "[algorithms][continuity]") {
  const Continuity same_people = continuity(attended({{"a", "b"}, {"a", "b"}}));
  CHECK(*same_people.transitions[0].jaccard == 1.0);
  CHECK(*same_people.transitions[0].expected_sd == 0.0);
  CHECK_FALSE(same_people.transitions[0].z.has_value());
  CHECK(*same_people.transitions[0].p_value == 1.0);
  const Continuity others = continuity(attended({{"a", "b"}, {"c", "d"}}));
  CHECK(*others.transitions[0].retention == 0.0);
  CHECK(*others.transitions[0].p_value == 1.0);
  CHECK(*others.transitions[0].z < 0.0);
}

TEST_CASE("continuity: curveball's expectation is the mean over all tables with the margins",
          "[algorithms][continuity]") {
  // Sizes 3, 2, 1 and attendances 2, 2, 1, 1 have eight tables. When a or b is alone at the third
  // edition (three tables each) the first two share one, when c or d is (one each) they share both
  // a and b: mean 10/8, variance 6/8 * (1/4)^2 + 2/8 * (3/4)^2 = 3/16.
  const Network network = attended({{"a", "b", "c"}, {"a", "d"}, {"b"}});
  const Continuity found =
      continuity(network, {.null_model = "curveball", .samples = 20000}, Run{.seed = 3});
  CHECK(found.samples == 20000);
  CHECK(found.seed == 3);
  CHECK(*found.all_pairs[0].expected_retained == Approx(1.25).margin(0.02));
  CHECK(*found.all_pairs[0].expected_sd == Approx(std::sqrt(3.0 / 16.0)).margin(0.01));
  CHECK(*found.all_pairs[0].p_value == Approx(1.0));  // all eight share at least one
  CHECK(found.transitions[0].expected_retained == found.all_pairs[0].expected_retained);
  CHECK(found.all_pairs[0].universe == 4);
}

TEST_CASE("continuity: two editions leave curveball no choice", "[algorithms][continuity]") {
  const Continuity found = continuity(attended({{"a", "b", "c"}, {"b", "c", "d"}}),
                                      {.null_model = "curveball", .samples = 99});
  CHECK(*found.transitions[0].expected_retained == 2.0);
  CHECK(*found.transitions[0].expected_sd == 0.0);
  CHECK_FALSE(found.transitions[0].z.has_value());
  CHECK(*found.transitions[0].p_value == 1.0);
}

TEST_CASE("continuity: without a null model nothing is expected", "[algorithms][continuity]") {
  const Continuity found = continuity(attended({{"a"}, {"a"}}), {.null_model = "none"});
  CHECK_FALSE(found.transitions[0].expected_retained.has_value());
  CHECK_FALSE(found.transitions[0].p_value.has_value());
  CHECK(found.transitions[0].universe == 0);
}

TEST_CASE("continuity: rosters from the null give p-values that are not too small",
          "[algorithms][continuity]") {
  constexpr int kSeries = 200;
  int below_five = 0;
  int below_twenty = 0;
  Continuity start = continuity(random_series(17, 5, 25), {.null_model = "none"});
  for (int i = 0; i < kSeries; ++i) {
    Curveball::Rosters rosters;
    for (const Edition& edition : start.editions) rosters.push_back(edition.participants);
    Curveball sampler(rosters, Random(99, static_cast<std::uint64_t>(i)));
    sampler.trade(300);
    Continuity drawn = start;
    for (std::size_t t = 0; t < 5; ++t) drawn.editions[t].participants = sampler.rosters()[t];
    Transition& pair = drawn.all_pairs[0];
    std::vector<EntityIndex> both;
    std::set_intersection(sampler.rosters()[0].begin(), sampler.rosters()[0].end(),
                          sampler.rosters()[1].begin(), sampler.rosters()[1].end(),
                          std::back_inserter(both));
    pair.retained = both.size();
    Run run;
    run.seed = static_cast<std::uint64_t>(i);
    expect_by_curveball(drawn, 199, run);
    below_five += *drawn.all_pairs[0].p_value <= 0.05 ? 1 : 0;
    below_twenty += *drawn.all_pairs[0].p_value <= 0.2 ? 1 : 0;
  }
  CHECK(below_five <= 19);    // 10 expected at most; three standard deviations above
  CHECK(below_twenty <= 57);  // 40 expected at most
  CHECK(below_twenty > 5);    // and the case is not vacuous
}

TEST_CASE("continuity: one thread or four, and the same data in another order, give the same",
          "[algorithms][continuity][parallel]") {
  const Network network = random_series(4, 6, 40);
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  const ContinuityOptions options{.null_model = "curveball", .samples = 330};
  const Continuity a = continuity(network, options, one);
  const Continuity b = continuity(network, options, four);
  CHECK(same(a.all_pairs, b.all_pairs));
  const Network forwards = attended({{"a", "b"}, {"b", "c"}, {"c", "a", "d"}});
  const Network backwards = attended({{"b", "a"}, {"c", "b"}, {"d", "a", "c"}});
  CHECK(same(continuity(forwards, options).all_pairs, continuity(backwards, options).all_pairs));
  CHECK_FALSE(same(a.all_pairs, continuity(network, options, Run{.seed = 2}).all_pairs));
}

TEST_CASE("continuity: one edition, an empty edition, nobody at all", "[algorithms][continuity]") {
  const Continuity one = continuity(attended({{"a", "b"}}));
  CHECK(one.transitions.empty());
  CHECK(one.all_pairs.empty());
  CHECK(one.entities.size() == 2);
  CHECK(one.hosts.size() == 1);
  for (const char* null_model : {"hypergeometric", "curveball", "none"}) {
    const Continuity gap = continuity(attended({{"a"}, {}, {"a"}}), {.null_model = null_model});
    CHECK_FALSE(gap.transitions[0].inheritance.has_value());
    CHECK_FALSE(gap.transitions[1].retention.has_value());
    CHECK(gap.editions[2].returned == 1);
    CHECK(*gap.transitions[1].return_after_absence == 1.0);
    const Continuity nobody = continuity(attended({{}, {}}), {.null_model = null_model});
    CHECK(nobody.entities.empty());
    CHECK(nobody.transitions[0].retained == 0);
    CHECK_FALSE(nobody.transitions[0].jaccard.has_value());
  }
}

TEST_CASE("continuity: refuses what it does not know", "[algorithms][continuity]") {
  const Network network = attended({{"a", "b"}, {"a"}});
  CHECK_THROWS_WITH(continuity(network, {.series = "serie"}), Catch::Contains("\"series\""));
  CHECK_THROWS_WITH(continuity(network, {.participation = {"atended"}}),
                    Catch::Contains("did you mean \"attended\"?"));
  CHECK_THROWS_AS(continuity(network, {.kinds = {"contry"}}), UnknownName);
  CHECK_THROWS_WITH(continuity(network, {.null_model = "curvebal"}),
                    Catch::Contains("did you mean \"curveball\"?"));
  CHECK_THROWS_AS(continuity(network, {.samples = 0}), InvalidOption);
  CHECK_THROWS_AS(continuity(network, {.statuses = {}}), InvalidOption);
  CHECK_THROWS_WITH(continuity(network, {.universe = 1}),
                    "continuity: universe must be at least the 2 who took part at some edition, "
                    "got 1");
  CHECK_THROWS_AS(continuity(network, {.null_model = "curveball", .universe = 9}), InvalidOption);
  CHECK(*continuity(network, {.universe = 10}).transitions[0].expected_retained == Approx(0.2));
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(continuity(network, {.null_model = "curveball"}, cancelled), Cancelled);
}

}  // namespace
}  // namespace summitry
