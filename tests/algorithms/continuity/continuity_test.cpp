#include "algorithms/continuity/continuity.hpp"

#include <numeric>

#include "algorithms/continuity/nulls/curveball.hpp"
#include "algorithms/continuity/nulls/margin_null.hpp"
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
  const Continuity found = continuity(network, {.null_model = "hypergeometric"});
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
  const ContinuityOptions options{.null_model = "hypergeometric"};
  const Continuity same_people = continuity(attended({{"a", "b"}, {"a", "b"}}), options);
  CHECK(*same_people.transitions[0].jaccard == 1.0);
  CHECK(*same_people.transitions[0].expected_sd == 0.0);
  CHECK_FALSE(same_people.transitions[0].z.has_value());
  CHECK(*same_people.transitions[0].p_value == 1.0);
  const Continuity others = continuity(attended({{"a", "b"}, {"c", "d"}}), options);
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
  for (const char* null_model : {"fixed-margins", "hypergeometric", "curveball", "none"}) {
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
  CHECK_THROWS_AS(continuity(network, {.samples = 10'000'001}), InvalidOption);
  CHECK_THROWS_AS(continuity(network, {.strata = "region"}), UnknownName);
  CHECK_THROWS_AS(continuity(network, {.role_ranks = "hosted"}), InvalidOption);
  CHECK_THROWS_AS(continuity(network, {.role_ranks = "hosted=-1"}), InvalidOption);
  CHECK_THROWS_AS(continuity(network, {.propensity = 0.0}), InvalidOption);
  CHECK_THROWS_AS(continuity(network, {.missed = 0}), InvalidOption);
  const ContinuityOptions ten{.null_model = "hypergeometric", .universe = 10};
  CHECK(*continuity(network, ten).transitions[0].expected_retained == Approx(0.2));
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(continuity(network, {.null_model = "curveball"}, cancelled), Cancelled);
}

TEST_CASE("continuity: identical, disjoint, growing and half replaced editions",
          "[algorithms][continuity]") {
  const Continuity same_people = continuity(attended({{"a", "b"}, {"a", "b"}, {"a", "b"}}));
  for (const Transition& pair : same_people.all_pairs) {
    for (const auto& similarity : {pair.retention, pair.inheritance, pair.jaccard, pair.sorensen,
                                   pair.overlap, pair.kulczynski, pair.ruzicka}) {
      CHECK(*similarity == 1.0);
    }
    CHECK(*pair.dissimilarity == 0.0);
  }
  CHECK(*same_people.groups.front().together.sorensen == Approx(1.0));
  const Continuity others = continuity(attended({{"a", "b"}, {"c", "d"}}));
  for (const auto& similarity :
       {others.transitions[0].jaccard, others.transitions[0].kulczynski,
        others.transitions[0].ruzicka, others.groups.front().together.sorensen}) {
    CHECK(*similarity == 0.0);
  }
  const Continuity growth = continuity(attended({{"a", "b"}, {"a", "b", "c"}}));
  CHECK(*growth.transitions[0].retention == 1.0);
  CHECK(*growth.transitions[0].replacement == 0.0);
  CHECK(*growth.transitions[0].growth == *growth.transitions[0].dissimilarity);
  CHECK(*growth.transitions[0].growth > 0.0);
  const Continuity half = continuity(attended({{"a", "b"}, {"b", "c"}}));
  CHECK(*half.transitions[0].growth == 0.0);
  CHECK(*half.transitions[0].replacement == 0.5);
}

const NullTest& test_of(const Continuity& found, const std::string& method,
                        const std::string& statistic) {
  const auto place = std::find_if(
      found.tests.begin(), found.tests.end(),
      [&](const NullTest& test) { return test.method == method && test.statistic == statistic; });
  REQUIRE(place != found.tests.end());
  return *place;
}

TEST_CASE("continuity: three editions cannot decide on succession", "[algorithms][continuity]") {
  const Continuity found =
      continuity(attended({{"a", "b", "c"}, {"a", "b", "c", "d"}, {"d", "e"}}));
  const NullTest& order = test_of(found, "order permutation", "shared by neighbours in total");
  CHECK(order.smallest_p == Approx(1.0 / 3.0));
  CHECK(*order.p_value >= 1.0 / 3.0);
  CHECK(order.note.find("cannot be decided with three summits") != std::string::npos);
}

TEST_CASE("continuity: every test tells p, its adjustment and how small p could be",
          "[algorithms][continuity]") {
  const Continuity found =
      continuity(random_series(5, 6, 30), {.samples = 200, .universe = 40}, Run{.seed = 4});
  std::size_t with_p = 0;
  for (const NullTest& test : found.tests) {
    INFO(test.method << ", " << test.name << ", " << test.statistic);
    CHECK_FALSE(test.name.empty());
    if (!test.p_value) continue;
    ++with_p;
    CHECK(*test.p_value >= test.smallest_p);
    CHECK(*test.p_value <= 1.0);
    CHECK(*test.p_adjusted >= *test.p_value - 1e-15);
    CHECK(test.seed == (test.samples > 0 ? 4U : 0U));
    if (test.effect) {
      CHECK(*test.effect == Approx((*test.observed - *test.mean) / *test.sd));
    }
  }
  // fixed margins 5 + 1 + 4, hypergeometric for 30 and 40, BiCM, one order
  CHECK(with_p == 10 + 10 + 5 + 1);
  CHECK(found.mixing.chains == 4);
  CHECK(*found.mixing.moved_first > 0.0);
}

TEST_CASE("continuity: the group of all participants has the expectations of all pairs",
          "[algorithms][continuity]") {
  const Continuity found = continuity(random_series(5, 4, 20), {.samples = 50});
  const auto& pairs = found.groups.front().pairs;
  REQUIRE(pairs.size() == found.all_pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    REQUIRE(pairs[i].expected_retained);
    CHECK(*pairs[i].expected_retained == *found.all_pairs[i].expected_retained);
    CHECK(*pairs[i].p_value == *found.all_pairs[i].p_value);
  }
}

TEST_CASE("continuity: exact tests know how small their p could be", "[algorithms][continuity]") {
  // Two of four, then two of four: all in common has chance 1/6 by two independent draws.
  const Continuity found = continuity(attended({{"a", "b"}, {"b", "c"}, {"d"}}), {.samples = 50});
  CHECK(test_of(found, "hypergeometric, N = 4", "retained").smallest_p == Approx(1.0 / 6.0));
  CHECK(test_of(found, "BiCM", "retained").smallest_p > 0.0);
  // a, c and d come once and b twice: of the tables, those in which b is at the first two.
  const NullTest& counted = test_of(found, "fixed margins", "retained");
  CHECK(counted.samples == 0);
  CHECK(counted.smallest_p > 0.0);
  CHECK(*counted.p_value >= counted.smallest_p);
  for (const NullTest& test : found.tests) CHECK(test.alternative == Alternative::greater);
}

TEST_CASE("continuity: no choice is said where the margins leave none, not where samples are alike",
          "[algorithms][continuity]") {
  const Continuity two = continuity(attended({{"a", "b"}, {"b", "c"}}), {.samples = 50});
  CHECK(test_of(two, "fixed margins", "retained").note == "the null model leaves no choice");
  const Continuity once = continuity(random_series(5, 7, 20), {.samples = 1});
  for (const NullTest& test : once.tests) {
    if (test.method != "fixed margins") continue;
    CHECK(test.note.empty());
    CHECK_FALSE(test.sd);
  }
}

TEST_CASE("continuity: by kind, by type and by both", "[algorithms][continuity]") {
  const Network network = series_network({{"s1"}, {"s2"}},
                                         {{"a", "attended", "s1"},
                                          {"a", "signed", "text", "s1"},
                                          {"b", "attended", "s1"},
                                          {"acme", "attended", "s1"},
                                          {"a", "attended", "s2"},
                                          {"b", "signed", "text", "s2"},
                                          {"acme", "attended", "s2"}},
                                         {{"text", "document"}, {"acme", "organisation"}});
  const Continuity found = continuity(network);
  const auto group = [&](const std::string& by, const std::string& value) -> const RosterGroup& {
    const auto place =
        std::find_if(found.groups.begin(), found.groups.end(),
                     [&](const RosterGroup& one) { return one.by == by && one.value == value; });
    REQUIRE(place != found.groups.end());
    return *place;
  };
  CHECK(group("all", "").sizes == std::vector<std::size_t>{3, 3});
  CHECK(group("kind", "country").pairs[0].retained == 2);
  CHECK(group("kind", "organisation").sizes == std::vector<std::size_t>{1, 1});
  CHECK(group("type", "signed").pairs[0].retained == 0);
  CHECK(group("type", "attended").sizes == std::vector<std::size_t>{3, 2});
  CHECK(group("type and kind", "attended, country").sizes == std::vector<std::size_t>{2, 1});
  CHECK(found.groups.size() == 7);
  // Ranks: a 2 then 1, b 1 then 2, acme 1 and 1: minima 3, maxima 5
  CHECK(*found.transitions[0].ruzicka == Approx(0.6));
  CHECK(found.strata == "kind");
}

}  // namespace
}  // namespace summitry
