// Counts by pairs of small numbers, most of them 0: a table where it is small, else a hash table.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace summitry::communities {

class PairCounts {
 public:
  PairCounts() = default;
  // Pairs of a number below `rows` and one below `columns`.
  PairCounts(std::uint32_t rows, std::uint32_t columns) : columns_(columns) {
    const std::uint64_t pairs = std::uint64_t{rows} * columns;
    if (pairs <= kLargestTable) {
      table_.assign(static_cast<std::size_t>(pairs), 0);
    } else {
      resize(1024);
    }
  }

  [[nodiscard]] std::int64_t of(std::uint32_t row, std::uint32_t column) const {
    const std::uint64_t pair = std::uint64_t{row} * columns_ + column;
    if (!table_.empty()) return table_[static_cast<std::size_t>(pair)];
    if (slots_.empty()) return 0;
    const Slot& slot = slots_[find(pair)];
    return slot.key == pair ? slot.count : 0;
  }

  void add(std::uint32_t row, std::uint32_t column, std::int64_t change) {
    const std::uint64_t pair = std::uint64_t{row} * columns_ + column;
    if (!table_.empty()) {
      table_[static_cast<std::size_t>(pair)] += static_cast<std::uint32_t>(change);
      return;
    }
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[find(pair)];
    if (slot.key != pair) {
      slot.key = pair;
      ++used_;
    }
    slot.count += static_cast<std::uint32_t>(change);
  }

 private:
  static constexpr std::uint64_t kLargestTable = std::uint64_t{1} << 20U;
  static constexpr std::uint64_t kFree = UINT64_MAX;

  struct Slot {
    std::uint64_t key = kFree;
    std::uint32_t count = 0;
  };

  // Where the pair is, or would be.
  [[nodiscard]] std::size_t find(std::uint64_t pair) const {
    const std::size_t mask = slots_.size() - 1;
    auto place = static_cast<std::size_t>((pair * 0x9e3779b97f4a7c15U) >> shift_);
    while (slots_[place].key != pair && slots_[place].key != kFree) place = (place + 1) & mask;
    return place;
  }

  void resize(std::size_t size) {
    slots_.assign(size, {});
    used_ = 0;
    shift_ = 64;
    for (std::size_t s = size; s > 1; s /= 2) --shift_;
  }

  // Makes room, and forgets what fell to 0.
  void grow() {
    std::size_t live = 0;
    for (const Slot& slot : slots_) live += slot.count > 0 ? 1 : 0;
    const std::vector<Slot> old = std::move(slots_);
    resize(live * 4 > old.size() ? old.size() * 2 : old.size());
    for (const Slot& slot : old) {
      if (slot.count == 0) continue;
      slots_[find(slot.key)] = slot;
      ++used_;
    }
  }

  std::uint64_t columns_ = 0;
  std::vector<std::uint32_t> table_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  unsigned shift_ = 64;
};

}  // namespace summitry::communities
