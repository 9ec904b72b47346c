// Names to numbers 0, 1, …: the names stay where their owner keeps them, so looking one up that is
// there costs little more than reading it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/bring_near.hpp"

namespace summitry {

class NameIndex {
 public:
  [[nodiscard]] static std::size_t hash_of(std::string_view name) {
    return std::hash<std::string_view>{}(name);
  }

  // `name_of(i)` is the i-th name; it must stay what it was when it was added.
  template <class NameOf>
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name,
                                                  const NameOf& name_of) const {
    return find(name, hash_of(name), name_of);
  }

  // The same for whoever knows hash_of(name) already.
  template <class NameOf>
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name, std::size_t hash,
                                                  const NameOf& name_of) const {
    if (slots_.empty()) return std::nullopt;
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.number == kFree) return std::nullopt;
      if (slot.tag == tag(hash) && name_of(slot.number) == name) return slot.number;
    }
  }

  // Numbers must be given in turn: 0, 1, … Does not look whether the name is there.
  template <class NameOf>
  void add(std::string_view name, const NameOf& name_of) {
    add_hashed(hash_of(name), name_of);
  }
  template <class NameOf>
  void add_hashed(std::size_t hash, const NameOf& name_of) {
    if ((std::size_t{size_} + 1) * 2 > slots_.size()) grow(name_of);
    put(hash, size_++);
  }

  // Forgets all names, but not how much room they took.
  void clear() {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    size_ = 0;
  }

  // Two hints for whoever looks up many: the place of a hash is brought into the cache; and which
  // name most likely stands there.
  void prefetch(std::size_t hash) const {
    if (!slots_.empty()) bring_near(&slots_[hash & mask()]);
  }
  [[nodiscard]] std::optional<std::uint32_t> likely(std::size_t hash) const {
    if (slots_.empty() || slots_[hash & mask()].number == kFree) return std::nullopt;
    return slots_[hash & mask()].number;
  }

  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t tag = 0;  // upper half of the hash: most that differ are told apart by it
    std::uint32_t number = kFree;
  };

  [[nodiscard]] static std::uint32_t tag(std::size_t hash) {
    return static_cast<std::uint32_t>(std::uint64_t{hash} >> 32);
  }
  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

  void put(std::size_t hash, std::uint32_t number) {
    std::size_t at = hash & mask();
    while (slots_[at].number != kFree) at = (at + 1) & mask();
    slots_[at] = {tag(hash), number};
  }
  template <class NameOf>
  void grow(const NameOf& name_of) {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, Slot{});
    for (std::uint32_t number = 0; number < size_; ++number) put(hash_of(name_of(number)), number);
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::uint32_t size_ = 0;
};

}  // namespace summitry
