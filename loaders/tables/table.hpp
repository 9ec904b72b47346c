// A table in memory: a header and the cells that have a value, row by row, each with its place. A file
// of delimited text is one, and so is a worksheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"

namespace summitry::tables {

// What a cell says of its type: a text file says nothing.
enum class Nature : std::uint8_t { unknown, text, number, boolean, date };

struct Filled {
  Cell cell;  // its text is not empty
  std::uint32_t column = 0;
  Nature nature = Nature::unknown;
};

class Table {
 public:
  // `file` is what findings call it; `bytes` may hold the texts of its cells.
  explicit Table(std::string file, std::shared_ptr<const std::string> bytes = {})
      : file_(std::move(file)), bytes_(std::move(bytes)) {}

  // The header first, then the rows. A cell without text is left out.
  void add(const Filled& filled);
  void end_row(std::size_t line, std::size_t width);
  // A text that stands nowhere in the file as it is.
  [[nodiscard]] std::string_view keep(std::string text) {
    return texts_.emplace_back(std::move(text));
  }

  // Cells do not stand between commas, so that numbers may hold some.
  void let_commas_be_free() { commas_are_free_ = true; }
  [[nodiscard]] bool commas_are_free() const { return commas_are_free_; }

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }  // the header included
  [[nodiscard]] std::size_t columns() const { return names_.size(); }
  [[nodiscard]] std::size_t bytes() const { return size_; }  // of all cells together

  // Names of columns without spaces at their ends; the place of one without a name is its own.
  [[nodiscard]] std::span<const Cell> names() const { return names_; }
  // The first column that is called so, but for capitals.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;

  [[nodiscard]] std::span<const Filled> row(std::size_t row) const;
  [[nodiscard]] std::span<Filled> row(std::size_t row);
  [[nodiscard]] std::size_t width(std::size_t row) const { return rows_[row].width; }
  // Its cells and their bytes together.
  [[nodiscard]] std::size_t bytes_of(std::size_t row) const;
  // Empty, at the beginning of the row, where nothing stands.
  [[nodiscard]] Cell at(std::size_t row, std::size_t column) const;
  [[nodiscard]] Cell start(std::size_t row) const { return {{}, rows_[row].line, 1}; }

 private:
  struct Row {
    std::size_t end = 0;  // of its cells
    std::size_t line = 0;
    std::size_t width = 0;
  };
  void read_names(std::size_t width);
  [[nodiscard]] std::size_t begin_of(std::size_t row) const {
    return row == 0 ? 0 : rows_[row - 1].end;
  }

  std::string file_;
  std::shared_ptr<const std::string> bytes_;
  std::vector<Filled> cells_;
  std::vector<Row> rows_;
  std::vector<Cell> names_;
  std::deque<std::string> texts_;  // a deque: cells point into it
  std::size_t size_ = 0;
  bool commas_are_free_ = false;
};

// Without the apostrophe that keeps a spreadsheet from running a text as a formula: one before = + - @,
// a tab or a carriage return, or before further apostrophes and one of these.
[[nodiscard]] std::string_view without_guard(std::string_view text);

// Every column needs a name of its own: errors for those that have none but a value, and for those whose
// name stands twice.
void check_names(NetworkBuilder& builder, const Table& table);

}  // namespace summitry::tables
