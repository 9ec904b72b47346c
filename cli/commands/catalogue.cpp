// summitry catalogue: what there is to compute, to read and to write.
#include "algorithms/catalogue.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/tables.hpp"
#include "exporters/save.hpp"
#include "loaders/load.hpp"

namespace summitry::cli {
namespace {

std::string options_text(const std::vector<OptionInfo>& options) {
  std::string text;
  for (const OptionInfo& option : options) {
    text += fmt::format("{}{} = {}: {}", text.empty() ? "" : "; ", option.name,
                        option.default_value, option.meaning);
  }
  return text;
}

std::string text_of(std::string_view text) {
  return std::string(text);
}

Table measures_table() {
  Table table;
  table.columns = {"measure", "family", "of",        "title",  "definition",
                   "weights", "cost",   "reference", "options"};
  for (const Measure* measure : measures()) {
    table.rows.push_back({text_of(measure->name), text_of(measure->family),
                          text_of(measure->over == Over::edges ? "edges" : "entities"),
                          text_of(measure->title), text_of(measure->definition),
                          text_of(to_string(measure->weights)), text_of(measure->cost),
                          text_of(measure->reference), options_text(measure->options)});
  }
  return table;
}

Table methods_table() {
  Table table;
  table.columns = {"method", "title", "definition", "cost", "reference", "options"};
  for (const CommunityMethod* method : community_methods()) {
    table.rows.push_back({text_of(method->name), text_of(method->title),
                          text_of(method->definition), text_of(method->cost),
                          text_of(method->reference), options_text(method->options)});
  }
  return table;
}

Table formats_table() {
  Table table;
  table.columns = {"format", "used for", "extensions", "summary", "cannot hold"};
  for (const Loader& loader : loaders()) {
    std::string extensions;
    for (const std::string_view extension : loader.extensions) {
      extensions += (extensions.empty() ? "" : " ") + text_of(extension);
    }
    table.rows.push_back({text_of(loader.name), std::string("reading"), extensions,
                          text_of(loader.summary), std::string()});
  }
  for (const Exporter& format : exporters()) {
    table.rows.push_back({text_of(format.name), std::string("writing"),
                          text_of(format.extension.empty() ? "/" : format.extension),
                          text_of(format.summary), text_of(format.limits)});
  }
  for (const std::string_view extension : {".svg", ".png", ".pdf"}) {
    table.rows.push_back({text_of(extension.substr(1)), std::string("drawing"), text_of(extension),
                          std::string("a picture with a legend and a caption"),
                          std::string("data: what is left out of it is said in its caption")});
  }
  return table;
}

std::vector<Section> sections(const Arguments& arguments) {
  std::vector<Section> all = {
      {"measures", measures_table()}, {"methods", methods_table()}, {"formats", formats_table()}};
  if (arguments.operands.empty()) return all;
  return {find_section(all, arguments.operands.front())};
}

// Name, title and weights: what fits a screen.
std::vector<Section> brief(std::vector<Section> sections) {
  for (Section& section : sections) {
    if (section.name == "measures") section.table = columns(section.table, {0, 1, 3, 5});
    if (section.name == "methods") section.table = columns(section.table, {0, 1});
    if (section.name == "formats") section.table = columns(section.table, {0, 1, 2, 3});
  }
  return sections;
}

int run(const Arguments& arguments, Console& console) {
  const std::vector<Section> all = sections(arguments);
  const std::vector<Section> chosen = arguments.brief ? brief(all) : all;
  const auto markdown = [&] {
    return arguments.brief ? markdown_tables(chosen) : markdown_items(chosen);
  };
  const std::array renderings = {
      Rendering{"table", [&] { return text_tables(brief(all), 72); }},
      Rendering{"csv", [&] { return csv_tables(chosen); }},
      Rendering{"json", [&] { return json_tables(chosen); }},
      Rendering{"markdown", markdown},
      Rendering{"md", markdown},
  };
  deliver(arguments, console, renderings);
  return 0;
}

}  // namespace

const Command& catalogue_command() {
  static const Command command = {
      .name = "catalogue",
      .sentence = "List the measures, the community methods and the formats that there are.",
      .operands = "[measures|methods|formats]",
      .operands_min = 0,
      .text = {"The table is short; csv, json and markdown hold definitions, references, costs and "
               "options as well."},
      .examples = {{"summitry catalogue", "All that there is, in short."},
                   {"summitry catalogue measures --format markdown",
                    "Every measure with its definition, reference and options."},
                   {"summitry catalogue formats --format csv", "What can be read and written."}},
      .options =
          output_option("FILE", "Write to FILE instead of the screen.") +
          format_option({"table", "csv", "json", "markdown"}) +
          OptionList{{"Output", "--brief", "", "Only the columns of the table, in every form.",
                      &Arguments::brief, Effect::output}} +
          work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
