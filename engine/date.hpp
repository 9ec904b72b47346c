// Partial dates: "2025" is a year, not the first of January. An interval keeps both precisions.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace summitry {

// A year, a month or a day of the proleptic Gregorian calendar.
struct Date {
  std::int16_t year = 0;   // 1..9999
  std::uint8_t month = 0;  // 1..12; 0: only the year is known
  std::uint8_t day = 0;    // 1..31; 0: only the month is known

  auto operator<=>(const Date&) const = default;
};

// ISO 8601 `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a day that exists, or nothing.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(Date date);

// First and last day that the date can mean, as days since 1970-01-01.
[[nodiscard]] std::int32_t first_day(Date date);
[[nodiscard]] std::int32_t last_day(Date date);

// From and to, both included; a missing end is open.
struct Interval {
  std::optional<Date> from;
  std::optional<Date> to;

  bool operator==(const Interval&) const = default;
};

// Whether some day belongs to both, read generously: 2025 overlaps 2025-02-10. A missing end is open.
[[nodiscard]] bool overlap(const Interval& a, const Interval& b);

// Days from the last day of `a` to the first day of `b` (negative when they overlap), when both
// are known to the day.
[[nodiscard]] std::optional<std::int32_t> gap_days(const Interval& a, const Interval& b);

}  // namespace summitry
