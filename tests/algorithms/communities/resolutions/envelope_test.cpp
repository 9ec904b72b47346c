#include "algorithms/communities/resolutions/envelope.hpp"

#include <algorithm>

#include "engine/random.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using namespace summitry::communities;

TEST_CASE("envelope: three lines by hand", "[algorithms][communities]") {
  // 10 - 4r until 2, 6 - 2r until 4, then -2; 5 - 3r is never the highest
  const std::vector<Line> lines = {{6.0, 2.0}, {-2.0, 0.0}, {10.0, 4.0}, {5.0, 3.0}};
  const auto envelope = upper_envelope(lines, 0.0, 10.0);
  REQUIRE(envelope.size() == 3);
  CHECK(envelope[0].line == 2);
  CHECK(envelope[0].from == 0.0);
  CHECK(envelope[0].to == 2.0);
  CHECK(envelope[1].line == 0);
  CHECK(envelope[1].to == 4.0);
  CHECK(envelope[2].line == 1);
  CHECK(envelope[2].from == 4.0);
  CHECK(envelope[2].to == 10.0);
}

TEST_CASE("envelope: nothing, one, equal lines, and a range that sees one of two",
          "[algorithms][communities]") {
  CHECK(upper_envelope({}, 0.0, 1.0).empty());
  const std::vector<Line> one = {{1.0, 1.0}};
  CHECK(upper_envelope(one, 0.5, 2.0).size() == 1);
  const std::vector<Line> equal = {{1.0, 1.0}, {1.0, 1.0}};
  const auto first = upper_envelope(equal, 0.0, 2.0);
  REQUIRE(first.size() == 1);
  CHECK(first[0].line == 0);
  const std::vector<Line> two = {{1.0, 1.0}, {0.0, 0.0}};
  CHECK(upper_envelope(two, 2.0, 3.0).front().line == 1);
  CHECK(upper_envelope(two, 0.0, 0.5).front().line == 0);
}

TEST_CASE("envelope: is the maximum over random lines, everywhere", "[algorithms][communities]") {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < 1 + random.below(20); ++i) {
      // Few different values, so that several lines meet in one point.
      lines.push_back({static_cast<double>(random.below(9)), static_cast<double>(random.below(6))});
    }
    const auto envelope = upper_envelope(lines, 0.25, 8.0);
    REQUIRE_FALSE(envelope.empty());
    CHECK(envelope.front().from == 0.25);
    CHECK(envelope.back().to == 8.0);
    for (std::size_t i = 0; i < envelope.size(); ++i) {
      CHECK(envelope[i].from < envelope[i].to);
      if (i > 0) CHECK(envelope[i].from == envelope[i - 1].to);
      const double middle = 0.5 * (envelope[i].from + envelope[i].to);
      for (const double r : {envelope[i].from, middle, envelope[i].to}) {
        double highest = lines[0].at(r);
        for (const Line& line : lines) highest = std::max(highest, line.at(r));
        CHECK(lines[envelope[i].line].at(r) == Approx(highest).margin(1e-9));
      }
    }
  }
}
