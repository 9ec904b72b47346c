// summitry info: the vital signs of a data set.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/tables.hpp"
#include "cli/vital_figures.hpp"
#include "cli/vital_signs.hpp"

namespace summitry::cli {
namespace {

std::vector<Section> all_signs(const Subject& subject, const Run& run) {
  std::vector<Section> sections = data_signs(subject.network);
  for (Section& section : vital_figures(subject.network, subject.graph, run)) {
    sections.push_back(std::move(section));
  }
  return sections;
}

OptionList full_option() {
  return {{"Figures", "--full", "",
           "Everything that describes the selected graph: cohesion, distances, degrees and their "
           "tail, centralisation, mixing. JSON adds what each figure means and its reference.",
           &Arguments::full}};
}

int run(const Arguments& arguments, Console& console) {
  const Subject subject = read_subject("info", arguments, console);
  const Run how = run_of(arguments, console);
  const std::vector<Section> sections =
      arguments.full ? all_signs(subject, how) : vital_signs(subject.network, subject.graph, how);
  const std::vector<Section> narrow = without_meaning(sections);
  const std::array renderings = {
      Rendering{"table", [&] { return text_tables(narrow, 64); }},
      Rendering{"csv", [&] { return csv_tables(narrow); }},
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
      .text =
          {"Counts of the data are of all of it; the section `graph` is of what is selected.",
           "Quick by default: of a large graph distances are left out. --full measures them too, "
           "and all else; a figure that does not apply is missing, and a note says why."},
      .examples = {{"summitry info datasets/ai-summits", "The vital signs of the AI summits."},
                   {"summitry info datasets/ai-summits --kinds country,initiative --format json",
                    "The shape of the graph of countries and initiatives, as JSON."},
                   {"summitry info datasets/karate --full",
                    "Every figure of the karate club as a whole."}},
      .options = input_options() + selection_options() + full_option() + seed_option() +
                 output_option("FILE", "Write to FILE instead of the screen.") +
                 format_option({"table", "csv", "json"}) + work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
