// Plurals, lists and days in English.
#include "exporters/drawing/words.hpp"

#include <array>

#include "exporters/drawing/text.hpp"
#include "exporters/words.hpp"

namespace summitry::drawing {
namespace {

std::string month_and_year(Date date) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string year = std::to_string(date.year);
  if (date.month == 0) return year;
  return std::string(kMonths[date.month - 1U]) + ' ' + year;
}

std::string day(Date date) {
  const std::string rest = month_and_year(date);
  return date.day == 0 ? rest : std::to_string(date.day) + ' ' + rest;
}

}  // namespace

std::string counted(std::size_t count, std::string_view singular) {
  return grouped(count) + ' ' + (count == 1 ? clean(singular) : plural(clean(singular)));
}

std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

std::string heading(std::string_view singular) {
  std::string word = plural(clean(singular));
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::string days(const Interval& interval) {
  if (!interval.from) return "";
  const Date from = *interval.from;
  const Date to = interval.to.value_or(from);
  if (from == to) return day(from);
  const bool same_month = from.year == to.year && from.month == to.month;
  if (same_month && from.day > 0 && to.day > 0) return std::to_string(from.day) + "–" + day(to);
  return day(from) + " – " + day(to);
}

std::string data_line(const Dataset& dataset) {
  std::string out = "Data: " + clean(dataset.title.empty() ? dataset.name : dataset.title);
  if (!dataset.version.empty()) out += ", version " + clean(dataset.version);
  for (const std::string& licence : dataset.licences) out += ", " + clean(licence);
  return out == "Data: " ? "" : out + '.';
}

}  // namespace summitry::drawing
