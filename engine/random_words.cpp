#include "engine/random_words.hpp"

#include <algorithm>
#include <bit>

#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

constexpr std::size_t kHeld = 1024;

SUMMITRY_CPU_VERSIONS
void generate(RandomWords::State& state, std::uint64_t* out, std::size_t rounds) {
  RandomWords::State s = state;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t lane = 0; lane < RandomWords::kLanes; ++lane) {
      out[round * RandomWords::kLanes + lane] = std::rotl(s[1][lane] * 5, 7) * 9;
      const std::uint64_t shifted = s[1][lane] << 17U;
      s[2][lane] ^= s[0][lane];
      s[3][lane] ^= s[1][lane];
      s[1][lane] ^= s[2][lane];
      s[0][lane] ^= s[3][lane];
      s[2][lane] ^= shifted;
      s[3][lane] = std::rotl(s[3][lane], 45);
    }
  }
  state = s;
}

}  // namespace

RandomWords::RandomWords(Random seeds) {
  for (auto& words : state_) {
    for (std::uint64_t& word : words) word = seeds.next();
  }
}

void RandomWords::refill(std::size_t count) {
  const std::size_t rounds = (std::max(kHeld, 4 * count) + kLanes - 1) / kLanes;
  held_.resize(rounds * kLanes);
  generate(state_, held_.data(), rounds);
  at_ = 0;
}

}  // namespace summitry
