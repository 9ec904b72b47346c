// summitry report: everything about a network, as files in a folder.
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/report_parts.hpp"
#include "cli/usage_error.hpp"
#include "engine/file.hpp"

namespace summitry::cli {
namespace {

const std::string& folder_of(const Arguments& arguments) {
  if (arguments.outputs.size() == 1) return arguments.outputs.front();
  throw UsageError("summitry report needs one folder to write to, as in -o out/my-network");
}

// The parameters that the selection does not tell.
void complete(Provenance& provenance, const Network& network, const Arguments& arguments) {
  if (arguments.runs) {
    provenance.options.emplace_back("community runs", std::to_string(*arguments.runs));
  }
  provenance.options.emplace_back("seed", std::to_string(arguments.seed));
  const std::string name = network.dataset().name.empty() ? "report" : network.dataset().name;
  provenance.command = reproducing_command("report", arguments, "out/" + name);
}

int run(const Arguments& given, Console& console) {
  const std::filesystem::path folder = folder_of(given);
  const MeasureChoice choice = report_measures(given);
  std::ignore = selection_of(given);  // a wrong option is told before a long read
  Network network = read_network(given, console);
  const Arguments arguments = with_report_defaults(given, network);
  Subject subject = subject_of("report", arguments, std::move(network), console);
  complete(subject.provenance, subject.network, arguments);
  const ReportResults results = compute_results(arguments, choice, subject, console);
  const std::vector<ReportFileBytes> files = report_files(arguments, subject, results, console);
  console.check();
  for (const ReportFileBytes& file : files) write_file(folder / file.name, file.bytes);
  console.note(fmt::format("wrote {} files to {}; begin with {}", files.size(), folder.string(),
                           (folder / files.front().name).string()));
  return 0;
}

OptionList report_options() {
  const std::string_view group = "Picture";
  return {
      {group, "--title", "TEXT", "The picture's title (default: that of the data set).",
       &Arguments::title},
      {group, "--top", "N",
       "Show at most N entities besides the summits (default: as many as can be read; 0: all).",
       &Arguments::top},
  };
}

}  // namespace

const Command& report_command() {
  static const Command command = {
      .name = "report",
      .sentence =
          "Write a report: findings, tables, a drawing, methods and sources, as files in a "
          "folder.",
      .operands = "INPUT",
      .text =
          {"Writes report.html, report.md, metrics.csv and .json, communities.csv and .json, "
           "network.dot and network.svg, tables of relations, refusals, contradictions and "
           "sources, and for a series continuity.csv and .json with tables of participants, hosts "
           "and initiatives.",
           "A report is about who acts: unless told otherwise it leaves out memberships of "
           "standing "
           "bodies (--standing keep), relations of type mentions (--without) and entities "
           "without a relation (--isolates keep). Unverified relations stay out unless asked "
           "for, and data with errors is refused.",
           "Everything is computed before the first file is written. The same data and options "
           "give the same bytes, whatever the number of threads."},
      .examples = {{"summitry report datasets/ai-summits -o out/ai-summits",
                    "The whole report on the AI summits."},
                   {"summitry report datasets/ai-summits --confidence official -o out/official",
                    "On what official sources state alone."},
                   {"summitry report ties.csv --directed --measures degree,pagerank -o out/ties",
                    "On an edge list, with measures of your own choice."}},
      .options = input_options() + measure_options() + community_options() + continuity_options() +
                 selection_options() + report_options() + seed_option() +
                 output_option("DIR", "The folder to write to; made when it is not there.") +
                 work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
