#include "algorithms/inference/adjusted_p.hpp"

#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Values = std::vector<std::optional<double>>;

TEST_CASE("adjusted_p: five by hand", "[algorithms][inference]") {
  // Sorted .01 .02 .03 .04 .5: m p / rank = .05 .05 .05 .05 .5
  const Values adjusted = adjusted_p(Values{0.04, 0.01, 0.5, 0.03, 0.02});
  REQUIRE(adjusted.size() == 5);
  CHECK(*adjusted[0] == Approx(0.05));
  CHECK(*adjusted[1] == Approx(0.05));
  CHECK(*adjusted[2] == Approx(0.5));
  CHECK(*adjusted[3] == Approx(0.05));
  // R: p.adjust(c(.001, .3, .02, .9), "BH") = .004 .4 .04 .9
  const Values more = adjusted_p(Values{0.001, 0.3, 0.02, 0.9});
  CHECK(*more[0] == Approx(0.004));
  CHECK(*more[1] == Approx(0.4));
  CHECK(*more[2] == Approx(0.04));
  CHECK(*more[3] == Approx(0.9));
}

TEST_CASE("adjusted_p: what is missing is no part of the family", "[algorithms][inference]") {
  const Values adjusted = adjusted_p(Values{std::nullopt, 0.02, std::nullopt, 0.2});
  CHECK_FALSE(adjusted[0].has_value());
  CHECK(*adjusted[1] == Approx(0.04));
  CHECK(*adjusted[3] == Approx(0.2));
  CHECK(adjusted_p(Values{}).empty());
}

TEST_CASE("adjusted_p: by its definition on random values", "[algorithms][inference]") {
  Random random(6);
  for (int trial = 0; trial < 50; ++trial) {
    Values values(1 + random.below(20));
    for (auto& value : values) value = static_cast<double>(random.below(11)) / 10.0;
    const Values adjusted = adjusted_p(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      // The least false discovery rate at which some cut-off c >= p(i) calls i a finding.
      double least = 1.0;
      for (const auto& cut : values) {
        if (*cut < *values[i]) continue;
        double called = 0.0;
        for (const auto& other : values) called += *other <= *cut ? 1.0 : 0.0;
        least = std::min(least, static_cast<double>(values.size()) * *cut / called);
      }
      CHECK(*adjusted[i] == Approx(least).margin(1e-12));
    }
  }
}

TEST_CASE("adjust: fills in a family of tests", "[algorithms][inference]") {
  std::vector<NullTest> family(3);
  family[0].p_value = 0.01;
  family[2].p_value = 0.04;
  adjust(family);
  CHECK(*family[0].p_adjusted == Approx(0.02));
  CHECK_FALSE(family[1].p_adjusted.has_value());
  CHECK(*family[2].p_adjusted == Approx(0.04));
}

}  // namespace
}  // namespace summitry
