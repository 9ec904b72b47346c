#include "algorithms/continuity/works/follow_through.hpp"

#include "engine/error.hpp"
#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Story;
using testing::Told;

Told assessed(const char* who, const char* what, const char* score, const char* coder = "",
              const char* stage = "", const char* from = "") {
  Told one{who, "assessed", what, "s1", "record", "official", "", from, coder};
  one.score = score;
  one.coder = coder;
  one.stage = stage;
  if (*stage != 0) one.role += std::string(" ") + stage;
  return one;
}

Commitments commitments_of(const Network& network) {
  return follow_through(network, network.series(""), {});
}

Story committed() {
  Story story;
  story.editions = {{"s1", "2024-05-21", "2024-05-22"}, {"s2", "2025-02-10", "2025-02-11"}};
  story.kinds = {{"pledge", "document"}, {"other", "document"}};
  for (const char* who : {"a", "b", "c", "d", "e"}) {
    story.told.push_back({who, "signed", "pledge", "s1"});
  }
  story.told.push_back({"a", "signed", "other", "s1"});  // nobody assesses it: no obligation here
  return story;
}

}  // namespace

TEST_CASE("follow-through: five who signed, by hand", "[algorithms][continuity]") {
  Story story = committed();
  for (const Told& one :
       {assessed("a", "pledge", "1"), assessed("b", "pledge", "1"), assessed("c", "pledge", "0"),
        assessed("d", "pledge", "-1"), assessed("e", "pledge", "")}) {
    story.told.push_back(one);
  }
  const Commitments found = commitments_of(told(story));
  const FollowThrough& all = found.overall;
  CHECK(all.obligations == 5);
  CHECK(all.known == 4);  // e is unknown, which is not 0
  CHECK(*all.coverage == Approx(0.8));
  CHECK(all.kept == 2);
  CHECK(all.partly == 1);
  CHECK(all.broken == 1);
  CHECK(*all.mean == Approx(0.25));
  CHECK(*all.percentage == Approx(62.5));
  // Jeffreys' interval of 2.5 of 4: beta(3, 2), whose distribution is 4x^3 - 3x^4.
  const double low = all.percentage_interval->low / 100.0;
  CHECK(4 * low * low * low - 3 * low * low * low * low == Approx(0.025));
  CHECK(found.editions[0].obligations == 5);
  CHECK(found.editions[1].obligations == 0);
  CHECK_FALSE(found.editions[1].mean);
  CHECK(found.scores.size() == 5);
  CHECK_FALSE(found.scores.back().score);
  CHECK_FALSE(found.coders.kappa);
}

TEST_CASE("follow-through: who signed and was not assessed is unknown",
          "[algorithms][continuity]") {
  Story story = committed();
  story.told.push_back(assessed("a", "pledge", "1"));
  story.told.push_back(assessed("z", "pledge", "-1"));  // assessed, though no signature is known
  const FollowThrough all = commitments_of(told(story)).overall;
  CHECK(all.obligations == 6);
  CHECK(all.known == 2);
  CHECK(*all.mean == 0.0);
}

TEST_CASE("follow-through: interim against final, and the lag", "[algorithms][continuity]") {
  Story story = committed();
  for (const Told& one : {assessed("a", "pledge", "0", "", "interim", "2024-08-20"),
                          assessed("a", "pledge", "1", "", "final", "2024-11-18"),
                          assessed("b", "pledge", "1", "", "interim", "2024-06-01"),
                          assessed("b", "pledge", "0", "", "final", "2024-11-18"),
                          assessed("c", "pledge", "-1", "", "interim", "2024-06-01"),
                          assessed("d", "pledge", "1", "", "final", "2024")}) {
    story.told.push_back(one);
  }
  const FollowThrough all = commitments_of(told(story)).overall;
  CHECK(all.compared == 2);
  CHECK(all.improved == 1);
  CHECK(all.worsened == 1);
  CHECK(*all.change == 0.0);
  CHECK(all.known == 4);  // c by its interim score alone
  CHECK(*all.mean == Approx((1 + 0 - 1 + 1) / 4.0));
  // a: 20 August is 90 days after 22 May; b: 1 June is 10; c has no evidence above -1, d no day.
  CHECK(all.dated == 2);
  CHECK(*all.median_lag == Approx(50.0));
  CHECK(*all.least_lag == 10);
  CHECK(*all.greatest_lag == 90);
}

TEST_CASE("follow-through: two coders", "[algorithms][continuity]") {
  Story story = committed();
  const auto both = [&](const char* who, const char* first, const char* second) {
    story.told.push_back(assessed(who, "pledge", first, "one"));
    story.told.push_back(assessed(who, "pledge", second, "two"));
  };
  both("a", "1", "1");
  both("b", "1", "0");
  both("c", "0", "0");
  both("d", "-1", "-1");
  story.told.push_back(assessed("e", "pledge", "1", "one"));
  const Commitments found = commitments_of(told(story));
  CHECK(found.coders.coders == std::vector<std::string>{"one", "two"});
  CHECK(found.coders.pairs == 4);
  // 3 of 4 agree; expected (2*1 + 1*2 + 1*1) / 16 = 5/16: (12/16 - 5/16) / (11/16).
  CHECK(*found.coders.kappa == Approx(7.0 / 11.0));
  CHECK(*found.coders.alpha < 1.0);
  CHECK(*found.coders.alpha_ordinal > *found.coders.alpha);
  CHECK(*found.scores[1].score == Approx(0.5));  // the mean of the two
}

TEST_CASE("follow-through: nothing assessed is nothing found", "[algorithms][continuity]") {
  const Commitments found = commitments_of(told(committed()));
  CHECK(found.overall.obligations == 0);
  CHECK_FALSE(found.overall.coverage);
  CHECK(found.scores.empty());
  CHECK(commitments_of(testing::attended({{"a"}})).scores.empty());
}

TEST_CASE("follow-through: a score out of range is refused by name", "[algorithms][continuity]") {
  Story story = committed();
  story.told.push_back(assessed("a", "pledge", "2"));
  const Network network = told(story);
  CHECK_THROWS_WITH(commitments_of(network), Catch::Contains("a on pledge"));
}

}  // namespace summitry
