// A command as data: its help and its manual page are made from the same text as its parsing.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/option.hpp"

namespace summitry::cli {

struct Example {
  std::string_view command;
  std::string_view effect;  // what it does, as a sentence
};

struct Command {
  std::string_view name;
  std::string_view sentence;  // what it does, in one sentence
  std::string_view operands;  // "INPUT", "IN OUT", "[COMMAND]"
  std::size_t operands_min = 1;
  std::size_t operands_max = 1;
  std::vector<std::string_view> text = {};  // paragraphs that explain more
  std::vector<Example> examples = {};
  OptionList options = {};
  int (*run)(const Arguments&, Console&) = nullptr;  // returns the exit code
};

// In the order in which a newcomer meets them.
[[nodiscard]] std::span<const Command* const> commands();
// Throws UsageError with the nearest known name.
[[nodiscard]] const Command& find_command(std::string_view name);

[[nodiscard]] const Command& report_command();
[[nodiscard]] const Command& measure_command();
[[nodiscard]] const Command& top_command();
[[nodiscard]] const Command& communities_command();
[[nodiscard]] const Command& continuity_command();
[[nodiscard]] const Command& draw_command();
[[nodiscard]] const Command& chart_command();
[[nodiscard]] const Command& check_command();
[[nodiscard]] const Command& info_command();
[[nodiscard]] const Command& convert_command();
[[nodiscard]] const Command& resolve_command();
[[nodiscard]] const Command& catalogue_command();
[[nodiscard]] const Command& man_command();

}  // namespace summitry::cli
