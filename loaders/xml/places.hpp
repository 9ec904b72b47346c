// Offsets of a text as lines and columns, without reading the text from its beginning each time.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "loaders/text.hpp"

namespace summitry {

class Places {
 public:
  struct Mark {
    std::size_t offset = 0;
    Place place;
  };

  Places() = default;
  explicit Places(std::string_view text);  // valid UTF-8, which outlives this
  // A text that was put together from pieces of another, where they stood: the first at offset 0.
  Places(std::string_view text, std::span<const Mark> pieces);

  // Costs least for offsets that grow from call to call.
  [[nodiscard]] Place at(std::size_t offset);

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  void add_marks();

  std::string_view text_;
  std::vector<Mark> marks_{Mark()};  // the first at 0
  bool has_all_marks_ = false;       // a few hundred bytes from each other
  Mark last_;                        // the last answer
  std::size_t next_mark_ = 0;        // the offset of the first mark after it
};

}  // namespace summitry
