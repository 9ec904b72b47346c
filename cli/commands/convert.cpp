// summitry convert: from one format to another.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/continuity_options.hpp"
#include "cli/detection.hpp"
#include "cli/figures.hpp"
#include "cli/input.hpp"
#include "cli/usage_error.hpp"
#include "exporters/save.hpp"

namespace summitry::cli {
namespace {

constexpr VertexId kPlacedUnasked = 2000;  // more take a while to place, and cannot be read

bool was_given(const Arguments& arguments, std::string_view flag) {
  return std::any_of(arguments.given.begin(), arguments.given.end(),
                     [flag](const auto& option) { return option.first == flag; });
}

// An option of results that do not travel along would be lost in silence.
void check_effect(const Arguments& arguments, const OptionList& options, bool asked,
                  std::string_view flag) {
  if (asked) return;
  for (const OptionText& option : options) {
    if (!was_given(arguments, long_flag(option))) continue;
    throw UsageError(fmt::format("{} has no effect without {}", long_flag(option), flag));
  }
}

void check_options(const Arguments& arguments) {
  check_effect(arguments, measure_options(), !arguments.measures.empty(), "--measures");
  check_effect(arguments, community_options(), arguments.with_communities, "--communities");
  check_effect(arguments, continuity_options(), arguments.with_continuity, "--continuity");
}

bool selects(const Arguments& arguments) {
  const OptionList input = input_options();
  return std::any_of(arguments.given.begin(), arguments.given.end(), [&input](const auto& given) {
    return std::none_of(input.begin(), input.end(), [&given](const OptionText& option) {
      return long_flag(option) == given.first;
    });
  });
}

// What travels along.
struct Results {
  std::vector<NamedScores> scores;
  std::optional<NamedPartition> communities;
  std::optional<Continuity> continuity;
};

std::vector<NamedScores> measures_of(const Arguments& arguments, const Subject& subject,
                                     const Run& how, Console& console) {
  if (arguments.measures.empty()) return {};
  MeasureChoice choice = chosen_measures(arguments);
  require_entities(choice, "a conversion");
  personalise(choice, arguments, subject.network, subject.graph);
  return compute_measures(choice, subject.graph, how, console);
}

Results compute_results(const Arguments& arguments, const Subject& subject, Console& console) {
  const Run how = run_of(arguments, console);
  Results results;
  results.scores = measures_of(arguments, subject, how, console);
  if (arguments.with_communities) {
    results.communities = find_communities(arguments, subject, console);
  }
  if (arguments.with_continuity) {
    results.continuity = continuity(subject.network, continuity_options_of(arguments), how);
  }
  return results;
}

void check_times(const Arguments& arguments, const Exporter& format) {
  if (!arguments.times || format.timed) return;
  throw UsageError(fmt::format("--times has no effect on {}", format.name));
}

Places places_of(const Arguments& arguments, const Graph& graph, Console& console) {
  if (arguments.no_positions) return Places::none;
  if (graph.vertex_count() <= kPlacedUnasked) return Places::drawn;
  console.note(
      fmt::format("no positions: they are worked out for up to {} entities", kPlacedUnasked));
  return Places::none;
}

int run(const Arguments& arguments, Console& console) {
  const std::string& path = arguments.operands[1];
  const Exporter& format =
      arguments.format.empty() ? exporter_for(path) : exporter(arguments.format);
  check_options(arguments);
  check_times(arguments, format);
  Subject subject = read_subject("convert", arguments, console);
  subject.provenance.options.emplace_back("seed", std::to_string(arguments.seed));
  console.check();
  if (format.scope == ExportScope::network && selects(arguments)) {
    console.note(
        fmt::format("{} holds the whole data set: nothing is selected from it", format.name));
  }
  ExportParts parts{.network = subject.network, .graph = subject.graph, .title = ""};
  if (arguments.top) parts.top = *arguments.top;
  Results results;
  if (format.scope == ExportScope::graph) {
    results = compute_results(arguments, subject, console);
    if (results.communities) parts.communities = &*results.communities;
    if (!results.scores.empty()) parts.scores = &results.scores;
    if (results.continuity) parts.continuity = &*results.continuity;
    parts.provenance = &subject.provenance;
    parts.times = arguments.times ? Times::years : Times::none;
    if (format.placed) parts.places = places_of(arguments, subject.graph, console);
  }
  const auto saved = [&] {
    const Doing doing(console, "writing " + path);
    return save(path, format, parts);
  };
  const std::vector<std::filesystem::path> files = saved();
  if (!format.limits.empty()) {
    console.note(fmt::format("{} cannot hold {}", format.name, format.limits));
  }
  for (const std::filesystem::path& written : files) {
    console.note(fmt::format("wrote {}", written.string()));
  }
  return 0;
}

OptionList result_options() {
  OptionList measures = measure_options();
  measures.front().meaning =
      "Measures that travel along as attributes, by name; summitry catalogue lists them (default: "
      "none).";
  const OptionList flags = {{"Communities", "--communities", "",
                             "Communities travel along, and colour the picture.",
                             &Arguments::with_communities}};
  const OptionList series = {{"Continuity", "--continuity", "",
                              "Tables of the series travel along, where the format has tables.",
                              &Arguments::with_continuity}};
  return std::move(measures) + flags + community_options() + series + continuity_options();
}

OptionList picture_options() {
  return {{"Picture", "--no-positions", "",
           "Leave out where entities stand in the picture (default: with positions, where the "
           "format has them, up to 2,000 entities).",
           &Arguments::no_positions},
          {"Picture", "--times", "",
           "Write into a Pajek file in which years entities and relations are there, which Pajek "
           "shows and igraph refuses to read (default: without; GEXF always has times).",
           &Arguments::times}};
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
               "formats of a graph hold what the selection makes of it.",
               "Measures and communities travel along as attributes when they are asked for, and "
               "the selection always does. GraphML, GEXF, Pajek and Cytoscape also hold where "
               "entities stand in the picture that summitry draw makes. SQLite and Excel hold the "
               "data, the graph and all results as tables; Markdown, LaTeX and BibTeX hold what a "
               "paper prints and cites."},
      .examples = {{"summitry convert datasets/ai-summits ai-summits.json",
                    "The whole data set as one file, which reads back to the same data."},
                   {"summitry convert ties.csv my-network",
                    "An edge list becomes a data package, to be completed by hand."},
                   {"summitry convert datasets/karate karate.gexf --measures degree,betweenness "
                    "--communities",
                    "For Gephi: placed, sized by degree and coloured by community."},
                   {"summitry convert datasets/ai-summits summits.sqlite --measures all "
                    "--communities --continuity",
                    "A database of everything, for SQL, R or Datasette."},
                   {"summitry convert datasets/karate karate.dot --weights weight",
                    "A graph for Graphviz."}},
      .options = input_options() +
                 OptionList{{"Output", "--format", "NAME",
                             "Write this format, whatever OUT's extension; summitry catalogue "
                             "formats lists them.",
                             &Arguments::format, Effect::output}} +
                 top_option("Rows of a table for a paper (default: 20; 0: all).") +
                 result_options() + picture_options() + selection_options() + seed_option() +
                 work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
