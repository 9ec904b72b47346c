#include "engine/random.hpp"

#include <array>
#include <map>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("random: equal seeds give equal numbers, other streams others", "[engine][random]") {
  Random a(1), b(1), other_stream(1, 1), other_seed(2);
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t value = a.next();
    CHECK(value == b.next());
    CHECK(value != other_stream.next());
    CHECK(value != other_seed.next());
  }
}

// Both numbers were computed by a second implementation in another language.
TEST_CASE("random: numbers stay the same from release to release", "[engine][random]") {
  Random random(42);
  const std::uint64_t first = random.next();
  std::uint64_t sum = 0;
  for (int i = 0; i < 1000; ++i) sum += random.next();
  CHECK(first == 2303456275738999573U);
  CHECK(sum == 7084247468124049020U);
}

TEST_CASE("random: below() is uniform by chi-square", "[engine][random]") {
  constexpr int kBins = 7;
  constexpr int kDraws = 70'000;
  std::array<int, kBins> seen{};
  Random random(3);
  for (int i = 0; i < kDraws; ++i) ++seen[random.below(kBins)];
  double chi_square = 0.0;
  for (const int count : seen) {
    chi_square += (count - kDraws / kBins) * (count - kDraws / kBins) / (1.0 * kDraws / kBins);
  }
  CHECK(chi_square < 22.46);  // 0.001 quantile of 6 degrees of freedom
}

TEST_CASE("random: unit() stays in [0, 1) and averages a half", "[engine][random]") {
  Random random(4);
  double sum = 0.0;
  for (int i = 0; i < 100'000; ++i) {
    const double value = random.unit();
    REQUIRE(value >= 0.0);
    REQUIRE(value < 1.0);
    sum += value;
  }
  CHECK(sum / 100'000 == Approx(0.5).margin(0.005));
}

TEST_CASE("random: shuffle keeps the items and reaches every order", "[engine][random]") {
  std::map<std::vector<int>, int> seen;
  Random random(5);
  for (int i = 0; i < 6000; ++i) {
    std::vector<int> items{1, 2, 3};
    random.shuffle(std::span(items));
    ++seen[items];
  }
  CHECK(seen.size() == 6);
  for (const auto& [order, count] : seen) CHECK(count > 850);
}
