// Tests of what is free on a page.
#include "exporters/drawing/occupancy.hpp"

#include <algorithm>
#include <vector>

#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry::drawing {
namespace {

TEST_CASE("occupancy: touching is free, sharing is not", "[exporters][drawing]") {
  Occupancy taken({0, 0, 100, 100});
  taken.take({10, 10, 20, 20});
  CHECK(taken.is_free({20, 10, 30, 20}));
  CHECK(taken.is_free({10, 20, 20, 30}));
  CHECK_FALSE(taken.is_free({19, 19, 30, 30}));
  CHECK_FALSE(taken.is_free({0, 0, 50, 50}));
  CHECK_FALSE(taken.is_free({90, 90, 101, 95}));  // leaves the page
  CHECK_FALSE(taken.is_free({-1, 40, 5, 45}));
}

TEST_CASE("occupancy: agrees with comparing every pair of boxes", "[exporters][drawing]") {
  const Box page{-300, -200, 700, 900};
  Random random(5);
  const auto box = [&](double size) {
    const double left = -310 + 1020 * random.unit();
    const double top = -210 + 1120 * random.unit();
    return Box{left, top, left + size * random.unit(), top + size * random.unit()};
  };
  Occupancy taken(page);
  std::vector<Box> all;
  std::size_t free = 0;
  for (int i = 0; i < 600; ++i) {
    const Box asked = box(120.0);
    const bool expected =
        inside(asked, page) &&
        std::none_of(all.begin(), all.end(), [&](const Box& b) { return meet(asked, b); });
    INFO("box " << i << " at " << asked.left << ", " << asked.top);
    CHECK(taken.is_free(asked) == expected);
    if (!expected) continue;
    ++free;
    all.push_back(asked);
    taken.take(asked);
  }
  CHECK(free > 50);   // neither answer is
  CHECK(free < 550);  // the only one
}

}  // namespace
}  // namespace summitry::drawing
