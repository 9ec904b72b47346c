#include "engine/random_words.hpp"

#include <bit>
#include <vector>

#include "tests/support/catch.hpp"

namespace summitry {
namespace {

TEST_CASE("random_words: the same seed gives the same words", "[engine][random]") {
  RandomWords a(Random(7, 1));
  RandomWords b(Random(7, 1));
  RandomWords other(Random(7, 2));
  std::size_t differ = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::uint64_t word = a.next();
    CHECK(word == b.next());
    differ += word != other.next() ? 1 : 0;
  }
  CHECK(differ == 3000);
}

TEST_CASE("random_words: each lane is the published generator", "[engine][random]") {
  Random seeds(3);
  std::vector<std::vector<std::uint64_t>> state(4, std::vector<std::uint64_t>(8));
  for (auto& words : state) {
    for (std::uint64_t& word : words) word = seeds.next();
  }
  RandomWords words(Random(3));
  for (int round = 0; round < 300; ++round) {
    for (std::size_t lane = 0; lane < 8; ++lane) {
      auto& s0 = state[0][lane];
      auto& s1 = state[1][lane];
      auto& s2 = state[2][lane];
      auto& s3 = state[3][lane];
      CHECK(words.next() == std::rotl(s1 * 5, 7) * 9);
      const std::uint64_t t = s1 << 17U;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = std::rotl(s3, 45);
    }
  }
}

TEST_CASE("random_words: below is even, and large takes are served", "[engine][random]") {
  RandomWords words(Random(5));
  std::vector<std::size_t> counts(6, 0);
  for (int i = 0; i < 60000; ++i) ++counts[words.below(6)];
  double statistic = 0.0;
  for (const std::size_t count : counts) {
    statistic +=
        (static_cast<double>(count) - 10000.0) * (static_cast<double>(count) - 10000.0) / 10000.0;
  }
  CHECK(statistic < 20.52);  // 5 degrees of freedom, p = .001
  CHECK(words.below(1) == 0);
  const auto many = words.take(5000);
  CHECK(many.size() == 5000);
  std::size_t ones = 0;
  for (const std::uint64_t word : many) ones += static_cast<std::size_t>(std::popcount(word));
  CHECK(static_cast<double>(ones) == Approx(160000.0).margin(1200.0));
}

}  // namespace
}  // namespace summitry
