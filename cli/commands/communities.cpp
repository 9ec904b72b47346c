// summitry communities: which entities belong together.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "algorithms/communities/detect.hpp"
#include "cli/command.hpp"
#include "cli/figures.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/ranking.hpp"
#include "cli/text_width.hpp"
#include "exporters/csv.hpp"
#include "exporters/json.hpp"

namespace summitry::cli {
namespace {

constexpr std::size_t kNamesShown = 6;

std::string size_of(const Community& community) {
  return std::to_string(community.members.size());
}

// The members with most edges first: those by whom people know the community.
std::string best_known(const Network& network, const Graph& graph, const Community& community) {
  std::vector<VertexId> members = community.members;
  std::stable_sort(members.begin(), members.end(),
                   [&graph](VertexId u, VertexId v) { return graph.degree(u) > graph.degree(v); });
  std::string names;
  for (std::size_t i = 0; i < std::min(kNamesShown, members.size()); ++i) {
    names += (i > 0 ? ", " : "") + network.entity(graph.entity(members[i])).name;
  }
  return members.size() > kNamesShown ? names + ", …" : names;
}

std::string stability_of(const NamedPartition& found) {
  if (!found.random) return "the method needs no chance: every run gives the same\n";
  if (!found.stability) return "one run: nothing is known about its stability\n";
  const auto& stability = *found.stability;
  return fmt::format(
      "{} runs with different seeds: {} different division{}, mean adjusted Rand index {:.3f}: "
      "{}\n",
      stability.runs, stability.distinct, stability.distinct == 1 ? "" : "s",
      stability.mean_agreement,
      stability.stable ? "stable" : "not stable, so borders between communities are uncertain");
}

std::string table_of(const Network& network, const Graph& graph, const NamedPartition& found,
                     std::size_t top) {
  AlignedTable table;
  table.header = {"community", "size", "edges inside", "leaving", "members with most edges"};
  table.align = {Align::right, Align::right, Align::right, Align::right, Align::left};
  const std::size_t count = found.communities.size();
  const std::size_t shown = top == 0 ? count : std::min(top, count);
  for (std::size_t c = 0; c < shown; ++c) {
    const Community& community = found.communities[c];
    table.rows.push_back({std::to_string(c), size_of(community), readable(community.internal),
                          fmt::format("{:.0f} %", 100.0 * community.conductance),
                          best_known(network, graph, community)});
  }
  return aligned(table, 100) +
         fmt::format("{} of {} communities; modularity {:.4f}\n", shown, count, found.modularity) +
         stability_of(found);
}

int run(const Arguments& arguments, Console& console) {
  const DetectOptions options = detect_options(arguments);
  Subject subject = read_subject("communities", arguments, console);
  const Network& network = subject.network;
  const Graph& graph = subject.graph;
  subject.provenance.options.emplace_back("runs", std::to_string(arguments.runs));
  subject.provenance.options.emplace_back("seed", std::to_string(arguments.seed));
  const NamedPartition found = detect_communities(graph, options, run_of(arguments, console));
  const std::array renderings = {
      Rendering{"table",
                [&] { return table_of(network, graph, found, arguments.top.value_or(20)); }},
      Rendering{"csv", [&] { return communities_csv(network, graph, found); }},
      Rendering{"json",
                [&] { return communities_json(network, graph, found, subject.provenance); }},
  };
  deliver(arguments, console, renderings);
  return 0;
}

}  // namespace

const Command& communities_command() {
  static const Command command = {
      .name = "communities",
      .sentence = "Find groups that are tied among themselves more than to the rest.",
      .operands = "INPUT",
      .text = {"Methods depend on chance. Several runs with different seeds are made, the best is "
               "kept, and their agreement (mean adjusted Rand index) says how far to trust it. The "
               "same seed gives the same bytes.",
               "Communities are numbered from 0 by falling size."},
      .examples = {{"summitry communities datasets/karate",
                    "The communities of the karate club, their modularity and stability."},
                   {"summitry communities datasets/ai-summits --kinds country,summit "
                    "--resolution 1.5 -o groups.csv",
                    "More and smaller groups, as CSV: id, kind, name, community."},
                   {"summitry communities datasets/southern-women --project person "
                    "--weights shared --runs 50 --format json",
                    "Women by the events that they share, with the stability of 50 runs."}},
      .options = input_options() + community_options() + selection_options() + seed_option() +
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
