// Options as text: the bridge between an algorithm's options aggregate and the words of the command
// line, JSON and the methods section. An aggregate takes part by a function beside it:
//
//   template <class Visit>
//   void describe(PageRankOptions& o, Visit&& visit) {
//     visit("damping", o.damping, "chance of following an edge, in [0, 1)");
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/results.hpp"

namespace summitry {

struct OptionInfo {
  std::string name;
  std::string default_value;
  std::string meaning;  // with its range
};

// Whether figures are left as counted or divided by the largest that a graph of that size allows.
enum class Scale { raw, normalized };

// How values of options are written. "auto" stands for an empty optional, yes and no for Scale,
// "all" for an empty list; lists of numbers have blanks between them, and may be read with commas.
[[nodiscard]] std::string option_text(double value);
[[nodiscard]] std::string option_text(int value);
[[nodiscard]] std::string option_text(std::size_t value);
[[nodiscard]] std::string option_text(const std::string& value);
[[nodiscard]] std::string option_text(const std::optional<double>& value);
[[nodiscard]] std::string option_text(const std::optional<std::size_t>& value);
[[nodiscard]] std::string option_text(Scale value);
[[nodiscard]] std::string option_text(const std::vector<std::uint32_t>& values);

// Reads what option_text() writes; false where the text is none of it.
[[nodiscard]] bool read_option(std::string_view text, double& value);
[[nodiscard]] bool read_option(std::string_view text, int& value);
[[nodiscard]] bool read_option(std::string_view text, std::size_t& value);
[[nodiscard]] bool read_option(std::string_view text, std::string& value);
[[nodiscard]] bool read_option(std::string_view text, std::optional<double>& value);
[[nodiscard]] bool read_option(std::string_view text, std::optional<std::size_t>& value);
[[nodiscard]] bool read_option(std::string_view text, Scale& value);
[[nodiscard]] bool read_option(std::string_view text, std::vector<std::uint32_t>& values);

// Throw InvalidOption: for a name that is not known, for a text that cannot be read, and for a value
// outside its range ("pagerank: damping must be in [0, 1), got 1.2").
void require_known(std::string_view function, const Parameters& given,
                   std::span<const std::string_view> known);
[[noreturn]] void refuse_text(std::string_view function, std::string_view name,
                              std::string_view text, std::string_view meaning);
[[noreturn]] void refuse_option(std::string_view function, std::string_view name,
                                std::string_view range, const std::string& value);

// The names, defaults and meanings of an aggregate's options.
template <class Options>
std::vector<OptionInfo> option_list() {
  std::vector<OptionInfo> list;
  Options defaults;
  describe(defaults, [&list](std::string_view name, auto& value, std::string_view meaning) {
    list.push_back({std::string(name), option_text(value), std::string(meaning)});
  });
  return list;
}

// Every option with its value, in the aggregate's order.
template <class Options>
Parameters option_values(Options options) {
  Parameters values;
  describe(options, [&values](std::string_view name, auto& value, std::string_view) {
    values.emplace_back(std::string(name), option_text(value));
  });
  return values;
}

// The aggregate with the given values in it; of a name given twice the last counts.
template <class Options>
Options read_options(std::string_view function, const Parameters& given) {
  Options options;
  std::vector<std::string_view> known;
  describe(options, [&](std::string_view name, auto& value, std::string_view meaning) {
    known.push_back(name);
    for (const auto& [given_name, text] : given) {
      if (given_name == name && !read_option(text, value)) {
        refuse_text(function, name, text, meaning);
      }
    }
  });
  require_known(function, given, known);
  return options;
}

}  // namespace summitry
