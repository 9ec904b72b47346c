// summitry measure: figures for every entity.
#include <array>
#include <vector>

#include "cli/command.hpp"
#include "cli/figures.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/ranking.hpp"
#include "exporters/csv.hpp"
#include "exporters/json.hpp"

namespace summitry::cli {
namespace {

int run(const Arguments& arguments, Console& console) {
  MeasureChoice choice = chosen_measures(arguments);
  const Subject subject = read_subject("measure", arguments, console);
  const Network& network = subject.network;
  const Graph& graph = subject.graph;
  personalise(choice, arguments, network, graph);
  const std::vector<NamedScores> scores =
      compute_measures(choice, graph, run_of(arguments, console), console);
  const std::array renderings = {
      Rendering{"table",
                [&] { return ranking(network, graph, scores, arguments.top.value_or(20)); }},
      Rendering{"csv",
                [&] {
                  if (choice.centralisation) {
                    console.note("CSV has no place for centralisation: the table and JSON do");
                  }
                  return measures_csv(network, graph, scores);
                }},
      Rendering{"json", [&] { return measures_json(network, graph, scores, subject.provenance); }},
  };
  deliver(arguments, console, renderings);
  return 0;
}

}  // namespace

const Command& measure_command() {
  static const Command command = {
      .name = "measure",
      .sentence =
          "Measure every entity: degree, betweenness, PageRank and whatever else the "
          "catalogue has.",
      .operands = "INPUT",
      .text =
          {"The table is for reading: a rank, the first measure from high to low, the first 20 "
           "entities. CSV and JSON hold every entity in order of ids, with numbers that read "
           "back to the same value, and JSON also what was selected and by which method.",
           "Weights are never used unasked. Measures that follow paths (betweenness, closeness, "
           "harmonic) read weights as distances, the others as strengths: say which they are, or "
           "turn the one into the other by --convert-weights; the rule is printed with the "
           "selection.",
           "What may take long is said beforehand; --approximate asks for estimates with a stated "
           "error where there are some."},
      .examples =
          {{"summitry measure datasets/karate --measures betweenness,degree",
            "Who stands between others in the karate club, as a table."},
           {"summitry measure datasets/ai-summits --kinds country,summit --measures all "
            "--format csv -o countries.csv",
            "Every measure of countries and summits, for a spreadsheet or R."},
           {"summitry measure ties.csv --directed --measures pagerank "
            "--set pagerank.damping=0.9",
            "An edge list (source,target) read as directed, with an option of the measure."}},
      .options = input_options() + measure_options() + selection_options() + seed_option() +
                 output_option("FILE",
                               "Write to FILE instead of the screen; may be given several "
                               "times, for several forms.") +
                 format_option({"table", "csv", "json"}) +
                 top_option("Rows of the table (default: 20; 0: all).") + work_options() +
                 help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
