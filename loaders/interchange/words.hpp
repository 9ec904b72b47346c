// Formats of lines: a line after the other as words between spaces, each with its place.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"

namespace summitry::interchange {

struct Word : Cell {
  bool quoted = false;  // stood between double quotes, which are taken off
};

class WordLines {
 public:
  // Reads UTF-8. What comes after `comment` at the beginning of a line is left out. Within quotes a
  // backslash stands before a quote or a backslash that is meant; texts with one are kept in `texts`.
  WordLines(std::string_view text, char comment, std::deque<std::string>& texts)
      : text_(text), comment_(comment), texts_(texts) {}

  // Moves to the next line that is neither blank nor a comment; false at the end.
  bool next();
  [[nodiscard]] std::span<const Word> words() const { return words_; }
  [[nodiscard]] std::size_t line() const { return line_; }
  // The first line that is read is line 1; a place for what is missing from the line in hand.
  [[nodiscard]] Cell end_of_line() const { return {{}, line_, column_}; }
  [[nodiscard]] std::string_view comment() const { return said_; }  // the last that was passed

 private:
  [[nodiscard]] std::string_view take_line();
  void split(std::string_view line);
  std::size_t add_quoted(std::string_view line, std::size_t begin);

  std::string_view text_;
  char comment_;
  std::deque<std::string>& texts_;
  std::vector<Word> words_;
  std::string_view said_;
  std::size_t line_ = 0;
  std::size_t column_ = 1;
};

// Without spaces and tabs at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace summitry::interchange
