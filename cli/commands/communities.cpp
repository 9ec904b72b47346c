// summitry communities: which entities belong together.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "algorithms/communities/portraits/community_scores.hpp"
#include "algorithms/communities/resolutions/resolution.hpp"
#include "cli/command.hpp"
#include "cli/community_text.hpp"
#include "cli/detection.hpp"
#include "cli/input.hpp"
#include "cli/multislice.hpp"
#include "cli/option_setting.hpp"
#include "cli/output.hpp"
#include "cli/truth.hpp"
#include "cli/usage_error.hpp"
#include "exporters/csv.hpp"
#include "exporters/json.hpp"

namespace summitry::cli {
namespace {

constexpr std::size_t kShown = 20;

void run_profile(const Arguments& arguments, const DetectOptions& options, Subject& subject,
                 Console& console) {
  const Graph& graph = subject.graph;
  const ResolutionProfile profile = resolution_profile(graph, options, run_of(arguments, console));
  const std::array renderings = {
      Rendering{"table", [&] { return resolution_text(profile); }},
      Rendering{"csv", [&] { return resolution_csv(profile); }},
      Rendering{
          "json",
          [&] { return resolution_json(subject.network, graph, profile, subject.provenance); }},
  };
  deliver(arguments, console, renderings);
}

void run_communities(const Arguments& arguments, const Subject& subject, Console& console) {
  const Network& network = subject.network;
  const Graph& graph = subject.graph;
  const auto truth =
      read_truth(arguments, network, graph);  // whatever is wrong with it, before runs
  NamedPartition found = find_communities(arguments, subject, console);
  if (arguments.scores) {
    found.scores = community_scores(graph, found.partition, run_of(arguments, console));
  }
  if (truth) found.truth = compare_with_truth(*truth, found.partition);
  const std::size_t top = arguments.top.value_or(kShown);
  const std::array renderings = {
      Rendering{"table",
                [&] {
                  return communities_text(network, graph, found, top) + comparison_text(found, top);
                }},
      Rendering{"csv", [&] { return communities_csv(network, graph, found); }},
      Rendering{"json",
                [&] { return communities_json(network, graph, found, subject.provenance); }},
  };
  deliver(arguments, console, renderings);
  if (!arguments.co_membership.empty()) {
    write_output(arguments.co_membership, co_membership_csv(network, graph, *found.together),
                 console);
  }
}

void check_profile(const Arguments& arguments) {
  if (!arguments.resolution_profile) return;
  if (!arguments.co_membership.empty() || !arguments.together.empty() || arguments.consensus ||
      arguments.random_graphs > 0 || !arguments.resolution.empty() || !arguments.truth.empty() ||
      arguments.scores) {
    throw UsageError(
        "--resolution-profile looks at all resolutions and keeps no division: it goes without "
        "--resolution, --consensus, --co-membership, --together, --random-graphs, --truth and "
        "--scores");
  }
}

// An option of another method would be lost in silence.
void check_settings(const Arguments& arguments) {
  for (const std::string& text : arguments.settings) {
    if (parse_setting(text).owner == arguments.method) continue;
    throw UsageError(
        fmt::format("--set {} has no effect: the method is {}", text, arguments.method));
  }
}

// So would what is said about editions, for the graph as a whole.
void check_editions(const Arguments& arguments) {
  const OptionList of_editions = multislice_options();
  for (const auto& given : arguments.given) {
    const bool lost = std::any_of(of_editions.begin(), of_editions.end(),
                                  [&](const auto& option) { return option.flags == given.first; });
    if (lost) throw UsageError(fmt::format("{} has no effect without --multislice", given.first));
  }
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.multislice) return run_multislice(arguments, console);
  check_profile(arguments);
  check_settings(arguments);
  check_editions(arguments);
  const DetectOptions options = detect_options(arguments);
  Subject subject = read_subject("communities", arguments, console);
  if (arguments.runs) {
    subject.provenance.options.emplace_back("runs", std::to_string(*arguments.runs));
  }
  subject.provenance.options.emplace_back("seed", std::to_string(arguments.seed));
  if (arguments.resolution_profile) {
    run_profile(arguments, options, subject, console);
  } else {
    run_communities(arguments, subject, console);
  }
  return 0;
}

OptionList trust_options() {
  const std::string_view group = "Trust";
  return {
      {group, "--resolution-profile", "",
       "Instead of communities, what becomes of them as the resolution grows: their number and "
       "stability, and the ranges over which they stay.",
       &Arguments::resolution_profile},
      {group, "--co-membership", "FILE",
       "Write how often two entities were in one community, over the runs: CSV of id_a, id_b and "
       "probability.",
       &Arguments::co_membership, Effect::output},
      {group, "--together", "P",
       "Tell of the pairs that are together in at least this share of the runs, in (0, 1] "
       "(default: 0.1; in JSON unasked for up to 100 entities).",
       &Arguments::together},
      {group, "--random-graphs", "N",
       "Compare the quality with that of N random graphs in which everybody keeps the number of "
       "relations (default: 0, since it takes as long as N runs).",
       &Arguments::random_graphs},
  };
}

}  // namespace

const Command& communities_command() {
  static const Command command = {
      .name = "communities",
      .sentence = "Find groups that are tied among themselves more than to the rest.",
      .operands = "INPUT",
      .text =
          {"Methods depend on chance. Several runs with different seeds are made, the best is "
           "kept, and their agreement (mean adjusted Rand index) says how far to trust it: "
           "stable from 0.9. Those who waver between communities are named. The same seed gives "
           "the same bytes.",
           "Communities are numbered from 0 by falling size, and named by what their members "
           "have in common more often than chance would give it to them, or else by who leads "
           "them."},
      .examples = {{"summitry communities datasets/karate",
                    "The communities of the karate club, their modularity and stability."},
                   {"summitry communities datasets/ai-summits --kinds country,summit "
                    "--resolution 1.5 -o groups.csv",
                    "More and smaller groups, as CSV: id, kind, name, community."},
                   {"summitry communities datasets/southern-women --project person "
                    "--weights shared --runs 50 --format json",
                    "Women by the events that they share, with the stability of 50 runs."},
                   {"summitry communities datasets/karate --resolution-profile",
                    "How many communities there are at which resolution, and which stay."},
                   {"summitry communities datasets/karate --consensus --co-membership pairs.csv",
                    "What the runs agree on, and how often each pair was together."},
                   {"summitry communities datasets/football --truth conference",
                    "How well the communities agree with the conferences that the teams play in."},
                   {"summitry communities datasets/ai-summits --multislice --coupling 0.5",
                    "All editions of the series at once: who stays with whom."}},
      .options = input_options() + community_options() + trust_options() + comparison_options() +
                 multislice_options() + selection_options() + seed_option() +
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
