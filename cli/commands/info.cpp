// summitry info: the vital signs of a data set.
#include <array>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/tables.hpp"
#include "cli/vital_signs.hpp"

namespace summitry::cli {
namespace {

int run(const Arguments& arguments, Console& console) {
  const Subject subject = read_subject("info", arguments, console);
  const std::vector<Section> sections =
      vital_signs(subject.network, subject.graph, run_of(arguments, console));
  const std::array renderings = {
      Rendering{"table", [&] { return text_tables(sections, 64); }},
      Rendering{"csv", [&] { return csv_tables(sections); }},
      Rendering{"json", [&] { return json_tables(sections); }},
  };
  deliver(arguments, console, renderings);
  return 0;
}

}  // namespace

const Command& info_command() {
  static const Command command = {
      .name = "info",
      .sentence =
          "Show what a data set holds: kinds, relations, statuses, dates, series, and the "
          "shape of the selected graph.",
      .operands = "INPUT",
      .text = {"Counts of the data are of all of it; the section `graph` is of what is selected."},
      .examples = {{"summitry info datasets/ai-summits", "The vital signs of the AI summits."},
                   {"summitry info datasets/ai-summits --kinds country,initiative --format json",
                    "The shape of the graph of countries and initiatives, as JSON."}},
      .options = input_options() + selection_options() +
                 output_option("FILE", "Write to FILE instead of the screen.") +
                 format_option({"table", "csv", "json"}) + work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
