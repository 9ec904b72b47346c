// summitry man: manual pages.
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"

namespace summitry::cli {
namespace {

int run(const Arguments& arguments, Console& console) {
  const std::string page =
      arguments.operands.empty() ? manual() : manual(find_command(arguments.operands.front()));
  if (arguments.outputs.empty()) console.out << page;
  for (const std::string& path : arguments.outputs) write_output(path, page, console);
  return 0;
}

}  // namespace

const Command& man_command() {
  static const Command command = {
      .name = "man",
      .sentence = "Write a manual page, of the program or of one command, in roff.",
      .operands = "[COMMAND]",
      .operands_min = 0,
      .examples = {{"summitry man measure | man -l -", "Read the manual page of a command."},
                   {"summitry man -o summitry.1", "The manual page of the program, as a file."}},
      .options = output_option("FILE", "Write to FILE instead of the screen.") + work_options() +
                 help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
