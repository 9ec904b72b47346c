// Delimited text as a table. See read_table.hpp.
#include "loaders/delimited/read_table.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "loaders/csv.hpp"
#include "loaders/delimited/encoding.hpp"
#include "loaders/interchange/words.hpp"

namespace summitry::delimited {
namespace {

class Reading {
 public:
  Reading(NetworkBuilder& builder, const std::string& file,
          const std::shared_ptr<const std::string>& bytes)
      : builder_(builder),
        bytes_(*bytes),
        dialect_(dialect_of(bytes_)),
        reader_(bytes_, {dialect_.delimiter, {}}),
        table_(file, bytes) {
    if (dialect_.delimiter != ',') table_.let_commas_be_free();
  }

  std::optional<tables::Table> run() {
    for (std::size_t i = 0; i < dialect_.rows_above; ++i) static_cast<void>(reader_.next());
    while (reader_.next()) {
      report(builder_, reader_.problems());
      if (has_value() || table_.rows() == 0) add_row();
    }
    if (table_.rows() == 0) {
      builder_.error({{}, 1, 1}, "the table is empty", "name the columns in the first row");
      return std::nullopt;
    }
    say_delimiter(builder_, dialect_, table_.start(0));
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool has_value() const {
    return std::any_of(reader_.row().begin(), reader_.row().end(),
                       [](const Cell& cell) { return !cell.text.empty(); });
  }

  void add_row() {
    std::span<const Cell> row = reader_.row();
    if (table_.rows() > 0 && !fit(builder_, row, table_.columns())) return;
    for (std::size_t i = 0; i < row.size(); ++i) {
      Cell cell = row[i];
      cell.text = kept(cell.text);
      table_.add({cell, static_cast<std::uint32_t>(i), tables::Nature::unknown});
    }
    table_.end_row(row.front().line, row.size());
  }

  // A cell with doubled quotes stands in the reader, and only as long as its row.
  [[nodiscard]] std::string_view kept(std::string_view text) {
    if (dialect_.spaced) text = interchange::trimmed(text);
    const bool is_in_file =
        text.data() >= bytes_.data() && text.data() < bytes_.data() + bytes_.size();
    return is_in_file || text.empty() ? text : table_.keep(std::string(text));
  }

  NetworkBuilder& builder_;
  std::string_view bytes_;
  Dialect dialect_;
  CsvReader reader_;
  tables::Table table_;
};

}  // namespace

bool fit(NetworkBuilder& builder, std::span<const Cell>& row, std::size_t columns) {
  while (row.size() > columns && row.back().text.empty()) row = row.first(row.size() - 1);
  if (row.size() == columns) return true;
  builder.error(row.front(),
                std::to_string(row.size()) + (row.size() == 1 ? " cell" : " cells") +
                    " where the first row has " + std::to_string(columns),
                "check the delimiters, and put quotes around a cell that holds one");
  return false;
}

void say_delimiter(NetworkBuilder& builder, const Dialect& dialect, const Cell& start) {
  const char c = dialect.delimiter;
  if (c == ',' || c == '\t') return;
  const std::string named = c == ';' ? "semicolons" : c == '|' ? "bars" : in_quotes({&c, 1});
  builder.warning(start, "cells are read as standing between " + named,
                  "write commas if they are not");
}

std::optional<tables::Table> read_table(NetworkBuilder& builder, std::string bytes,
                                        const std::string& file) {
  CleanText clean = decoded(builder, std::move(bytes));
  if (!clean.readable) return std::nullopt;
  return Reading(builder, file, std::make_shared<const std::string>(std::move(clean.bytes))).run();
}

}  // namespace summitry::delimited
