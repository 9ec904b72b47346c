// Options as text and back, and the errors that name what would be right.
#include "algorithms/options.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"

namespace summitry {

std::string option_text(double value) {
  return shortest(value);
}
std::string option_text(int value) {
  return std::to_string(value);
}
std::string option_text(std::size_t value) {
  return std::to_string(value);
}
std::string option_text(const std::string& value) {
  return value;
}
std::string option_text(const std::optional<double>& value) {
  return value ? shortest(*value) : "auto";
}
std::string option_text(const std::optional<std::size_t>& value) {
  return value ? std::to_string(*value) : "auto";
}
std::string option_text(Scale value) {
  return value == Scale::normalized ? "yes" : "no";
}

std::string option_text(const std::vector<std::uint32_t>& values) {
  if (values.empty()) return "all";
  std::string text;
  for (const std::uint32_t value : values) {
    if (!text.empty()) text += ' ';
    text += std::to_string(value);
  }
  return text;
}

bool read_option(std::string_view text, double& value) {
  const auto number = parse_number(text);
  if (number) value = *number;
  return number.has_value();
}

bool read_option(std::string_view text, int& value) {
  const auto number = parse_integer(text);
  if (!number || *number < std::numeric_limits<int>::min() ||
      *number > std::numeric_limits<int>::max()) {
    return false;
  }
  value = static_cast<int>(*number);
  return true;
}

bool read_option(std::string_view text, std::size_t& value) {
  const auto number = parse_integer(text);
  if (!number || *number < 0) return false;
  value = static_cast<std::size_t>(*number);
  return true;
}

bool read_option(std::string_view text, std::string& value) {
  value = text;
  return true;
}

bool read_option(std::string_view text, std::optional<double>& value) {
  if (text == "auto") {
    value.reset();
    return true;
  }
  double number = 0.0;
  if (!read_option(text, number)) return false;
  value = number;
  return true;
}

bool read_option(std::string_view text, std::optional<std::size_t>& value) {
  if (text == "auto") {
    value.reset();
    return true;
  }
  std::size_t number = 0;
  if (!read_option(text, number)) return false;
  value = number;
  return true;
}

bool read_option(std::string_view text, Scale& value) {
  const bool yes = text == "yes" || text == "true";
  if (!yes && text != "no" && text != "false") return false;
  value = yes ? Scale::normalized : Scale::raw;
  return true;
}

bool read_option(std::string_view text, std::vector<std::uint32_t>& values) {
  std::vector<std::uint32_t> read;
  constexpr std::string_view kBetween = " ,";
  if (text != "all") {
    std::size_t begin = text.find_first_not_of(kBetween);
    while (begin != std::string_view::npos) {
      const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
      const auto number = parse_integer(text.substr(begin, end - begin));
      if (!number || *number < 0 || *number > std::numeric_limits<std::uint32_t>::max())
        return false;
      read.push_back(static_cast<std::uint32_t>(*number));
      begin = text.find_first_not_of(kBetween, end);
    }
    if (read.empty()) return false;
  }
  values = std::move(read);
  return true;
}

void require_known(std::string_view function, const Parameters& given,
                   std::span<const std::string_view> known) {
  for (const auto& parameter : given) {
    if (std::find(known.begin(), known.end(), parameter.first) != known.end()) continue;
    const std::string message =
        known.empty() ? "unknown option \"" + parameter.first + "\"; it has no options"
                      : unknown_name("option", parameter.first, known);
    throw InvalidOption(std::string(function) + ": " + message);
  }
}

void refuse_text(std::string_view function, std::string_view name, std::string_view text,
                 std::string_view meaning) {
  throw InvalidOption(std::string(function) + ": cannot read " + std::string(name) + " \"" +
                      std::string(text) + "\"; it is: " + std::string(meaning));
}

void refuse_option(std::string_view function, std::string_view name, std::string_view range,
                   const std::string& value) {
  throw InvalidOption(std::string(function) + ": " + std::string(name) + " must be " +
                      std::string(range) + ", got " + value);
}

}  // namespace summitry
