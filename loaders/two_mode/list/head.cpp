// Heads of lists. See head.hpp.
#include "loaders/two_mode/list/head.hpp"

#include <algorithm>
#include <string>

#include "engine/lower.hpp"
#include "loaders/csv.hpp"
#include "loaders/delimited/read_table.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/text.hpp"

namespace summitry::two_mode {
namespace {

struct ColumnUse {
  Part part = Part::other;
  Cell EdgeRow::*cell = nullptr;  // nothing: it cannot be read row by row
};

ColumnUse use_of(const ListColumns& columns, std::size_t column, const std::string& name) {
  if (column == columns.participant) return {Part::source, &EdgeRow::source};
  if (column == columns.event) return {Part::target, &EdgeRow::target};
  if (column == columns.date) return {Part::other, &EdgeRow::from};
  if (name == "weight") return {Part::weight, &EdgeRow::weight};
  if (name == "type") return {Part::type, &EdgeRow::type};
  if (name == "role") return {Part::other, &EdgeRow::role};
  if (name == "status") return {Part::other, &EdgeRow::status};
  return {};
}

// False where there is another column.
bool shape_columns(ListHead& head, const tables::Table& table) {
  head.shape.delimiter = head.dialect.delimiter;
  head.shape.comments = {};
  for (std::size_t i = 0; i < table.columns(); ++i) {
    const ColumnUse use = use_of(head.columns, i, lower(table.names()[i].text));
    const bool is_taken =
        std::find(head.cells.begin(), head.cells.end(), use.cell) != head.cells.end();
    if (use.cell == nullptr || is_taken) return false;
    head.shape.parts.push_back(use.part);
    head.cells.push_back(use.cell);
  }
  return true;
}

// A table of the header alone.
tables::Table table_of(std::span<const Cell> header) {
  tables::Table table("");
  std::uint32_t column = 0;
  for (const Cell& name : header) table.add({name, column++, tables::Nature::unknown});
  table.end_row(header.front().line, header.size());
  return table;
}

}  // namespace

bool grow_list_head(RowWaves& waves) {
  while (waves.grow_head()) {
    if (delimited::tells_dialect(waves.head().text)) return true;
  }
  return waves.ended();
}

std::optional<ListHead> read_list_head(NetworkBuilder& builder, RowWaves& waves,
                                       const LoadOptions& options) {
  if (!grow_list_head(waves) || !is_clean_text(waves.head().text)) return std::nullopt;
  ListHead head;
  head.dialect = delimited::dialect_of(waves.head().text);
  if (head.dialect.delimiter == ' ' || head.dialect.delimiter == '"') return std::nullopt;
  CsvReader header(waves.head().text, {head.dialect.delimiter, {}});
  for (std::size_t i = 0; i <= head.dialect.rows_above; ++i) {
    if (!header.next() || header.open() || !header.problems().empty()) return std::nullopt;
  }
  head.begin = header.offset();
  head.line = header.line();
  const tables::Table table = table_of(header.row());
  delimited::say_delimiter(builder, head.dialect, table.start(0));
  const auto columns = find_list_columns(builder, table, options);
  if (!columns) return std::nullopt;
  head.columns = *columns;
  return shape_columns(head, table) ? std::optional(head) : std::nullopt;
}

}  // namespace summitry::two_mode
