#include "cli/community_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "cli/ranking.hpp"
#include "cli/text_width.hpp"
#include "engine/number.hpp"

namespace summitry::cli {
namespace {

constexpr std::size_t kNamesShown = 5;
constexpr std::size_t kNameWidth = 64;
constexpr std::size_t kMembersWidth = 72;
constexpr std::size_t kWaveringShown = 8;
constexpr std::size_t kSolutionsShown = 4;

std::string name_of(const Network& network, const Graph& graph, VertexId v) {
  return network.entity(graph.entity(v)).name;
}

// Those with most inside: by whom people know the community.
std::string leaders(const Network& network, const Graph& graph, const NamedPartition& found,
                    std::size_t c) {
  const std::vector<VertexId>& members = c < found.descriptions.size()
                                             ? found.descriptions[c].top_members
                                             : found.communities[c].members;
  std::string names;
  for (std::size_t i = 0; i < std::min(kNamesShown, members.size()); ++i) {
    names += (i > 0 ? ", " : "") + name_of(network, graph, members[i]);
  }
  return found.communities[c].members.size() > kNamesShown ? names + ", …" : names;
}

// Rounded down where rounding up would make what is unstable read 0.900.
double shown_agreement(const NamedPartition::Stability& stability) {
  constexpr double kDigits = 1000.0;
  const double agreement = stability.mean_agreement;
  return stability.stable ? agreement : std::min(agreement, (0.9 * kDigits - 1.0) / kDigits);
}

std::string verdict(const NamedPartition::Stability& stability) {
  return fmt::format(
      "{}: {} runs with different seeds agree by {:.3f} (mean adjusted Rand index; stable from "
      "0.9){}\n",
      stability.stable ? "stable" : "unstable", stability.runs, shown_agreement(stability),
      stability.stable ? "" : ", so borders between communities are uncertain");
}

std::string spread(const NamedPartition::Stability& stability, std::string_view quality) {
  if (stability.distinct == 1) return "every run gives the same division\n";
  return fmt::format(
      "{} different divisions; {} {:.4f} to {:.4f}, quartiles {:.4f}, {:.4f} and {:.4f}\n",
      stability.distinct, quality, stability.quality_min, stability.quality_max,
      stability.quality_lower, stability.quality_median, stability.quality_upper);
}

std::string share(std::size_t part, std::size_t all) {
  return fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(all));
}

std::string other_solutions(const NamedPartition::Stability& stability) {
  const auto& solutions = stability.solutions;
  if (solutions.size() < 2) return "";
  std::string text = fmt::format("{} solutions: {} of the runs end near this one", solutions.size(),
                                 share(solutions[0].runs, stability.runs));
  const std::size_t shown = std::min(kSolutionsShown, solutions.size());
  for (std::size_t i = 1; i < shown; ++i) {
    text += fmt::format("{}{} near one of {} communities at distance {:.3f}", i == 1 ? "; " : ", ",
                        share(solutions[i].runs, stability.runs), solutions[i].communities,
                        solutions[i].distance);
  }
  if (shown < solutions.size()) {
    std::size_t rest = 0;
    for (std::size_t i = shown; i < solutions.size(); ++i) rest += solutions[i].runs;
    text += fmt::format(", {} near the other {}", share(rest, stability.runs),
                        solutions.size() - shown);
  }
  return text + " (variation of information / log n)\n";
}

std::string wavering(const Network& network, const Graph& graph,
                     const NamedPartition::Stability& stability) {
  const auto& vertices = stability.wavering;
  if (vertices.empty()) return "";
  const std::size_t shown = std::min(kWaveringShown, vertices.size());
  std::string text = fmt::format(
      "{} {} in a run: ", vertices.size(),
      vertices.size() == 1 ? "entity wavers, with less than 75 % of its community beside it"
                           : "entities waver, with less than 75 % of their community beside them");
  for (std::size_t i = 0; i < shown; ++i) {
    text += fmt::format("{}{} ({:.0f} %)", i > 0 ? ", " : "",
                        fitted(name_of(network, graph, vertices[i]), kNameWidth),
                        100.0 * stability.confidence[vertices[i]]);
  }
  return text + (shown < vertices.size() ? ", …\n" : "\n");
}

std::string without_chance(const NamedPartition& found) {
  if (found.name != "exact") return "the method needs no chance: every run gives the same\n";
  const auto& proof = found.partition.convergence;
  if (!proof || proof->reached) return "proven: no other division is better\n";
  return fmt::format("not proven: another division may be better, by {:.4f} at most\n",
                     proof->change);
}

std::string trust(const Network& network, const Graph& graph, const NamedPartition& found) {
  if (std::isnan(found.modularity)) return "nothing to divide: no relation has a weight\n";
  if (!found.random) return without_chance(found);
  if (!found.stability) return "one run: nothing is known about its stability\n";
  std::string text = stability_text(*found.stability, found.quality_name) +
                     wavering(network, graph, *found.stability);
  if (found.stability->consensus_agreement) {
    text += fmt::format(
        "this is the consensus of the runs; it agrees with the best of them by {:.3f}\n",
        *found.stability->consensus_agreement);
  }
  return text;
}

std::string parameter(const NamedPartition& found, std::string_view name) {
  for (const auto& [key, value] : found.parameters) {
    if (key == name) return value;
  }
  return "";
}

std::string rounded(std::string_view number) {
  return readable(parse_number(number).value_or(0.0));
}

// What the method optimised, where that is another figure than the modularity beside it.
std::string quality_text(const NamedPartition& found) {
  const std::string resolution = parameter(found, "resolution");
  const bool elsewhere = !resolution.empty() && resolution != "1";
  if (!found.partition.quality || (found.quality_name == "modularity" && !elsewhere)) return "";
  return fmt::format("; {}{} {:.4f}", found.quality_name,
                     elsewhere ? fmt::format(" at resolution {}:", rounded(resolution)) : "",
                     *found.partition.quality);
}

std::string modularity_text(const NamedPartition& found) {
  if (std::isnan(found.modularity)) return "modularity undefined";
  return fmt::format("modularity {:.4f}", found.modularity) + quality_text(found);
}

// Where --resolution auto was asked for.
std::string choice_text(const NamedPartition& found) {
  const std::string plateau = parameter(found, "resolution-plateau");
  if (plateau.empty()) return "";
  const std::string resolution = rounded(parameter(found, "resolution"));
  const std::size_t to = plateau.find(" to ");
  if (to == std::string::npos) {
    return fmt::format("resolution {}: no range over which communities stay is long enough\n",
                       resolution);
  }
  return fmt::format("resolution {}: from {} to {} communities stay nearly the same\n", resolution,
                     rounded(plateau.substr(0, to)), rounded(plateau.substr(to + 4)));
}

// A division that is none.
std::string triviality(const NamedPartition& found, VertexId vertices) {
  const std::size_t count = found.communities.size();
  if (vertices < 2 || std::isnan(found.modularity)) return "";
  if (count == 1) return "all are in one community: no division was found\n";
  if (count < vertices) return "";
  return "everybody is alone: no two belong together at this resolution" +
         std::string(found.quality_name == "cpm" ? " (for cpm try --resolution auto)\n" : "\n");
}

std::string chance(const NamedPartition& found) {
  if (!found.beyond_chance) return "";
  const BeyondChance& chance = *found.beyond_chance;
  const std::string z = chance.z ? fmt::format("z = {:.1f}, ", *chance.z) : "";
  return fmt::format(
      "{} of a run {:.4f} (median), on {} random graphs of the same degrees {:.4f} ± {:.4f}: {}p = "
      "{:.3g}\n",
      found.quality_name, chance.observed, chance.samples, chance.mean, chance.sd, z, chance.p);
}

}  // namespace

std::string stability_text(const NamedPartition::Stability& stability,
                           std::string_view quality_name) {
  return verdict(stability) + spread(stability, quality_name) + other_solutions(stability);
}

std::string communities_text(const Network& network, const Graph& graph,
                             const NamedPartition& found, std::size_t top) {
  AlignedTable table;
  table.header = {"community", "size", "edges inside", "leaving", "name", "leading members"};
  table.align = {Align::right, Align::right, Align::right, Align::right, Align::left, Align::left};
  const std::size_t count = found.communities.size();
  const std::size_t shown = top == 0 ? count : std::min(top, count);
  for (std::size_t c = 0; c < shown; ++c) {
    const Community& community = found.communities[c];
    const std::string name = c < found.descriptions.size() ? found.descriptions[c].name : "";
    table.rows.push_back(
        {std::to_string(c), std::to_string(community.members.size()), readable(community.internal),
         fmt::format("{:.0f} %", 100.0 * community.conductance), fitted(name, kNameWidth),
         fitted(leaders(network, graph, found, c), kMembersWidth)});
  }
  return aligned(table, kMembersWidth) +
         fmt::format("{} of {} communities; {}\n", shown, count, modularity_text(found)) +
         choice_text(found) + triviality(found, graph.vertex_count()) +
         trust(network, graph, found) + chance(found);
}

std::string resolution_text(const ResolutionProfile& profile) {
  AlignedTable table;
  table.header = {"resolution", "communities", "quality", "stability",
                  "distance",   "best from",   "to",      "plateau"};
  table.align.assign(table.header.size(), Align::right);
  for (std::size_t i = 0; i < profile.points.size(); ++i) {
    const auto& point = profile.points[i];
    const bool chosen = point.plateau && profile.plateaus[*point.plateau].chosen;
    table.rows.push_back(
        {readable(point.resolution), std::to_string(point.communities), readable(point.quality),
         fmt::format("{:.3f}", point.stability), i > 0 ? fmt::format("{:.3f}", point.distance) : "",
         readable(point.from), readable(point.to),
         point.plateau ? std::to_string(*point.plateau) + (chosen ? " *" : "  ") : ""});
  }
  std::string text = aligned(table);
  for (std::size_t i = 0; i < profile.plateaus.size(); ++i) {
    const auto& plateau = profile.plateaus[i];
    text +=
        fmt::format("plateau {}: resolution {} to {}, {} communities at {}, stability {:.3f}{}\n",
                    i, readable(plateau.from), readable(plateau.to), plateau.communities,
                    readable(plateau.resolution), plateau.stability,
                    plateau.chosen ? "; --resolution auto takes it" : "");
  }
  const bool chosen = std::any_of(profile.plateaus.begin(), profile.plateaus.end(),
                                  [](const auto& plateau) { return plateau.chosen; });
  if (!chosen) {
    text += profile.quality_name == "cpm"
                ? "no plateau is long enough: --resolution auto takes the density\n"
                : "no plateau is long enough: --resolution auto takes 1\n";
  }
  return text +
         fmt::format("{} different divisions were found; {} of them are the best somewhere\n",
                     profile.distinct, profile.ranges.size());
}

}  // namespace summitry::cli
