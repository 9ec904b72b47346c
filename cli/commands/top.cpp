// summitry top: who leads, without the figures of all others.
#include "algorithms/centrality/distances/top.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/tables.hpp"

namespace summitry::cli {
namespace {

constexpr std::uint64_t kRows = 10;

TopScores leaders(const Arguments& arguments, const Graph& graph, const Run& run) {
  const std::size_t k = arguments.top.value_or(kRows);
  if (arguments.by == "closeness") return top_closeness(graph, {.k = k}, run);
  if (arguments.by == "harmonic") return top_harmonic(graph, {.k = k}, run);
  return top_betweenness(graph, {.k = k, .check = arguments.exact ? Check::exact : Check::sampled},
                         run);
}

Table ranks(const Subject& subject, const TopScores& top, const std::string& measure) {
  Table table;
  table.columns = {"rank", "id", "kind", "name", measure};
  std::int64_t rank = 0;
  for (std::size_t i = 0; i < top.vertices.size(); ++i) {
    if (i == 0 || top.values[i] != top.values[i - 1]) rank = static_cast<std::int64_t>(i) + 1;
    const Entity& entity = subject.network.entity(subject.graph.entity(top.vertices[i]));
    table.rows.push_back({rank, entity.id, entity.kind, entity.name, top.values[i]});
  }
  return table;
}

// What the ranks rest on.
Table account(const Subject& subject, const TopScores& top) {
  Table table;
  table.columns = {"certain", "confidence", "searches", "of vertices", "command"};
  table.rows.push_back({std::string(top.certain ? "yes" : "no"), top.confidence,
                        static_cast<std::int64_t>(top.searches),
                        static_cast<std::int64_t>(subject.graph.vertex_count()),
                        subject.provenance.command});
  return table;
}

void tell_certainty(const TopScores& top, Console& console) {
  if (!top.certain) {
    console.note(
        "not certain: others may be as high as the last of these; --exact computes all of them");
  } else if (top.confidence < 1.0) {
    console.note(
        fmt::format("certain with a chance of at least {}; values are estimates", top.confidence));
  }
}

int run(const Arguments& arguments, Console& console) {
  const Subject subject = read_subject("top", arguments, console);
  const TopScores top = leaders(arguments, subject.graph, run_of(arguments, console));
  tell_certainty(top, console);
  const Section ranked{"top", ranks(subject, top, arguments.by)};
  const std::array both = {ranked, Section{"account", account(subject, top)}};
  const std::array renderings = {
      Rendering{"table",
                [&] {
                  return text_tables({&ranked, 1}, 48);
                }},
      Rendering{"csv",
                [&] {
                  return csv_tables({&ranked, 1});
                }},
      Rendering{"json", [&] { return json_tables(both); }},
  };
  deliver(arguments, console, renderings);
  return 0;
}

OptionList top_options() {
  const std::string_view group = "Figures";
  return {
      {group,
       "--by",
       "NAME",
       "By which measure: closeness, harmonic or betweenness (default: closeness).",
       &Arguments::by,
       Effect::figures,
       {"closeness", "harmonic", "betweenness"}},
      {group, "--exact", "",
       "Where a sample of shortest paths leaves the top of betweenness open, compute all of it.",
       &Arguments::exact},
  };
}

}  // namespace

const Command& top_command() {
  static const Command command = {
      .name = "top",
      .sentence =
          "Name the entities with the highest closeness, harmonic centrality or "
          "betweenness, without measuring all others.",
      .operands = "INPUT",
      .text =
          {"On a large network the leaders are known long before everybody's figure is. "
           "Closeness and harmonic centrality are exact. Betweenness is estimated from shortest "
           "paths drawn by chance until the leaders are apart from the others; the confidence is "
           "printed, and where they stay close together that is said."},
      .examples = {{"summitry top datasets/ai-summits --by harmonic --top 5",
                    "The five entities that are nearest to all others."},
                   {"summitry top datasets/unfccc-side-events --by betweenness --format csv",
                    "The ten that stand between most others, for a spreadsheet."}},
      .options = input_options() + top_options() + top_option("How many (default: 10).") +
                 selection_options() + seed_option() +
                 output_option("FILE", "Write to FILE instead of the screen.") +
                 format_option({"table", "csv", "json"}) + work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
