// Cells of worksheets. See cells.hpp.
#include "loaders/spreadsheet/cells.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "engine/number.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/edges.hpp"

namespace summitry::spreadsheet {
namespace {

using tables::Nature;

constexpr std::size_t kMostColumns = 16'384;
constexpr std::size_t kMostRows = 1'048'576;

struct Read {
  std::string text;
  Nature nature = Nature::text;
};

class Cells {
 public:
  Cells(NetworkBuilder& builder, const std::string& name, const Shared& shared,
        tables::Table& table)
      : builder_(builder), remarks_(builder), name_(name), shared_(shared), table_(table) {}

  bool add(const XmlElement& worksheet) {
    const XmlElement data = worksheet.child("sheetData");
    Position at;
    for (XmlElement row = data ? data.first() : XmlElement(); row; row = row.next()) {
      if (!begin_row(row, at)) return false;
      std::size_t width = 0;
      const std::size_t before = table_.bytes();
      for (XmlElement cell = row.first(); cell; cell = cell.next()) {
        if (!begin_cell(cell, at)) return false;
        add_cell(cell, at);
        width = at.column;
      }
      if (table_.bytes() > before) table_.end_row(at.row, width);
      if (table_.bytes() > shared_.allowed) {
        builder_.error({{}, at.row, 1}, "cells repeat texts far beyond the workbook's size",
                       "save the table as CSV if that is meant");
        return false;
      }
    }
    say_merged(worksheet);
    return true;
  }

 private:
  bool begin_row(const XmlElement& row, Position& at) {
    at.column = 0;
    const std::string_view number = row.attribute("r").text;
    const auto given =
        number.empty() ? static_cast<std::int64_t>(at.row + 1) : parse_integer(number).value_or(0);
    const bool is_next =
        given > static_cast<std::int64_t>(at.row) && given <= static_cast<std::int64_t>(kMostRows);
    if (!is_next) {
      builder_.error({{}, at.row, 0},
                     "the row " + in_quotes(number) + " after row " + std::to_string(at.row),
                     "save the workbook anew");
      return false;
    }
    at.row = static_cast<std::size_t>(given);
    return true;
  }

  bool begin_cell(const XmlElement& cell, Position& at) {
    const std::string_view reference = cell.attribute("r").text;
    const Position next{at.row, at.column + 1};
    const std::optional<Position> given = reference.empty() ? next : position_of(reference);
    const bool is_next = given && given->row == at.row && given->column >= next.column &&
                         given->column <= kMostColumns;
    if (!is_next) {
      builder_.error({{}, at.row, 0},
                     "the cell " + in_quotes(reference) + " in row " + std::to_string(at.row),
                     "save the workbook anew");
      return false;
    }
    at.column = given->column;
    return true;
  }

  void add_cell(const XmlElement& cell, Position at) {
    std::optional<Read> read = read_cell(cell, at);
    if (!read || read->text.empty()) return;
    table_.add({{table_.keep(std::move(read->text)), at.row, at.column},
                static_cast<std::uint32_t>(at.column - 1),
                read->nature});
  }

  [[nodiscard]] Cell place(Position at) const { return {{}, at.row, at.column}; }
  [[nodiscard]] std::string called(Position at) const { return name_ + "!" + reference_of(at); }

  std::optional<Read> read_cell(const XmlElement& cell, Position at) {
    const std::string_view type = cell.attribute("t").text;
    if (type == "inlineStr") {
      const XmlElement inline_text = cell.child("is");
      return Read{inline_text ? text_of(inline_text) : std::string(), Nature::text};
    }
    const XmlElement value = cell.child("v");
    if (!value || value.text().text.empty()) {
      if (cell.child("f")) {
        remarks_.once(place(at), "formulas without a stored value, the first at " + called(at),
                      "open the workbook in a spreadsheet program and save it");
      }
      return std::nullopt;
    }
    return read_value(type, value.text().text, cell.attribute("s").text, at);
  }

  std::optional<Read> read_value(std::string_view type, std::string_view text,
                                 std::string_view style, Position at) {
    if (type == "s") return shared_text(text, at);
    if (type == "str") return Read{without_escapes(text), Nature::text};
    if (type == "b") return Read{text == "1" ? "true" : "false", Nature::boolean};
    if (type == "d") return Read{std::string(text.substr(0, 10)), Nature::date};
    if (type == "e") {
      builder_.warning(place(at), "the cell " + called(at) + " has the error " + in_quotes(text),
                       "mend its formula; its value is missing");
      return std::nullopt;
    }
    return number(text, style, at);
  }

  std::optional<Read> shared_text(std::string_view text, Position at) {
    const auto index = parse_integer(text);
    if (index && *index >= 0 && static_cast<std::size_t>(*index) < shared_.texts.size()) {
      return Read{shared_.texts[static_cast<std::size_t>(*index)], Nature::text};
    }
    builder_.error(place(at), "the cell " + called(at) + " refers to no text",
                   "save the workbook anew");
    return std::nullopt;
  }

  std::optional<Read> number(std::string_view text, std::string_view style, Position at) {
    const auto value = parse_number(text);
    if (!value) {
      builder_.error(place(at), "the cell " + called(at) + " has the bad number " + in_quotes(text),
                     "write a finite number");
      return std::nullopt;
    }
    const auto index = parse_integer(style).value_or(0);
    const bool is_styled = index >= 0 && static_cast<std::size_t>(index) < shared_.styles.size();
    const Shows shows = is_styled ? shared_.styles[static_cast<std::size_t>(index)] : Shows::number;
    if (shows == Shows::number) return Read{shown(*value), Nature::number};
    const std::optional<std::string> date = date_of(*value, shared_.epoch, shows);
    if (!date) {
      builder_.warning(place(at),
                       "the cell " + called(at) + " has a date of no day, " + in_quotes(text),
                       "write a date of the years up to 9999; it is read as a number");
      return Read{shown(*value), Nature::number};
    }
    if (*value != std::floor(*value)) {
      remarks_.once(place(at), "times of the day are left out",
                    "a date has a year, a month and a day");
    }
    return Read{*date, Nature::date};
  }

  // Whole numbers that are exact in a double without their exponent.
  static std::string shown(double value) {
    constexpr double kExact = 9'007'199'254'740'992;
    const bool is_whole = value == std::floor(value) && std::abs(value) < kExact;
    return is_whole ? std::to_string(static_cast<std::int64_t>(value)) : shortest(value);
  }

  void say_merged(const XmlElement& worksheet) {
    const XmlElement merged = worksheet.child("mergeCells");
    const XmlElement first = merged ? merged.first() : XmlElement();
    if (!first) return;
    const std::string_view range = first.attribute("ref").text;
    const auto at = position_of(range.substr(0, range.find(':')));
    builder_.warning(place(at.value_or(Position{1, 1})),
                     "merged cells, the first " + in_quotes(name_ + "!" + std::string(range)) +
                         ": their value stands in the first of them alone",
                     "write it into each");
  }

  NetworkBuilder& builder_;
  Remarks remarks_;
  const std::string& name_;
  const Shared& shared_;
  tables::Table& table_;
};

}  // namespace

bool add_cells(NetworkBuilder& builder, const XmlElement& worksheet, const std::string& name,
               const Shared& shared, tables::Table& table) {
  return Cells(builder, name, shared, table).add(worksheet);
}

std::optional<Position> position_of(std::string_view reference) {
  Position at;
  std::size_t i = 0;
  for (; i < reference.size() && i < 3 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
    at.column = at.column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
  }
  const auto row = parse_integer(reference.substr(i));
  if (at.column == 0 || !row || *row < 1 || *row > static_cast<std::int64_t>(kMostRows)) {
    return std::nullopt;
  }
  at.row = static_cast<std::size_t>(*row);
  return at;
}

std::string reference_of(Position position) {
  std::string letters;
  for (std::size_t column = position.column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters + std::to_string(position.row);
}

std::string text_of(const XmlElement& item) {
  std::string text;
  for (XmlElement part = item.first(); part; part = part.next()) {
    if (part.name() == "t") text += part.text().text;
    if (part.name() != "r") continue;
    if (const XmlElement run = part.child("t")) text += run.text().text;
  }
  return without_escapes(text);
}

std::string without_escapes(std::string_view text) {
  constexpr std::size_t kLength = 7;
  std::string out;
  std::size_t at = 0;
  for (std::size_t begin = text.find("_x"); begin != std::string_view::npos;
       begin = text.find("_x", begin + 1)) {
    const std::string_view escape = text.substr(begin, kLength);
    const bool is_whole = begin >= at && escape.size() == kLength && escape[6] == '_' &&
                          escape.find_first_not_of("0123456789abcdefABCDEF", 2) == 6;
    if (!is_whole) continue;
    const auto character =
        static_cast<UChar32>(std::stoul(std::string(escape.substr(2, 4)), nullptr, 16));
    std::array<std::uint8_t, 4> buffer{};
    std::int32_t length = 0;
    const bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
    U8_APPEND_UNSAFE(buffer.data(), length, is_surrogate || character == 0 ? 0xFFFD : character);
    out.append(text.substr(at, begin - at));
    out.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
    at = begin + kLength;
  }
  return out.append(text.substr(at));
}

}  // namespace summitry::spreadsheet
