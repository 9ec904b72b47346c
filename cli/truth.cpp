#include "cli/truth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/ranking.hpp"
#include "cli/text_width.hpp"
#include "engine/error.hpp"
#include "loaders/groups.hpp"

namespace summitry::cli {
namespace {

std::size_t shown_of(std::size_t count, std::size_t top) {
  return top == 0 ? count : std::min(top, count);
}

std::string share(double value) {
  return fmt::format("{:.3f}", value);
}

double figure(const TruthComparison& truth, std::string_view name) {
  const auto place = std::find_if(truth.figures.begin(), truth.figures.end(),
                                  [name](const auto& one) { return one.first == name; });
  return place->second;
}

std::string agreement_text(const TruthComparison& truth) {
  const auto of = [&truth](std::string_view name) { return figure(truth, name); };
  std::string text =
      fmt::format("\nagreement with \"{}\" over {} entities", truth.attribute, truth.entities);
  if (truth.without_value > 0) text += fmt::format(" ({} have no value)", truth.without_value);
  text += fmt::format(
      ":\n  adjusted Rand {:.4f}, adjusted mutual information {:.4f}, omega {:.4f}\n"
      "  normalised mutual information {:.4f} (homogeneity {:.4f}, completeness {:.4f})\n"
      "  variation of information {:.4f} nats, split-join {:.0f} ({:.0f} + {:.0f}), mean F1 "
      "{:.4f}\n",
      of("adjusted_rand"), of("adjusted_mutual_information"), of("omega"),
      of("normalised_mutual_information"), of("homogeneity"), of("completeness"),
      of("variation_of_information"), of("split_join"), of("split_join_truth_to_found"),
      of("split_join_found_to_truth"), of("mean_f1"));
  text += "  mutual information over the mean of both entropies; JSON has the other normalisers\n";
  if (truth.overlapping) {
    text +=
        "  groups overlap: omega and F1 count every item of a list, the others each combination\n";
  }
  return text;
}

std::string truth_table(const TruthComparison& truth, std::size_t top) {
  AlignedTable table;
  table.header = {truth.attribute, "size",      "community", "its size",
                  "shared",        "precision", "recall",    "F1"};
  table.align.assign(8, Align::right);
  table.align[0] = Align::left;
  for (std::size_t g = 0; g < shown_of(truth.groups.size(), top); ++g) {
    const Match& match = truth.of_groups[g];
    table.rows.push_back({truth.groups[g], std::to_string(match.size),
                          std::to_string(truth.communities[match.counterpart]),
                          std::to_string(match.counterpart_size), std::to_string(match.shared),
                          share(match.share_of_counterpart()), share(match.share()),
                          share(match.f1)});
  }
  return agreement_text(truth) + '\n' + aligned(table);
}

std::string scores_table(const std::vector<CommunityScores>& scores, std::size_t top) {
  AlignedTable table;
  table.header = {"community",      "density",      "cut ratio",   "conductance",
                  "normalised cut", "separability", "in triangles"};
  table.align.assign(7, Align::right);
  for (std::size_t c = 0; c < shown_of(scores.size(), top); ++c) {
    table.rows.push_back({std::to_string(c), readable(scores[c].density),
                          readable(scores[c].cut_ratio), readable(scores[c].conductance),
                          readable(scores[c].normalised_cut), readable(scores[c].separability),
                          fmt::format("{:.0f} %", 100.0 * scores[c].triangle_participation)});
  }
  return '\n' + aligned(table);
}

// The first few by id, and how many more.
std::string without_row(const Network& network, const Graph& graph,
                        const std::vector<VertexId>& vertices) {
  constexpr std::size_t kNamed = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(kNamed, vertices.size()); ++i) {
    text +=
        fmt::format("{}\"{}\"", i > 0 ? ", " : "", network.entity(graph.entity(vertices[i])).id);
  }
  if (vertices.size() > kNamed) text += fmt::format(" and {} more", vertices.size() - kNamed);
  return text;
}

KnownGroups from_file(const std::string& path, const Network& network, const Graph& graph) {
  const Groups groups = load_groups(path, network);
  std::vector<std::string> values(graph.vertex_count());
  std::vector<VertexId> missing;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto& group = groups[graph.entity(v)];
    if (group) {
      values[v] = *group;
    } else {
      missing.push_back(v);
    }
  }
  if (missing.empty())
    return known_groups(std::filesystem::path(path).filename().string(), std::move(values));
  const Finding finding{Severity::error,
                        path,
                        0,
                        0,
                        "no row for " + without_row(network, graph, missing),
                        "a row for each entity, its community empty where none is known"};
  throw LoadError(to_string(finding), {finding});
}

}  // namespace

OptionList comparison_options() {
  const std::string_view group = "Communities";
  return {
      {group, "--set", "METHOD.OPTION=VALUE",
       "An option of the method, as in spectral.fine-tuning=kernighan-lin; summitry catalogue "
       "lists them. May be given several times.",
       &Arguments::settings},
      {group, "--truth", "ATTRIBUTE|FILE.csv",
       "Compare the communities with the groups that an attribute of the entities makes, such as "
       "club, or that a CSV file with the columns id and community tells: agreement as a whole, "
       "and precision and recall of each group.",
       &Arguments::truth},
      {group, "--scores", "",
       "How each community stands out: density, cut ratio, normalised cut, separability, "
       "triangles.",
       &Arguments::scores},
  };
}

std::optional<KnownGroups> read_truth(const Arguments& arguments, const Network& network,
                                      const Graph& graph) {
  if (arguments.truth.empty()) return std::nullopt;
  if (arguments.truth.ends_with(".csv")) return from_file(arguments.truth, network, graph);
  return groups_by(network, graph, arguments.truth);
}

std::string comparison_text(const NamedPartition& found, std::size_t top) {
  std::string text;
  if (!found.scores.empty()) text += scores_table(found.scores, top);
  if (found.truth) text += truth_table(*found.truth, top);
  return text;
}

}  // namespace summitry::cli
