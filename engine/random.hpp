// Random numbers of our own: standard distributions differ between libraries, these do not.
// Generator: xoshiro256** seeded by splitmix64 (Blackman & Vigna 2021, doi:10.1145/3460772).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace summitry {

class Random {
 public:
  // `stream` separates tasks of one run: (seed, 0), (seed, 1), … are independent.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  [[nodiscard]] std::uint64_t next();
  [[nodiscard]] std::uint64_t below(std::uint64_t bound);  // uniform in [0, bound), bound >= 1
  [[nodiscard]] double unit();                             // uniform in [0, 1), 53 bits

  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace summitry
