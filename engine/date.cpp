#include "engine/date.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace summitry {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

int days_in_month(int year, int month) {
  using namespace std::chrono;
  const year_month_day_last last{std::chrono::year{year},
                                 month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::int32_t day_number(int year, int month, int day) {
  using namespace std::chrono;
  const sys_days days{year_month_day{std::chrono::year{year},
                                     std::chrono::month{static_cast<unsigned>(month)},
                                     std::chrono::day{static_cast<unsigned>(day)}}};
  return static_cast<std::int32_t>(days.time_since_epoch().count());
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                     (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shape) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year || *year < 1) return std::nullopt;
  Date date{static_cast<std::int16_t>(*year), 0, 0};
  if (text.size() >= 7) {
    const auto month = digits(text.substr(5, 2));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    date.month = static_cast<std::uint8_t>(*month);
  }
  if (text.size() == 10) {
    const auto day = digits(text.substr(8, 2));
    if (!day || *day < 1 || *day > days_in_month(*year, date.month)) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*day);
  }
  return date;
}

std::string to_string(Date date) {
  std::string text = padded(date.year, 4);
  if (date.month > 0) text += "-" + padded(date.month, 2);
  if (date.day > 0) text += "-" + padded(date.day, 2);
  return text;
}

std::int32_t first_day(Date date) {
  return day_number(date.year, std::max<int>(1, date.month), std::max<int>(1, date.day));
}

std::int32_t last_day(Date date) {
  const int month = date.month > 0 ? date.month : 12;
  const int day = date.day > 0 ? date.day : days_in_month(date.year, month);
  return day_number(date.year, month, day);
}

bool overlap(const Interval& a, const Interval& b) {
  constexpr auto kAlways = std::numeric_limits<std::int32_t>::max();
  constexpr auto kEver = std::numeric_limits<std::int32_t>::min();
  const auto begin = [](const Interval& i) { return i.from ? first_day(*i.from) : kEver; };
  const auto end = [](const Interval& i) { return i.to ? last_day(*i.to) : kAlways; };
  return begin(a) <= end(b) && begin(b) <= end(a);
}

std::optional<std::int32_t> gap_days(const Interval& a, const Interval& b) {
  const std::optional<Date> last = a.to ? a.to : a.from;
  if (!last || !b.from || last->day == 0 || b.from->day == 0) return std::nullopt;
  return first_day(*b.from) - last_day(*last);
}

}  // namespace summitry
