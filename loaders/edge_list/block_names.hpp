// The names that stand in a block of text, each once, numbered in order of first use.
//
// A block has far fewer names than cells, and they fit the caches: only these are looked up among all
// names of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/name_table.hpp"

namespace summitry {

class BlockNames {
 public:
  [[nodiscard]] std::uint32_t number(std::string_view name) {
    const std::size_t hash = NameIndex::hash_of(name);
    if (const auto known = table_.find(name, hash)) return *known;
    hashes_.push_back(hash);
    return table_.add(name, hash);
  }

  void clear() {
    table_.clear();
    hashes_.clear();
  }

  [[nodiscard]] std::string_view name(std::uint32_t i) const { return table_.name(i); }
  [[nodiscard]] const std::vector<std::size_t>& hashes() const { return hashes_; }
  [[nodiscard]] std::vector<std::string_view> all() const {
    std::vector<std::string_view> names;
    names.reserve(table_.size());
    for (std::uint32_t i = 0; i < table_.size(); ++i) names.push_back(name(i));
    return names;
  }

 private:
  NameTable table_;
  std::vector<std::size_t> hashes_;
};

}  // namespace summitry
