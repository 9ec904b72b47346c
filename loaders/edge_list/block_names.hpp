// The names that stand in a block of text, each once, numbered in order of first use.
//
// A block has far fewer names than cells, and they fit the caches: only these are looked up among all
// names of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/name_index.hpp"

namespace summitry {

class BlockNames {
 public:
  [[nodiscard]] std::uint32_t number(std::string_view name) {
    const std::size_t hash = NameIndex::hash_of(name);
    const auto name_of = [this](std::uint32_t i) { return this->name(i); };
    if (const auto known = index_.find(name, hash, name_of)) return *known;
    bytes_.append(name);
    ends_.push_back(bytes_.size());
    hashes_.push_back(hash);
    index_.add_hashed(hash, name_of);
    return index_.size() - 1;
  }

  void clear() {
    bytes_.clear();
    ends_.clear();
    hashes_.clear();
    index_.clear();
  }

  [[nodiscard]] std::string_view name(std::uint32_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  [[nodiscard]] const std::vector<std::size_t>& hashes() const { return hashes_; }
  [[nodiscard]] std::vector<std::string_view> all() const {
    std::vector<std::string_view> names;
    names.reserve(ends_.size());
    for (std::uint32_t i = 0; i < ends_.size(); ++i) names.push_back(name(i));
    return names;
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::vector<std::size_t> hashes_;
  NameIndex index_;
};

}  // namespace summitry
