// Words stored once, numbered in order of first use. Word 0 is always "".
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace summitry {

class Dictionary {
 public:
  Dictionary();
  Dictionary(const Dictionary& other);
  Dictionary(Dictionary&&) noexcept = default;
  Dictionary& operator=(Dictionary other) noexcept;
  ~Dictionary() = default;

  [[nodiscard]] std::uint32_t intern(std::string_view word);
  [[nodiscard]] std::string_view word(std::uint32_t index) const { return words_[index]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  std::deque<std::string> words_;  // a deque: the map's keys point into it
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

}  // namespace summitry
