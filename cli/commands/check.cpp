// summitry check: everything that is wrong with the data, at its place.
#include <fmt/format.h>

#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "engine/claims.hpp"
#include "loaders/database/postgresql/address.hpp"

namespace summitry::cli {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count == 0 ? "no" : std::to_string(count), count == 1 ? one : many);
}

std::string content(const Network& network) {
  return fmt::format("{}, {}, {}, {} and {} kept",
                     counted(network.entities().size(), "entity", "entities"),
                     counted(network.relation_count(), "relation", "relations"),
                     counted(network.sources().size(), "source", "sources"),
                     counted(network.claims().size(), "claim", "claims"),
                     counted(network.series().size(), "series", "series"));
}

std::string summary(const std::string& input, const Loaded& loaded) {
  return fmt::format("{} ({}): {}, {}; {}\n", shown_address(input), loaded.format,
                     counted(count(loaded.findings, Severity::error), "error", "errors"),
                     counted(count(loaded.findings, Severity::warning), "warning", "warnings"),
                     loaded.network ? content(*loaded.network)
                                    : "nothing can be used until the "
                                      "errors are mended");
}

int run(const Arguments& arguments, Console& console) {
  const std::string& input = arguments.operands.front();
  const Loaded loaded = load_checked(input, load_options(arguments, console));
  console.check();
  std::string text;
  for (const Finding& finding : loaded.findings) text += to_string(finding) + '\n';
  if (!arguments.quiet) text += summary(input, loaded);
  if (arguments.outputs.empty()) console.out << text;
  for (const std::string& path : arguments.outputs) write_output(path, text, console);
  return loaded.network ? 0 : 1;
}

}  // namespace

const Command& check_command() {
  static const Command command = {
      .name = "check",
      .sentence = "Check a data set and list everything that is wrong with it, each at its place.",
      .operands = "INPUT",
      .text =
          {"One line a finding: FILE:LINE:COLUMN: error or warning: what was found; what would be "
           "right. All findings come in one pass, and a last line counts them and what was kept. "
           "The exit code is 1 when there is an error. Warnings are odd but legal."},
      .examples = {{"summitry check datasets/ai-summits",
                    "Check a package after editing its CSV files."},
                   {"summitry check my-network --quiet && summitry report my-network -o out",
                    "Go on only when there is no error; findings alone, without the counts."}},
      .options = input_options() +
                 OptionList{{"Input", "--directed", "", "Read an edge list as directed.",
                             &Arguments::directed},
                            {"Input", "--undirected", "", "Read an edge list as undirected.",
                             &Arguments::undirected}} +
                 output_option("FILE", "Write to FILE instead of the screen.") + work_options() +
                 help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
