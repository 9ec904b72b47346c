// Offsets of a text as lines and columns, without reading the text from its beginning each time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "loaders/text.hpp"

namespace summitry {

class Places {
 public:
  explicit Places(std::string_view text);  // valid UTF-8, which outlives this

  [[nodiscard]] Place at(std::size_t offset) const;

 private:
  struct Mark {
    std::size_t offset;
    Place place;
  };
  std::string_view text_;
  std::vector<Mark> marks_;  // a few hundred bytes from each other
};

}  // namespace summitry
