#include "algorithms/continuity/blocs/bloc_agreement.hpp"

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Marks = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("bloc agreement: the same, and nothing in common", "[algorithms][continuity]") {
  const Marks blocs = {0, 0, 0, 1, 1, 2, 2};
  const Agreement same = bloc_agreement(blocs, blocs);
  CHECK(*same.adjusted_rand == 1.0);
  CHECK(*same.adjusted_information == 1.0);
  CHECK(*same.normalised_information == 1.0);
  CHECK(*same.variation == 0.0);
  // Two by two against the other diagonal: no information shared, VI is the sum of the entropies.
  const Agreement crossed = bloc_agreement(Marks{0, 0, 1, 1}, Marks{0, 1, 0, 1});
  CHECK(*crossed.variation == Approx(2.0 * std::log(2.0)));
  CHECK(*crossed.variation_share == Approx(1.0));
  CHECK(*crossed.adjusted_rand == Approx(-0.5));
  CHECK_FALSE(bloc_agreement(Marks{}, Marks{}).adjusted_rand);
  CHECK_FALSE(bloc_agreement(Marks{0}, Marks{0}).variation);
  CHECK_THROWS_AS(bloc_agreement(Marks{0}, Marks{0, 1}), InvalidOption);
}

TEST_CASE("bloc agreement: p by all permutations of six", "[algorithms][continuity]") {
  const Marks first = {0, 0, 0, 1, 1, 2};
  const Marks second = {0, 0, 1, 1, 1, 0};
  const double observed = adjusted_rand_index(first, second);
  const double information = mutual_information(first, second);
  Marks labels = second;
  std::sort(labels.begin(), labels.end());
  double all = 0.0;
  double rand = 0.0;
  double informed = 0.0;
  do {
    all += 1.0;
    rand += adjusted_rand_index(first, labels) >= observed - 1e-12 ? 1.0 : 0.0;
    informed += mutual_information(first, labels) >= information - 1e-12 ? 1.0 : 0.0;
  } while (std::next_permutation(labels.begin(), labels.end()));
  const auto tests = label_permutation(first, second, 20000);
  REQUIRE(tests.size() == 2);
  CHECK(*tests[0].p_value == Approx(rand / all).margin(0.015));
  CHECK(*tests[1].p_value == Approx(informed / all).margin(0.015));
  CHECK(*tests[0].mean ==
        Approx(0.0).margin(0.02));  // adjusted for chance: that is the point of it
}

TEST_CASE("bloc agreement: p is uniform or conservative when labels mean nothing",
          "[algorithms][continuity]") {
  Random random(31);
  int at_5 = 0;
  int at_20 = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    Marks a(16);
    Marks b(16);
    for (auto& label : a) label = static_cast<std::uint32_t>(random.below(3));
    for (auto& label : b) label = static_cast<std::uint32_t>(random.below(4));
    const double p = *label_permutation(a, b, 99, {.threads = 1, .seed = i}).front().p_value;
    at_5 += p <= 0.05 ? 1 : 0;
    at_20 += p <= 0.2 ? 1 : 0;
  }
  CHECK(at_5 <= 20);  // expected 10, sd 3
  CHECK(at_20 <= 60);
  CHECK(at_20 >= 15);
}

TEST_CASE("bloc agreement: undefined where all are in one bloc", "[algorithms][continuity]") {
  const auto tests = label_permutation(Marks{0, 0, 0}, Marks{0, 1, 1}, 10);
  for (const NullTest& test : tests) {
    CHECK_FALSE(test.p_value);
    CHECK_FALSE(test.note.empty());
  }
  CHECK_THROWS_AS(label_permutation(Marks{0, 1}, Marks{0, 1}, 0), InvalidOption);
}

TEST_CASE("bloc agreement: the same whatever the threads", "[algorithms][continuity][parallel]") {
  const Marks a = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
  const Marks b = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
  const auto one = label_permutation(a, b, 300, {.threads = 1});
  for (const int threads : {2, 4}) {
    const auto more = label_permutation(a, b, 300, {.threads = threads});
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(more[i].mean == one[i].mean);
      CHECK(more[i].sd == one[i].sd);
      CHECK(more[i].p_value == one[i].p_value);
    }
  }
}

}  // namespace summitry
