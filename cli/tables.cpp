#include "cli/tables.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/ranking.hpp"
#include "cli/text_width.hpp"
#include "cli/usage_error.hpp"
#include "engine/names.hpp"
#include "exporters/csv.hpp"

namespace summitry::cli {
namespace {

bool is_number(const TableCell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

std::string shown(const TableCell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return "-";
  if (const double* number = std::get_if<double>(&cell)) return readable(*number);
  return to_string(cell);
}

std::string text_table(const Table& table, std::size_t widest) {
  AlignedTable lines;
  lines.header = table.columns;
  lines.align.assign(table.columns.size(), Align::left);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (is_number(row[i])) lines.align[i] = Align::right;
      cells.push_back(shown(row[i]));
    }
    lines.rows.push_back(std::move(cells));
  }
  return aligned(lines, widest);
}

nlohmann::ordered_json json_cell(const TableCell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return nullptr;
}

nlohmann::ordered_json json_table(const Table& table) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    auto object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = json_cell(row[i]);
    rows.push_back(std::move(object));
  }
  return rows;
}

std::string markdown_cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c == '\n' ? ' ' : c;
    }
  }
  return escaped;
}

std::string markdown_line(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += ' ' + markdown_cell(cell) + " |";
  return line + '\n';
}

std::string markdown_table(const Table& table) {
  std::string text = markdown_line(table.columns) + '|';
  for (std::size_t i = 0; i < table.columns.size(); ++i) text += "---|";
  text += '\n';
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = to_string(row[i]);
      cells.push_back(i == 0 ? fmt::format("`{}`", cell) : cell);
    }
    text += markdown_line(cells);
  }
  return text;
}

std::string markdown_item(const Table& table, const std::vector<TableCell>& row) {
  std::string text = fmt::format("### `{}`\n\n", to_string(row.front()));
  for (std::size_t i = 1; i < row.size(); ++i) {
    const std::string value = markdown_cell(to_string(row[i]));
    if (!value.empty()) text += fmt::format("- *{}*: {}\n", table.columns[i], value);
  }
  return text;
}

// A long table, so that sections with different columns fit one file.
Table long_table(std::span<const Section> sections) {
  Table all;
  all.columns = {"section", "item", "field", "value"};
  for (const Section& section : sections) {
    for (const auto& row : section.table.rows) {
      if (row.size() == 1) all.rows.push_back({section.name, row.front(), {}, {}});
      for (std::size_t i = 1; i < row.size(); ++i) {
        all.rows.push_back({section.name, row.front(), section.table.columns[i], row[i]});
      }
    }
  }
  return all;
}

}  // namespace

const Section& find_section(std::span<const Section> sections, std::string_view name) {
  std::vector<std::string_view> known;
  for (const Section& section : sections) {
    if (section.name == name) return section;
    known.push_back(section.name);
  }
  throw UsageError(unknown_name("list", name, known));
}

Table columns(const Table& table, const std::vector<std::size_t>& positions) {
  Table narrow;
  for (const std::size_t i : positions) narrow.columns.push_back(table.columns[i]);
  for (const auto& row : table.rows) {
    std::vector<TableCell> cells;
    cells.reserve(positions.size());
    for (const std::size_t i : positions) cells.push_back(row[i]);
    narrow.rows.push_back(std::move(cells));
  }
  return narrow;
}

std::string text_tables(std::span<const Section> sections, std::size_t widest) {
  std::string text;
  for (const Section& section : sections) {
    if (!text.empty()) text += '\n';
    if (sections.size() > 1) text += section.name + '\n';
    text += text_table(section.table, widest);
  }
  return text;
}

std::string csv_tables(std::span<const Section> sections) {
  return to_csv(sections.size() == 1 ? sections.front().table : long_table(sections));
}

std::string json_tables(std::span<const Section> sections) {
  auto object = nlohmann::ordered_json::object();
  for (const Section& section : sections) object[section.name] = json_table(section.table);
  return object.dump(2) + '\n';
}

std::string markdown_tables(std::span<const Section> sections) {
  std::string text;
  for (const Section& section : sections) {
    if (sections.size() > 1)
      text += fmt::format("{}## {}\n\n", text.empty() ? "" : "\n", section.name);
    text += markdown_table(section.table);
  }
  return text;
}

std::string markdown_items(std::span<const Section> sections) {
  std::string text;
  for (const Section& section : sections) {
    text += fmt::format("{}## {}\n", text.empty() ? "" : "\n", section.name);
    for (const auto& row : section.table.rows) text += '\n' + markdown_item(section.table, row);
  }
  return text;
}

}  // namespace summitry::cli
