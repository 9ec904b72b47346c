// Rows of cells between runs of spaces; the interface of CsvReader, without quotes.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "loaders/csv.hpp"

namespace summitry {

class SpacedReader {
 public:
  explicit SpacedReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool next();
  [[nodiscard]] std::span<const Cell> row() const { return cells_; }
  [[nodiscard]] static std::span<const CsvProblem> problems() { return {}; }

  void move_to(std::size_t offset, std::size_t line) {
    at_ = offset;
    line_ = line;
  }
  [[nodiscard]] std::size_t offset() const { return at_; }
  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] static bool open() { return false; }
  [[nodiscard]] static bool stopped() { return false; }

 private:
  void split(std::string_view line);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<Cell> cells_;
};

}  // namespace summitry
