// Types of columns. See types.hpp.
#include "loaders/tables/types.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/date.hpp"
#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/text.hpp"

namespace summitry::tables {
namespace {

constexpr std::size_t kExactDigits = 15;  // of an integer that a spreadsheet keeps as a number

// What was seen in a column, cell by cell.
struct Seen {
  std::size_t cells = 0;
  std::size_t integers = 0;
  std::size_t numbers = 0;   // integers among them
  std::size_t commas = 0;    // numbers once their comma is a point
  std::size_t decimals = 0;  // of these, which cannot have it between thousands
  std::size_t points = 0;    // numbers with a point
  std::size_t booleans = 0;
  std::size_t dates = 0;
  bool any_month = false;  // years alone may be anything
  const Cell* first_comma = nullptr;
  const Cell* first_missing = nullptr;  // NA and its like
};

std::string_view without_sign(std::string_view text) {
  return text.starts_with('-') ? text.substr(1) : text;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A code such as 007 is none, and neither is what begins with a plus.
bool has_plain_beginning(std::string_view text) {
  const std::string_view digits = without_sign(text);
  return !text.starts_with('+') &&
         (digits.size() < 2 || digits[0] != '0' || digits[1] < '0' || digits[1] > '9');
}

bool is_integer(std::string_view text) {
  return all_digits(without_sign(text)) && has_plain_beginning(text) && parse_integer(text);
}

// Digits beyond 64 bits are a code rather than a number, which would lose most of them.
bool is_number(std::string_view text) {
  if (is_integer(text)) return true;
  return !all_digits(without_sign(text)) && has_plain_beginning(text) && parse_number(text);
}

bool has_decimal_comma(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return false;
  return all_digits(without_sign(text.substr(0, comma))) && all_digits(text.substr(comma + 1)) &&
         has_plain_beginning(text);
}

bool says_missing(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords{"NA", "N/A", "NaN", "nan", "null", "NULL", "-"};
  return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

// 1,234 may be either.
bool may_be_thousands(std::string_view text) {
  const std::string_view digits = without_sign(text);
  const std::size_t comma = digits.find(',');
  return digits[0] != '0' && comma <= 3 && digits.size() - comma == 4;
}

void see_number(Seen& seen, const Cell& cell, std::string_view text) {
  if (is_number(text)) {
    ++seen.numbers;
    if (is_integer(text)) ++seen.integers;
    if (text.find('.') != std::string_view::npos) ++seen.points;
  } else if (has_decimal_comma(text)) {
    ++seen.commas;
    if (!may_be_thousands(text)) ++seen.decimals;
    if (seen.first_comma == nullptr) seen.first_comma = &cell;
  } else if (says_missing(text) && seen.first_missing == nullptr) {
    seen.first_missing = &cell;
  }
}

void see(Seen& seen, const Filled& filled) {
  const std::string_view text = interchange::trimmed(filled.cell.text);
  ++seen.cells;
  if (filled.nature == Nature::text) {
    // A workbook has larger integers as text, since a number there would lose digits.
    const bool is_exact = is_integer(text) && without_sign(text).size() > kExactDigits;
    if (is_exact) see_number(seen, filled.cell, text);
  } else {
    see_number(seen, filled.cell, text);
    const std::string word = text.size() <= 5 ? lower(text) : std::string();
    if (word == "true" || word == "false") ++seen.booleans;
  }
  const std::optional<Date> date = parse_date(text);
  if (date && to_string(*date) == text) ++seen.dates;
  seen.any_month = seen.any_month || text.size() > 4;
}

bool are_decimal_commas(const Seen& seen) {
  return seen.decimals > 0 && seen.points == 0 && seen.numbers + seen.commas == seen.cells;
}

ColumnType type_of(const Seen& seen, bool commas_are_free) {
  if (seen.cells == 0) return ColumnType::text;
  if (seen.booleans == seen.cells) return ColumnType::boolean;
  if (seen.integers == seen.cells) return ColumnType::integer;
  if (seen.numbers == seen.cells) return ColumnType::number;
  if (commas_are_free && are_decimal_commas(seen)) return ColumnType::number;
  return seen.dates == seen.cells && seen.any_month ? ColumnType::date : ColumnType::text;
}

void take_guard_off(Filled& filled) {
  if (filled.nature != Nature::unknown) return;
  const std::string_view plain = without_guard(filled.cell.text);
  if (plain.size() == filled.cell.text.size()) return;
  filled.cell.text = plain;
  filled.nature = Nature::text;
}

void replace_commas(Table& table, std::size_t column) {
  for (std::size_t row = 1; row < table.rows(); ++row) {
    for (Filled& filled : table.row(row)) {
      const std::size_t comma = filled.cell.text.find(',');
      if (filled.column != column || comma == std::string_view::npos) continue;
      std::string text(filled.cell.text);
      text[comma] = '.';
      filled.cell.text = table.keep(std::move(text));
    }
  }
}

void say(NetworkBuilder& builder, const Cell& name, const Seen& seen, ColumnType type) {
  if (type == ColumnType::number && seen.commas > 0) {
    builder.warning(*seen.first_comma,
                    "the numbers of " + in_quotes(name.text) +
                        " are read with a decimal comma: " + in_quotes(seen.first_comma->text),
                    "write a point if they are not");
  }
  if (type == ColumnType::text && seen.commas > 0 && seen.commas + seen.numbers == seen.cells) {
    builder.warning(*seen.first_comma,
                    "the column " + in_quotes(name.text) + " is text: whether the comma in " +
                        in_quotes(seen.first_comma->text) +
                        " stands before decimals or between thousands is not known",
                    "write numbers with a point for decimals and nothing between thousands");
  }
  if (type == ColumnType::text && seen.numbers > 0 && seen.first_missing != nullptr) {
    builder.warning(*seen.first_missing,
                    "the column " + in_quotes(name.text) + " is text, for it has " +
                        in_quotes(seen.first_missing->text) + " among its numbers",
                    "leave the cell empty where a number is missing");
  }
}

}  // namespace

std::vector<ColumnType> type_columns(NetworkBuilder& builder, Table& table,
                                     const std::vector<bool>& are_attributes) {
  std::vector<Seen> seen(table.columns());
  for (std::size_t row = 1; row < table.rows(); ++row) {
    for (Filled& filled : table.row(row)) {
      take_guard_off(filled);
      if (filled.column < seen.size()) see(seen[filled.column], filled);
    }
  }
  std::vector<ColumnType> types(seen.size(), ColumnType::text);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!are_attributes[i]) continue;
    types[i] = type_of(seen[i], table.commas_are_free());
    say(builder, table.names()[i], seen[i], types[i]);
    if (types[i] == ColumnType::number && seen[i].commas > 0) replace_commas(table, i);
  }
  return types;
}

}  // namespace summitry::tables
