// Which entity a whole number stands for, for lists of numbers: a table instead of names looked up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

class KnownNumbers {
 public:
  // Numbers from here on are read as names, so that the table stays smaller than the list: `bytes` of it
  // have been read.
  [[nodiscard]] static std::uint32_t limit(std::size_t bytes) {
    constexpr std::size_t kAlways = std::size_t{1} << 20U;
    constexpr std::size_t kMost = std::size_t{1} << 31U;
    return static_cast<std::uint32_t>(std::min(kAlways + bytes / 8, kMost));
  }

  [[nodiscard]] EntityIndex find(std::uint32_t number) const {
    return number < entities_.size() ? entities_[number] : kNone;
  }
  void set(std::uint32_t number, EntityIndex entity) {
    if (number >= entities_.size()) entities_.resize(std::size_t{number} + 1, kNone);
    entities_[number] = entity;
  }

 private:
  std::vector<EntityIndex> entities_;  // kNone where the number has not been seen
};

}  // namespace summitry
