#include "engine/dictionary.hpp"

#include <utility>

namespace summitry {

Dictionary::Dictionary() {
  static_cast<void>(intern(""));
}

Dictionary::Dictionary(const Dictionary& other) {
  for (const std::string& word : other.words_) static_cast<void>(intern(word));
}

Dictionary& Dictionary::operator=(Dictionary other) noexcept {
  std::swap(words_, other.words_);
  std::swap(index_, other.index_);
  return *this;
}

std::uint32_t Dictionary::intern(std::string_view word) {
  const auto known = index_.find(word);
  if (known != index_.end()) return known->second;
  const auto index = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  index_.emplace(words_.back(), index);
  return index;
}

}  // namespace summitry
