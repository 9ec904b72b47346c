// Tables in memory. See table.hpp.
#include "loaders/tables/table.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/text.hpp"

namespace summitry::tables {

void Table::add(const Filled& filled) {
  if (filled.cell.text.empty()) return;
  cells_.push_back(filled);
  size_ += filled.cell.text.size();
}

void Table::end_row(std::size_t line, std::size_t width) {
  rows_.push_back({cells_.size(), line, width});
  if (rows_.size() == 1) read_names(width);
}

void Table::read_names(std::size_t width) {
  names_.assign(width, start(0));
  for (const Filled& filled : row(0)) {
    Cell& name = names_[filled.column];
    name = filled.cell;
    if (filled.nature == Nature::unknown) name.text = without_guard(name.text);
    name.text = interchange::trimmed(name.text);
  }
}

std::optional<std::size_t> Table::column(std::string_view name) const {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (lower(names_[i].text) == name) return i;
  }
  return std::nullopt;
}

std::span<const Filled> Table::row(std::size_t row) const {
  return std::span(cells_).subspan(begin_of(row), rows_[row].end - begin_of(row));
}

std::span<Filled> Table::row(std::size_t row) {
  return std::span(cells_).subspan(begin_of(row), rows_[row].end - begin_of(row));
}

std::size_t Table::bytes_of(std::size_t row) const {
  std::size_t bytes = 0;
  for (const Filled& filled : this->row(row)) bytes += 1 + filled.cell.text.size();
  return bytes;
}

Cell Table::at(std::size_t row, std::size_t column) const {
  for (const Filled& filled : this->row(row)) {
    if (filled.column == column) return filled.cell;
  }
  return start(row);
}

std::string_view without_guard(std::string_view text) {
  constexpr std::string_view kBegins = "=+-@\t\r";
  const std::size_t begin = text.find_first_not_of('\'');
  if (begin == 0 || begin == std::string_view::npos) return text;
  return kBegins.find(text[begin]) == std::string_view::npos ? text : text.substr(1);
}

void check_names(NetworkBuilder& builder, const Table& table) {
  const auto unnamed = [&builder](const Cell& cell) {
    builder.error(cell, "the value " + in_quotes(cell.text) + " in a column without a name",
                  "name every column in the first row");
  };
  std::vector<bool> said(table.columns() + 1);  // the last: beyond the header
  for (std::size_t row = 1; row < table.rows(); ++row) {
    for (const Filled& filled : table.row(row)) {
      const std::size_t column = std::min<std::size_t>(filled.column, table.columns());
      const bool is_named = column < table.columns() && !table.names()[column].text.empty();
      if (!is_named && !said[column]) unnamed(filled.cell);
      said[column] = true;
    }
  }
  std::unordered_set<std::string_view> seen;
  for (const Cell& name : table.names()) {
    if (!name.text.empty() && !seen.insert(name.text).second) {
      builder.error(name, "the column " + in_quotes(name.text) + " stands twice",
                    "give every column a name of its own");
    }
  }
}

}  // namespace summitry::tables
