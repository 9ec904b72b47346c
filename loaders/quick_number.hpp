// Whole numbers as most lists of edges have them, read eight digits at a time.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "engine/cpu_versions.hpp"

namespace summitry {

// Up to eight digits at p, which has eight bytes to read: all at once, as in Lemire's parsing of
// numbers, arXiv:2101.11408. Returns how many there are.
[[nodiscard]] SUMMITRY_KERNEL_PART unsigned eight_digits(const char* p, std::uint64_t& value) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, p, sizeof bytes);
  bytes ^= 0x3030303030303030U;  // digits become 0..9
  const std::uint64_t others = (bytes | (bytes + 0x7676767676767676U)) & 0x8080808080808080U;
  const auto count = static_cast<unsigned>(std::countr_zero(others)) / 8;
  if (count == 0) return 0;
  bytes <<= 64 - 8 * count;  // zeros in front
  bytes = bytes * 10 + (bytes >> 8U);
  constexpr std::uint64_t kEveryFourth = 0x000000FF000000FFU;
  value = ((bytes & kEveryFourth) * (100 + (1000000ULL << 32U)) +
           ((bytes >> 16U) & kEveryFourth) * (1 + (10000ULL << 32U))) >>
          32U;
  return count;
}

// Up to 15 digits at p, which has 16 bytes to read, moved past them; false when there are none, or more.
[[nodiscard]] SUMMITRY_KERNEL_PART bool quick_number(const char*& p, std::uint64_t& value) {
  constexpr std::array<std::uint64_t, 8> kPowers{1,      10,      100,       1000,
                                                 10'000, 100'000, 1'000'000, 10'000'000};
  unsigned count = eight_digits(p, value);
  p += count;
  if (count < 8) return count > 0;
  std::uint64_t rest = 0;
  count = eight_digits(p, rest);
  p += count;
  if (count == 8) return false;
  value = value * kPowers[count] + rest;
  return true;
}

}  // namespace summitry
