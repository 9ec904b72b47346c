// Names beside one another in one text, each once, numbered in order of first use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bring_near.hpp"
#include "engine/name_index.hpp"

namespace summitry {

class NameTable {
 public:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  // Valid until the next name is added.
  [[nodiscard]] std::string_view name(std::uint32_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }

  // `hash` is NameIndex::hash_of(name).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name, std::size_t hash) const {
    return index_.find(name, hash, [this](std::uint32_t i) { return this->name(i); });
  }
  // Does not look whether the name is there.
  std::uint32_t add(std::string_view name, std::size_t hash) {
    bytes_.append(name);
    ends_.push_back(bytes_.size());
    index_.add_hashed(hash, [this](std::uint32_t i) { return this->name(i); });
    return size() - 1;
  }

  // Brings into the cache what looking up hashes[i + a few] will read.
  void look_ahead(std::span<const std::size_t> hashes, std::size_t i) const {
    constexpr std::size_t kFar = 16;
    constexpr std::size_t kNear = 8;
    if (i + kFar < hashes.size()) index_.prefetch(hashes[i + kFar]);
    if (i + kNear >= hashes.size()) return;
    if (const auto likely = index_.likely(hashes[i + kNear])) bring_near(&ends_[*likely]);
  }

  // Forgets all names, but not how much room they took.
  void clear() {
    bytes_.clear();
    ends_.clear();
    index_.clear();
  }
  // Keeps the names, and lets go of what finds them.
  void forget_index() { index_ = {}; }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
  NameIndex index_;
};

}  // namespace summitry
