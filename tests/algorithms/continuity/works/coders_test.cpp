#include "algorithms/continuity/works/coders.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Scores = std::vector<Score>;
const Score kNothing;

// Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section D: four observers, twelve
// units, some not scored; a row is a unit.
std::vector<Scores> published() {
  return {{1, 1, kNothing, 1},
          {2, 2, 3, 2},
          {3, 3, 3, 3},
          {3, 3, 3, 3},
          {2, 2, 2, 2},
          {1, 2, 3, 4},
          {4, 4, 4, 4},
          {1, 1, 2, 1},
          {2, 2, 2, 2},
          {kNothing, 5, 5, 5},
          {kNothing, kNothing, 1, 1},
          {kNothing, 3, kNothing, kNothing}};
}

}  // namespace

TEST_CASE("alpha: Krippendorff's published example", "[algorithms][continuity]") {
  CHECK(*krippendorff_alpha(published(), ScoreLevel::nominal) == Approx(0.743).margin(5e-4));
  CHECK(*krippendorff_alpha(published(), ScoreLevel::ordinal) == Approx(0.815).margin(5e-4));
}

TEST_CASE("kappa: Cohen's table, by hand", "[algorithms][continuity]") {
  // 20 yes-yes, 15 no-no, 5 yes-no, 10 no-yes of 50: (.7 - .5) / (1 - .5) = .4
  Scores first;
  Scores second;
  const auto add = [&](int times, double a, double b) {
    for (int i = 0; i < times; ++i) {
      first.emplace_back(a);
      second.emplace_back(b);
    }
  };
  add(20, 1, 1);
  add(15, 0, 0);
  add(5, 1, 0);
  add(10, 0, 1);
  CHECK(*cohen_kappa(first, second) == Approx(0.4));
  add(3, 1, 1);
  first[first.size() - 1] = first[first.size() - 2] = second[second.size() - 3] = kNothing;
  CHECK(*cohen_kappa(first, second) == Approx(0.4));  // what one did not score does not count
}

TEST_CASE("coders: agreement in full, by chance, and in nothing", "[algorithms][continuity]") {
  CHECK(*krippendorff_alpha({{1, 1}, {0, 0}, {-1, -1}}, ScoreLevel::ordinal) == 1.0);
  CHECK(*cohen_kappa({1, 0, -1}, {1, 0, -1}) == 1.0);
  CHECK(*cohen_kappa({1, 0}, {0, 1}) == -1.0);
  // -1 against +1 is worse than -1 against 0.
  const auto far = krippendorff_alpha({{-1, 1}, {0, 0}, {1, 1}, {-1, -1}}, ScoreLevel::ordinal);
  const auto near = krippendorff_alpha({{0, 1}, {0, 0}, {1, 1}, {-1, -1}}, ScoreLevel::ordinal);
  CHECK(*far < *near);
}

TEST_CASE("coders: missing where nothing can be said", "[algorithms][continuity]") {
  CHECK_FALSE(cohen_kappa({}, {}));
  CHECK_FALSE(cohen_kappa({1, 1}, {1, 1}));
  CHECK_FALSE(cohen_kappa({1, kNothing}, {kNothing, 1}));
  CHECK_FALSE(krippendorff_alpha({}, ScoreLevel::nominal));
  CHECK_FALSE(krippendorff_alpha({{1, 1}, {1, 1}}, ScoreLevel::nominal));
  CHECK_FALSE(krippendorff_alpha({{1, kNothing}, {0, kNothing}}, ScoreLevel::nominal));
  CHECK_THROWS_AS(cohen_kappa({1}, {}), InvalidOption);
}

}  // namespace summitry
