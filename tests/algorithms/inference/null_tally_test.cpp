#include "algorithms/inference/null_tally.hpp"

#include "tests/support/catch.hpp"

namespace summitry {
namespace {

NullTally tally_of(double observed, const std::vector<double>& values) {
  NullTally tally(observed);
  for (const double value : values) tally.add(value);
  return tally;
}

TEST_CASE("null_tally: four draws by hand", "[algorithms][inference]") {
  // Of 1, 2, 3, 6 two are at least 3 and three at most 3; mean 3, squares 4 + 1 + 0 + 9 = 14.
  const NullTally tally = tally_of(3.0, {1.0, 2.0, 3.0, 6.0});
  CHECK(tally.mean() == Approx(3.0));
  CHECK(*tally.sd() == Approx(std::sqrt(14.0 / 3.0)));
  CHECK(*tally.sd(Draws::all) == Approx(std::sqrt(14.0 / 4.0)));
  CHECK(tally.p_at_least() == Approx(3.0 / 5.0));
  CHECK(tally.p_at_most() == Approx(4.0 / 5.0));
  CHECK(tally.p_at_least(Draws::all) == Approx(0.5));
  CHECK(tally.smallest_p() == Approx(0.2));
  CHECK(tally.smallest_p(Draws::all) == Approx(0.25));
}

TEST_CASE("null_tally: added up it is as if drawn in one go", "[algorithms][inference]") {
  NullTally sum = tally_of(0.5, {0.25, 0.75});
  sum.add(tally_of(0.5, {0.5, 1.0, 0.0}));
  const NullTally one = tally_of(0.5, {0.25, 0.75, 0.5, 1.0, 0.0});
  CHECK(sum.count() == 5);
  CHECK(sum.mean() == Approx(one.mean()));
  CHECK(*sum.sd() == Approx(*one.sd()));
  CHECK(sum.p_at_least() == one.p_at_least());
}

TEST_CASE("null_tally: one draw tells nothing of the spread, equal ones have none",
          "[algorithms][inference]") {
  CHECK_FALSE(tally_of(2.0, {1.0}).sd());
  CHECK(*tally_of(2.0, {1.0}).sd(Draws::all) == 0.0);
  CHECK(*tally_of(0.3, {0.1 + 0.2, 0.3, 0.3}).sd() == 0.0);  // but for rounding
  CHECK(tally_of(0.3, {0.1 + 0.2, 0.3}).p_at_least(Draws::all) == 1.0);
}

TEST_CASE("null_tally: large values far from nought keep their spread", "[algorithms][inference]") {
  const NullTally tally = tally_of(1e9, {1e9 - 1.0, 1e9, 1e9 + 1.0});
  CHECK(*tally.sd() == Approx(1.0));
}

TEST_CASE("null_tally: a test gets its samples and seed only where something is drawn",
          "[algorithms][inference]") {
  NullTest drawn;
  fill(drawn, tally_of(3.0, {1.0, 2.0, 3.0}), Draws::at_random, 7);
  CHECK(*drawn.observed == 3.0);
  CHECK(*drawn.effect == Approx(1.0));
  CHECK(drawn.samples == 3);
  CHECK(drawn.seed == 7);
  NullTest all;
  fill(all, tally_of(3.0, {3.0, 3.0}), Draws::all, 7);
  CHECK(*all.sd == 0.0);
  CHECK_FALSE(all.effect);
  CHECK(*all.p_value == 1.0);
  CHECK(all.samples == 0);
  CHECK(all.seed == 0);
}

}  // namespace
}  // namespace summitry
