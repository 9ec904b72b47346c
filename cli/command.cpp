#include "cli/command.hpp"

#include <array>

#include "cli/usage_error.hpp"
#include "engine/names.hpp"

namespace summitry::cli {

std::span<const Command* const> commands() {
  static const std::array list = {
      &info_command(),        &check_command(),      &measure_command(), &top_command(),
      &communities_command(), &continuity_command(), &draw_command(),    &chart_command(),
      &report_command(),      &convert_command(),    &resolve_command(), &catalogue_command(),
      &man_command(),
  };
  return list;
}

const Command& find_command(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Command* command : commands()) {
    if (command->name == name) return *command;
    known.push_back(command->name);
  }
  throw UsageError(unknown_name("command", name, known));
}

}  // namespace summitry::cli
