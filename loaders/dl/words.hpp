// A DL file as words: in its header `=` and `:` stand between them as spaces and commas do, in lists
// of labels and in the data they are part of a word.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "loaders/interchange/words.hpp"
#include "loaders/text.hpp"

namespace summitry::dl {

struct HeaderWord : Cell {
  bool colon = false;  // directly behind it, or after spaces
};

class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::optional<HeaderWord> next_of_header();
  // A text in double quotes is one word; without an end it is the rest of the line, with its quote.
  [[nodiscard]] std::optional<interchange::Word> next();
  // The words of the next line that has any; none at the end.
  [[nodiscard]] std::vector<interchange::Word> next_line();
  [[nodiscard]] Cell place() const { return {{}, place_.line, place_.column}; }

 private:
  std::string_view take(std::size_t length);
  void skip(std::string_view separators);
  [[nodiscard]] interchange::Word quoted();

  std::string_view rest_;
  Place place_;
};

}  // namespace summitry::dl
