// Communities: a table with their names, what their members have in common, and how far the grouping
// can be trusted.
#include <algorithm>

#include "engine/number.hpp"
#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kCommunities = 20;
constexpr std::size_t kMembers = 6;
constexpr std::size_t kTraits = 3;  // of each community
constexpr std::size_t kWavering = 10;
constexpr std::size_t kSolutions = 4;

std::size_t alone(const NamedPartition& partition) {
  const auto& all = partition.communities;
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const Community& one) { return one.members.size() == 1; }));
}

// Those of one member come last, since numbers go by falling size.
std::size_t listed_groups(const NamedPartition& partition) {
  return std::min(kCommunities, partition.communities.size() - alone(partition));
}

std::string table(const Context& context, const NamedPartition& partition) {
  Rows rows;
  const bool named = !partition.descriptions.empty();
  for (std::size_t id = 0; id < listed_groups(partition); ++id) {
    const Community& community = partition.communities[id];
    std::vector<std::string> names;
    for (const VertexId v : context.by_importance(community.members)) {
      names.push_back(context.name_of_vertex(v));
    }
    std::vector<std::string> row = {std::to_string(id)};
    if (named) row.push_back(md::escaped(partition.descriptions[id].name));
    row.insert(row.end(), {md::count(community.members.size()), md::figure(community.internal),
                           md::figure(community.conductance), md::listed(names, kMembers)});
    rows.push_back(std::move(row));
  }
  std::vector<md::TableColumn> columns = {{"Community", true}};
  if (named) columns.push_back({"Name", false});
  columns.insert(columns.end(),
                 {{"Size", true}, {"Inside", true}, {"Leaving", true}, {"Leading members", false}});
  return md::table(columns, rows);
}

std::string trait_words(const Trait& trait) {
  const std::string what = "*" + md::escaped(trait.column) + "* ";
  if (trait.of == Trait::Of::tied_from) return what + "by " + md::escaped(trait.value);
  return what + md::escaped(trait.value);
}

std::string traits(const NamedPartition& partition) {
  Rows rows;
  const std::size_t count = std::min(listed_groups(partition), partition.descriptions.size());
  for (std::size_t id = 0; id < count; ++id) {
    const auto& all = partition.descriptions[id].traits;
    for (std::size_t i = 0; i < std::min(kTraits, all.size()); ++i) {
      rows.push_back({std::to_string(id), trait_words(all[i]), md::count(all[i].inside),
                      rounded(all[i].expected, 1), md::count(all[i].size),
                      p_in_words(all[i].p_adjusted)});
    }
  }
  if (rows.empty()) return "";
  return "\n### What their members have in common\n\nAttributes, and relations to one and the same "
         "entity, that members have more often than chance would give them (hypergeometric, "
         "adjusted for all that were looked at). Communities are made from relations, so that "
         "shared "
         "relations describe a community and are no proof that it exists.\n\n" +
         md::table({{"Community", true},
                    {"What", false},
                    {"Inside", true},
                    {"Expected", true},
                    {"In all", true},
                    {"Adjusted p", false}},
                   rows);
}

std::string solutions(const NamedPartition::Stability& stability) {
  if (stability.solutions.size() < 2) return "";
  const auto share = [&](const Solution& solution) {
    return md::percent(static_cast<double>(solution.runs) / static_cast<double>(stability.runs));
  };
  std::vector<std::string> others;
  for (std::size_t i = 1; i < stability.solutions.size(); ++i) {
    const Solution& other = stability.solutions[i];
    others.push_back(share(other) + " near one of " + md::count(other.communities) +
                     " communities at distance " + md::figure(other.distance));
  }
  return "The runs end in " + md::count(stability.solutions.size()) +
         " solutions that differ: " + share(stability.solutions.front()) + " near this one; " +
         md::listed(others, kSolutions) +
         " (variation of information, divided by its bound log n; within 0.05 partitions count as "
         "one solution).\n";
}

std::string wavering(const Context& context, const NamedPartition::Stability& stability) {
  if (stability.wavering.empty()) {
    return "No entity wavers: each keeps at least 75 % of its community beside it, on average over "
           "the runs.\n";
  }
  std::vector<std::string> names;
  for (const VertexId v : stability.wavering) {
    names.push_back(context.name_of_vertex(v) + " (" + md::percent(stability.confidence[v]) + ")");
  }
  return md::count(names.size(), "entity wavers: it keeps", "entities waver: they keep") +
         " less than 75 % of their community beside them, on average over the runs. Least sure: " +
         md::listed(names, kWavering) + ".\n";
}

std::string chance(const NamedPartition& partition) {
  if (!partition.beyond_chance) return "";
  const BeyondChance& chance = *partition.beyond_chance;
  return "\nOn " + md::count(chance.samples) +
         " random graphs in which every entity keeps its number of relations a run reaches a " +
         md::escaped(partition.quality_name) + " of " + md::figure(chance.mean) +
         " on average, here " + md::figure(chance.observed) + " (" + p_in_words(chance.p) + ").\n";
}

std::string trust(const Context& context, const NamedPartition& partition) {
  if (!partition.random) {
    return "\n### How far this can be trusted\n\nThe method needs no chance: every run gives the "
           "same. That says nothing about other divisions that are nearly as good.\n" +
           chance(partition);
  }
  if (!partition.stability) return chance(partition);
  const NamedPartition::Stability& stability = *partition.stability;
  std::string text =
      "\n### How far this can be trusted\n\nThe grouping is **" +
      std::string(stability.stable ? "stable" : "not stable") + "**: " + md::count(stability.runs) +
      " runs with different seeds agree by a mean adjusted Rand index of " +
      md::figure(stability.mean_agreement) + " (stable from 0.9), with " +
      md::count(stability.distinct, "division", "different divisions") + " of qualities from " +
      md::figure(stability.quality_min) + " to " + md::figure(stability.quality_max) + " (" +
      md::code(partition.quality_name) + ", as it is optimised). Shown is the " +
      (partition.kept == "consensus" ? "consensus of them" : "best of them") + ".\n";
  const std::string several = solutions(stability);
  if (!several.empty()) text += "\n" + several;
  if (!stability.confidence.empty()) text += "\n" + wavering(context, stability);
  return text + chance(partition);
}

}  // namespace

std::string communities(const Context& context) {
  const NamedPartition* partition = context.parts().communities;
  if (partition == nullptr || partition->communities.empty()) return "";
  std::string text = "## Communities\n\nFound by " + md::escaped(partition->title) +
                     ". *Inside* counts the edges (or their weight) within a community; "
                     "*leaving* is the share of its edge ends that go elsewhere.\n\n" +
                     table(context, *partition);
  const std::size_t single = alone(*partition);
  const std::size_t more = partition->communities.size() - single - listed_groups(*partition);
  if (more > 0) {
    text += "\n" + md::count(more, "smaller community is", "smaller communities are") +
            " not listed.\n";
  }
  if (single > 0) {
    text +=
        "\n" + md::count(single, "entity is", "entities are") + " in no community with others.\n";
  }
  return text + traits(*partition) + trust(context, *partition);
}

}  // namespace summitry::report
