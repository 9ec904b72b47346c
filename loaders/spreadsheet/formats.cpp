// Dates of a workbook. See formats.hpp.
#include "loaders/spreadsheet/formats.hpp"

#include <chrono>
#include <cmath>
#include <unordered_map>

#include "engine/date.hpp"
#include "engine/lower.hpp"
#include "engine/number.hpp"

namespace summitry::spreadsheet {
namespace {

// Those that every workbook has (ECMA-376, 18.8.30); in East Asia some more are dates.
Shows shown_by_built_in(std::int64_t number) {
  const auto between = [number](std::int64_t low, std::int64_t high) {
    return number >= low && number <= high;
  };
  if (number == 17) return Shows::month;  // mmm-yy
  const bool is_day = between(14, 16) || number == 22 || between(27, 31) || number == 36 ||
                      between(50, 54) || between(57, 58);
  return is_day ? Shows::day : Shows::number;
}

// The letters of a format outside of quotes, brackets and escapes, up to its second part.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '"' || c == '[') {
      i = code.find(c == '[' ? ']' : '"', i + 1);
      if (i == std::string_view::npos) break;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      letters += c;
    }
  }
  return lower(letters);
}

}  // namespace

Shows shown_by(std::string_view format_code) {
  const std::string letters = letters_of(format_code);
  if (letters.find_first_of("0#?") != std::string::npos || letters == "general")
    return Shows::number;
  const bool has_day = letters.find('d') != std::string::npos;
  if (letters.find('y') == std::string::npos) return has_day ? Shows::day : Shows::number;
  if (has_day) return Shows::day;
  return letters.find('m') != std::string::npos ? Shows::month : Shows::year;
}

std::vector<Shows> read_styles(const XmlElement& style_sheet) {
  std::unordered_map<std::string_view, Shows> own;
  const XmlElement formats = style_sheet.child("numFmts");
  for (XmlElement one = formats ? formats.first() : XmlElement(); one; one = one.next()) {
    own.emplace(one.attribute("numFmtId").text, shown_by(one.attribute("formatCode").text));
  }
  std::vector<Shows> styles;
  const XmlElement list = style_sheet.child("cellXfs");
  for (XmlElement one = list ? list.first() : XmlElement(); one; one = one.next()) {
    const std::string_view number = one.attribute("numFmtId").text;
    const auto found = own.find(number);
    styles.push_back(found != own.end() ? found->second
                                        : shown_by_built_in(parse_integer(number).value_or(0)));
  }
  return styles;
}

std::optional<std::string> date_of(double serial, Epoch epoch, Shows shows) {
  using namespace std::chrono;
  constexpr double kEnd = 2'958'466;  // the first day of the year 10000, from 1899-12-30 on
  if (!(serial >= 0.0) || serial >= kEnd) return std::nullopt;
  auto day = static_cast<int>(std::floor(serial));
  if (epoch == Epoch::of_1900 && (day == 0 || day == 60)) return std::nullopt;
  if (epoch == Epoch::of_1900 && day < 60) ++day;
  const sys_days first = epoch == Epoch::of_1900 ? sys_days(year{1899} / December / 30)
                                                 : sys_days(year{1904} / January / 1);
  const year_month_day date(first + days(day));
  if (static_cast<int>(date.year()) > 9999) return std::nullopt;
  Date out{static_cast<std::int16_t>(static_cast<int>(date.year())),
           static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
           static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
  if (shows == Shows::year) out.month = 0;
  if (shows != Shows::day) out.day = 0;
  return to_string(out);
}

}  // namespace summitry::spreadsheet
