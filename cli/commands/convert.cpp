// summitry convert: from one format to another.
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "exporters/save.hpp"

namespace summitry::cli {
namespace {

bool selects(const Arguments& arguments) {
  return std::any_of(arguments.given.begin(), arguments.given.end(),
                     [](const auto& option) { return option.first != "--input-format"; });
}

int run(const Arguments& arguments, Console& console) {
  const std::string& path = arguments.operands[1];
  const Exporter& format =
      arguments.format.empty() ? exporter_for(path) : exporter(arguments.format);
  const Subject subject = read_subject("convert", arguments, console);
  console.check();
  if (format.scope == ExportScope::network && selects(arguments)) {
    console.note(
        fmt::format("{} holds the whole data set: nothing is selected from it", format.name));
  }
  save(path, format, {.network = subject.network, .graph = subject.graph, .title = ""});
  if (!format.limits.empty()) {
    console.note(fmt::format("{} cannot hold {}", format.name, format.limits));
  }
  console.note(fmt::format("wrote {}", path));
  return 0;
}

}  // namespace

const Command& convert_command() {
  static const Command command = {
      .name = "convert",
      .sentence =
          "Convert a data set from one format to another, and say what the new one cannot "
          "hold.",
      .operands = "IN OUT",
      .operands_min = 2,
      .operands_max = 2,
      .text = {"The format of OUT comes from its extension; a path without one becomes a data "
               "package's folder. Formats of a whole data set (data package, JSON) lose nothing; "
               "formats of a graph hold what the selection makes of it."},
      .examples = {{"summitry convert datasets/ai-summits ai-summits.json",
                    "The whole data set as one file, which reads back to the same data."},
                   {"summitry convert ties.csv my-network",
                    "An edge list becomes a data package, to be completed by hand."},
                   {"summitry convert datasets/karate karate.dot --weights weight",
                    "A graph for Graphviz."}},
      .options = input_options() +
                 OptionList{{"Output", "--format", "NAME",
                             "Write this format, whatever OUT's extension; summitry catalogue "
                             "formats lists them.",
                             &Arguments::format, Effect::output}} +
                 selection_options() + work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
