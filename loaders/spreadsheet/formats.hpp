// Which numbers of a workbook are dates: those whose style shows a year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/xml/document.hpp"

namespace summitry::spreadsheet {

// How precisely a style shows a date; times of the day alone are no dates.
enum class Shows : std::uint8_t { number, year, month, day };

[[nodiscard]] Shows shown_by(std::string_view format_code);

// By the number of the style that cells refer to, from styles.xml.
[[nodiscard]] std::vector<Shows> read_styles(const XmlElement& style_sheet);

// Days are counted from 1899-12-30, or from 1904-01-01 as old Macintoshes did.
enum class Epoch : std::uint8_t { of_1900, of_1904 };

// The day as ISO 8601, as precisely as it is shown; nothing where the calendar has no such day (the 29th
// of February 1900 is one of Excel's own).
[[nodiscard]] std::optional<std::string> date_of(double serial, Epoch epoch, Shows shows);

}  // namespace summitry::spreadsheet
