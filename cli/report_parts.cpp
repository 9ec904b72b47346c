#include "cli/report_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "algorithms/continuity/continuity.hpp"
#include "cli/continuity_options.hpp"
#include "cli/detection.hpp"
#include "cli/report_tables.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/drawing.hpp"
#include "exporters/json.hpp"
#include "exporters/page.hpp"
#include "exporters/report.hpp"

namespace summitry::cli {
namespace {

using Files = std::vector<ReportFileBytes>;

constexpr std::string_view kPicture = "network.svg";
constexpr std::string_view kMentions = "mentions";

void add_figures(const Subject& subject, const ReportResults& results, Files& files) {
  const Network& network = subject.network;
  const Graph& graph = subject.graph;
  const Provenance& provenance = subject.provenance;
  files.push_back({"metrics.csv", "every measure of every entity",
                   measures_csv(network, graph, results.scores)});
  files.push_back({"metrics.json", "the same, with methods and selection",
                   measures_json(network, graph, results.scores, provenance)});
  if (!results.communities) return;
  files.push_back({"communities.csv", "the community of every entity",
                   communities_csv(network, graph, *results.communities)});
  files.push_back({"communities.json", "communities with their members and stability",
                   communities_json(network, graph, *results.communities, provenance)});
}

void add_continuity(const Subject& subject, const Continuity& continuity, Files& files) {
  const Network& network = subject.network;
  files.push_back({"continuity.csv", "the transitions between neighbouring editions",
                   continuity_csv(network, continuity)});
  files.push_back({"continuity.json", "everything about continuity",
                   continuity_json(network, continuity, subject.provenance)});
  files.push_back({"participants.csv", "who took part in which edition",
                   to_csv(participants_table(network, continuity))});
  files.push_back({"hosts.csv", "hosts, chairs and the next hosts that were named",
                   to_csv(hosts_table(network, continuity))});
  files.push_back({"initiatives.csv", "initiatives that were taken up at a later edition, or not",
                   to_csv(initiatives_table(network, continuity))});
}

void add_evidence(const Subject& subject, Files& files) {
  const Network& network = subject.network;
  files.push_back({"relations.csv", "the relations behind the figures, with their sources",
                   to_csv(relations_table(network, subject.relations))});
  if (const auto refused = refused_relations(network); !refused.empty()) {
    files.push_back({"refusals.csv", "what was declined or withdrawn",
                     to_csv(relations_table(network, refused))});
  }
  if (const Table table = contradictions_table(network); !table.rows.empty()) {
    files.push_back({"contradictions.csv", "claims on which sources disagree", to_csv(table)});
  }
  if (!network.sources().empty()) {
    files.push_back({"sources.csv", "every source", to_csv(sources_table(network))});
  }
}

const NamedPartition* partition_of(const ReportResults& results) {
  return results.communities ? &*results.communities : nullptr;
}

DrawingOptions drawing_options(const Arguments& arguments, const Subject& subject,
                               const ReportResults& results) {
  DrawingOptions options;
  options.title = arguments.title;
  options.subset.series = arguments.series;
  if (arguments.top) options.subset.limit = *arguments.top;
  if (!results.scores.empty()) options.subset.rank = &results.scores.front();
  if (subject.network.series().empty()) options.communities = partition_of(results);
  return options;
}

// The picture's caption is part of the report.
std::string add_pictures(const Arguments& arguments, const Subject& subject,
                         const ReportResults& results, Files& files) {
  files.push_back({"network.dot", "the whole graph for Graphviz",
                   to_dot(subject.network, subject.graph,
                          {.communities = partition_of(results),
                           .scores = &results.scores,
                           .title = subject.network.dataset().title})});
  Picture picture = draw(subject.network, subject.graph, PictureFormat::svg,
                         drawing_options(arguments, subject, results));
  files.push_back({std::string(kPicture), "the network as a picture", std::move(picture.bytes)});
  return picture.caption;
}

Parameters definitions(const ReportResults& results) {
  Parameters texts;
  for (const NamedScores& scores : results.scores) {
    texts.emplace_back(scores.name, std::string(measure(scores.name).definition));
  }
  if (results.communities) {
    const std::string& name = results.communities->name;
    texts.emplace_back(name, std::string(community_method(name).definition));
  }
  return texts;
}

// Ranks of these would be ties without end: they stay in the metrics files.
bool makes_a_table(const NamedScores& scores) {
  return scores.name != "core" && scores.name != "clustering";
}

std::vector<NamedScores> tabled(const std::vector<NamedScores>& all) {
  std::vector<NamedScores> scores;
  std::copy_if(all.begin(), all.end(), std::back_inserter(scores), makes_a_table);
  return scores.empty() ? all : scores;
}

ReportParts parts_of(const Subject& subject, const ReportResults& results,
                     std::span<const NamedScores> scores, const Files& files, std::string caption) {
  ReportParts parts{subject.graph};
  parts.scores = scores;
  parts.communities = partition_of(results);
  parts.continuity = results.continuity ? &*results.continuity : nullptr;
  parts.provenance = subject.provenance;
  parts.definitions = definitions(results);
  parts.figures = {{std::string(kPicture), subject.network.dataset().title, std::move(caption)}};
  for (const ReportFileBytes& file : files) parts.files.push_back({file.name, file.what});
  return parts;
}

bool has_resolution(const CommunityMethod& method) {
  return std::any_of(method.options.begin(), method.options.end(),
                     [](const OptionInfo& option) { return option.name == "resolution"; });
}

}  // namespace

Arguments with_report_defaults(Arguments arguments, const Network& network) {
  if (arguments.standing.empty()) arguments.standing = "drop";
  if (arguments.isolates.empty()) arguments.isolates = "drop";
  const std::vector<Counted> types = network.relation_types();
  const bool has_mentions =
      types.size() > 1 && std::any_of(types.begin(), types.end(),
                                      [](const Counted& type) { return type.name == kMentions; });
  if (has_mentions && arguments.relations.empty() && arguments.without.empty()) {
    arguments.without = {std::string(kMentions)};
  }
  // Methods without chance are dear: only who asks for it waits for many resolutions.
  const CommunityMethod& method = community_method(arguments.method);
  if (arguments.resolution.empty() && method.random && has_resolution(method)) {
    arguments.resolution = "auto";
  }
  return arguments;
}

MeasureChoice report_measures(const Arguments& arguments) {
  if (!arguments.measures.empty()) {
    MeasureChoice chosen = chosen_measures(arguments);
    require_entities(chosen, "a report");
    return chosen;
  }
  MeasureChoice choice =
      named_measures(arguments, {"degree", "betweenness", "closeness", "harmonic", "eigenvector",
                                 "pagerank", "core", "clustering"});
  choice.all = true;
  return choice;
}

ReportResults compute_results(const Arguments& arguments, const MeasureChoice& choice,
                              const Subject& subject, Console& console) {
  const Run run = run_of(arguments, console);
  ReportResults results;
  MeasureChoice personal = choice;
  personalise(personal, arguments, subject.network, subject.graph);
  results.scores = compute_measures(personal, subject.graph, run, console);
  if (subject.graph.weight_meaning() != WeightMeaning::distance) {
    results.communities = find_communities(arguments, subject, console);
  } else {
    console.note("left out: communities, which read weights as strengths, and these are distances");
  }
  if (!subject.network.series().empty()) {
    results.continuity = continuity(subject.network, continuity_options_of(arguments), run);
    results.continuity->persistence =
        persistence(subject.network, persistence_options_of(arguments), run);
  }
  return results;
}

std::vector<ReportFileBytes> report_files(const Arguments& arguments, const Subject& subject,
                                          const ReportResults& results, Console& console) {
  Files files;
  add_figures(subject, results, files);
  if (results.continuity) add_continuity(subject, *results.continuity, files);
  add_evidence(subject, files);
  const Doing doing(console, "drawing and writing");
  std::string caption = add_pictures(arguments, subject, results, files);
  const std::vector<NamedScores> scores = tabled(results.scores);
  files.insert(files.begin(),
               {{"report.html", "this report as a page that needs no other file", ""},
                {"report.md", "this report as text", ""}});
  const ReportParts parts = parts_of(subject, results, scores, files, std::move(caption));
  files[0].bytes = page_html(
      subject.network, parts,
      {.scores = results.scores, .drawing = drawing_options(arguments, subject, results)});
  files[1].bytes = report_markdown(subject.network, parts);
  return files;
}

}  // namespace summitry::cli
