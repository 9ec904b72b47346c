// The permutation tests of a series: of its order and of labels.
#include <algorithm>
#include <numeric>

#include "algorithms/continuity/nulls/label_null.hpp"
#include "algorithms/continuity/nulls/order_null.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Overlaps = std::vector<std::vector<std::size_t>>;

Overlaps random_overlaps(std::size_t editions, Random& random) {
  Overlaps overlaps(editions, std::vector<std::size_t>(editions, 0));
  for (std::size_t i = 0; i < editions; ++i) {
    for (std::size_t k = i + 1; k < editions; ++k) {
      overlaps[i][k] = overlaps[k][i] = random.below(30);
    }
  }
  return overlaps;
}

TEST_CASE("order_null: three editions by hand", "[algorithms][continuity]") {
  // Overlaps 5 (first, second), 1 (first, third), 3: in order 5 + 3 = 8; the others 6 and 4
  const NullTest test = order_null({{0, 5, 1}, {5, 0, 3}, {1, 3, 0}}, 10);
  CHECK(*test.observed == 8.0);
  CHECK(*test.mean == 6.0);
  CHECK(*test.sd == Approx(std::sqrt(8.0 / 3.0)));
  CHECK(*test.p_value == Approx(1.0 / 3.0));
  CHECK(test.samples == 0);
  CHECK(test.note ==
        "cannot be decided with three summits: of their orders, no p can be below 1/3");
}

TEST_CASE("order_null: what can be decided with so many editions", "[algorithms][continuity]") {
  Random random(2);
  CHECK(order_null(random_overlaps(4, random), 10).smallest_p == Approx(1.0 / 12.0));
  CHECK_FALSE(order_null(random_overlaps(4, random), 10).note.empty());
  CHECK(order_null(random_overlaps(5, random), 10).smallest_p == Approx(1.0 / 60.0));
  CHECK(order_null(random_overlaps(5, random), 10).note.empty());
  CHECK(order_null(random_overlaps(9, random), 999).smallest_p == Approx(0.001));
  CHECK_FALSE(order_null(random_overlaps(2, random), 10).p_value.has_value());
  CHECK_FALSE(order_null({}, 10).p_value.has_value());
  CHECK_THROWS_AS(order_null(random_overlaps(4, random), 0), InvalidOption);
}

TEST_CASE("order_null: few random orders say that they are few", "[algorithms][continuity]") {
  Random random(4);
  const NullTest test = order_null(random_overlaps(9, random), 10);
  CHECK(test.smallest_p == Approx(1.0 / 11.0));
  CHECK(test.note == "cannot be decided with so few samples: no p can be below 1/11");
}

TEST_CASE("order_null: random orders agree with all orders", "[algorithms][continuity]") {
  // Nine editions of which the ninth shares nothing: sampled, against all orders tried here.
  Random random(8);
  const Overlaps overlaps = random_overlaps(9, random);
  std::vector<std::size_t> order(9);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto value = [&] {
    std::size_t sum = 0;
    for (std::size_t t = 1; t < 9; ++t) sum += overlaps[order[t - 1]][order[t]];
    return sum;
  };
  const std::size_t observed = value();
  double all = 0.0;
  double at_least = 0.0;
  do {
    all += 1.0;
    at_least += value() >= observed ? 1.0 : 0.0;
  } while (std::next_permutation(order.begin(), order.end()));
  const NullTest test = order_null(overlaps, 20000, Run{.seed = 5});
  CHECK(*test.p_value == Approx(at_least / all).margin(0.012));
  CHECK(test.samples == 20000);
  CHECK(test.seed == 5);
}

TEST_CASE("order_null and label_null: one thread or four give the same",
          "[algorithms][continuity][parallel]") {
  Random random(3);
  const Overlaps overlaps = random_overlaps(12, random);
  std::vector<CameBack> people;
  for (std::uint32_t i = 0; i < 60; ++i) people.push_back({i % 3, random.below(2) == 0});
  Run one;
  one.threads = 1;
  Run four;
  four.threads = 4;
  CHECK(order_null(overlaps, 5000, one).p_value == order_null(overlaps, 5000, four).p_value);
  const NullTest a = label_null(people, 1010, 1, one);
  const NullTest b = label_null(people, 1010, 1, four);
  CHECK(a.p_value == b.p_value);
  CHECK(a.mean == b.mean);
  CHECK(a.sd == b.sd);
}

TEST_CASE("label_null: all of one kind came back, none of the other", "[algorithms][continuity]") {
  // Two of four came back: six deals, in two of which the kinds are parted. Chi-square is then 4.
  const std::vector<CameBack> people = {{0, true}, {0, true}, {1, false}, {1, false}};
  const NullTest test = label_null(people, 20000, 0);
  CHECK(*test.observed == Approx(4.0));
  CHECK(*test.p_value == Approx(1.0 / 3.0).margin(0.01));
  CHECK(*test.mean == Approx(4.0 / 3.0).margin(0.05));
  CHECK(test.smallest_p == Approx(1.0 / 20001.0));
}

TEST_CASE("label_null: nothing to tell apart", "[algorithms][continuity]") {
  CHECK(label_null({}, 10, 0).note == "only one group");
  CHECK(label_null({{0, true}, {0, false}}, 10, 0).note == "only one group");
  CHECK(label_null({{0, true}, {1, true}}, 10, 0).note == "all or nobody came back");
  CHECK_FALSE(label_null({{0, false}, {1, false}}, 10, 0).p_value.has_value());
  CHECK_THROWS_AS(label_null({{0, true}, {1, false}}, 0, 0), InvalidOption);
}

}  // namespace
}  // namespace summitry
