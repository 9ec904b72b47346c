// Random words by the hundred, for kernels that use one a few cycles: eight generators side by side,
// each seeded from a Random, so that the same Random gives the same words on every machine.
// Generator: xoshiro256** (Blackman & Vigna 2021, doi:10.1145/3460772), eight interleaved.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/random.hpp"

namespace summitry {

class RandomWords {
 public:
  static constexpr std::size_t kLanes = 8;
  using State = std::array<std::array<std::uint64_t, kLanes>, 4>;

  explicit RandomWords(Random seeds);

  // The next `count` words, valid until the next call of anything here. What is left of a buffer that
  // is too short is dropped.
  [[nodiscard]] std::span<const std::uint64_t> take(std::size_t count) {
    if (held_.size() - at_ < count) refill(count);
    at_ += count;
    return {held_.data() + (at_ - count), count};
  }
  [[nodiscard]] std::uint64_t next() { return take(1).front(); }

  // Uniform in [0, bound), 1 <= bound < 2^32 (Lemire 2019, doi:10.1145/3230636).
  [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
    while (true) {
      const std::uint64_t product = (next() >> 32U) * bound;
      const auto low = static_cast<std::uint32_t>(product);
      if (low >= bound || low >= (0U - bound) % bound) {
        return static_cast<std::uint32_t>(product >> 32U);
      }
    }
  }

 private:
  void refill(std::size_t count);

  State state_{};
  std::vector<std::uint64_t> held_;
  std::size_t at_ = 0;
};

}  // namespace summitry
