// Rows of lists. See row.hpp.
#include "loaders/two_mode/list/row.hpp"

#include <algorithm>
#include <string>

#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "loaders/delimited/read_table.hpp"
#include "loaders/interchange/words.hpp"

namespace summitry::two_mode {
namespace {

using interchange::trimmed;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}

bool has_spaces_around(std::string_view text) {
  return trimmed(text).size() != text.size();
}

bool is_number_alone(std::string_view text) {
  return text.empty() || (parse_number(text) && !has_spaces_around(text));
}

}  // namespace

std::optional<EdgeRow> list_row(NetworkBuilder& builder, const ListHead& head,
                                std::span<const Cell> cells) {
  const auto has_value = [](const Cell& cell) { return !cell.text.empty(); };
  if (std::none_of(cells.begin(), cells.end(), has_value)) return std::nullopt;
  const std::size_t line = cells.front().line;
  if (!delimited::fit(builder, cells, head.cells.size())) return std::nullopt;
  EdgeRow row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Cell& cell = row.*head.cells[i];
    cell = cells[i];
    if (head.dialect.spaced) cell.text = trimmed(cell.text);
  }
  for (Cell* cell : {&row.source, &row.target, &row.from}) cell->text = trimmed(cell->text);
  return has_both(builder, line, row) ? std::optional(row) : std::nullopt;
}

bool is_word_alone(std::string_view text) {
  if (text.empty()) return true;
  const std::string small = text.size() <= 5 ? lower(text) : std::string();
  return is_letter(text.front()) && !has_spaces_around(text) && small != "true" &&
         small != "false" && !parse_number(text);
}

// A bar would name several summits.
bool is_name_alone(std::string_view name) {
  return !name.starts_with('\'') && std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7F' || c == '|';
  });
}

bool stands_alone(const EdgeRow& row) {
  return is_name_alone(row.source.text) && is_name_alone(row.target.text) &&
         is_name_alone(row.from.text) && is_word_alone(row.type.text) &&
         is_word_alone(row.role.text) && is_word_alone(row.status.text) &&
         is_number_alone(row.weight.text);
}

}  // namespace summitry::two_mode
