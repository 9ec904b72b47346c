// Times as Gephi writes them. See timeset.hpp.
#include "loaders/interchange/timeset.hpp"

#include "engine/date.hpp"
#include "engine/number.hpp"
#include "loaders/text.hpp"

namespace summitry::interchange {
namespace {

std::string_view without_quotes(std::string_view time) {
  time = trimmed(time);
  const bool is_quoted = time.size() >= 2 && time.front() == '"' && time.back() == '"';
  return is_quoted ? time.substr(1, time.size() - 2) : time;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t comma = text.find(',');
    parts.push_back(without_quotes(text.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<std::vector<std::vector<std::string_view>>> parse_timeset(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('<') && text.ends_with('>')) text = trimmed(text.substr(1, text.size() - 2));
  std::vector<std::vector<std::string_view>> brackets;
  while (!text.empty()) {
    const std::size_t close = text.find_first_of("])");
    const bool opens = text.front() == '[' || text.front() == '(';
    if (!opens || close == std::string_view::npos) return std::nullopt;
    brackets.push_back(split(text.substr(1, close - 1)));
    text = trimmed(text.substr(close + 1));
    if (text.starts_with(';')) text = trimmed(text.substr(1));
  }
  return brackets;
}

bool is_open_time(std::string_view time) {
  return time == "Infinity" || time == "-Infinity" || time == "∞" || time == "-∞";
}

bool is_number_alone(std::string_view time) {
  return !is_open_time(time) && !parse_date(date_of(time)) && parse_number(time);
}

bool has_time_of_day(std::string_view time) {
  return time.size() > 10 && (time[10] == 'T' || time[10] == ' ');
}

std::string_view date_of(std::string_view time) {
  if (has_time_of_day(time)) return time.substr(0, 10);
  const bool is_year = time.size() == 6 && time.ends_with(".0");
  return is_year ? time.substr(0, 4) : time;
}

}  // namespace summitry::interchange
