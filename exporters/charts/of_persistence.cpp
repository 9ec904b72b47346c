#include "exporters/charts/of_persistence.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "exporters/charts/series_words.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry {
namespace {

using drawing::counted;

constexpr double kNameWidth = 150.0;

std::string name_of(const Network& network, EntityIndex entity, double width = kNameWidth) {
  return drawing::one_line_name(network.entity(entity), 11.5, width);
}

// Places of each edition, best first, ties by id.
std::vector<std::vector<const Standing*>> by_rank(const Network& network,
                                                  const Positions& positions,
                                                  std::size_t editions) {
  std::vector<std::vector<const Standing*>> ranking(editions);
  for (const Standing& place : positions.places) ranking[place.edition].push_back(&place);
  for (auto& edition : ranking) {
    std::sort(edition.begin(), edition.end(), [&](const Standing* a, const Standing* b) {
      return std::tie(a->rank, network.entity(a->entity).id) <
             std::tie(b->rank, network.entity(b->entity).id);
    });
  }
  return ranking;
}

class AlluvialOfBlocs {
 public:
  AlluvialOfBlocs(const Network& network, const Continuity& continuity,
                  const Persistence& persistence)
      : network_(network), continuity_(continuity), persistence_(persistence) {
    for (const Standing& place : persistence.positions.places) {
      rank_[{place.edition, place.entity}] = place.rank;
    }
    std::size_t next = 0;
    for (const Thread& thread : persistence.blocs.life.threads) {
      if (thread.seen.size() < 2) continue;  // a colour is for what lasts
      for (const Sighting& one : thread.seen) group_[{one.edition, one.bloc}] = next;
      ++next;
    }
    lasting_ = next;
  }

  AlluvialChart make() {
    AlluvialChart chart;
    const std::size_t threads = persistence_.blocs.life.threads.size();
    chart.text = charts::series_text(
        network_, continuity_,
        drawing::grouped(lasting_) + " of " + counted(threads, "bloc") +
            " seen at two editions or more",
        "A block is a bloc, named by its highest ranked members; colours follow a bloc through the "
        "editions. Flows are those who were in both.");
    chart.text.caption += " Blocs: " + persistence_.blocs.method + ", consensus of " +
                          drawing::grouped(persistence_.blocs.runs) +
                          " runs. Entities without a "
                          "tie at an edition belong to none.";
    chart.unit = "participants";
    const auto names = charts::edition_names(network_, continuity_);
    for (std::size_t t = 0; t < names.size(); ++t) {
      chart.columns.push_back(column(t, names[t]));
      if (t > 0) add_flows(t - 1, chart);
    }
    return chart;
  }

 private:
  AlluvialChart::Column column(std::size_t t, const std::string& name) {
    const EditionBlocs& blocs = persistence_.blocs.editions[t];
    std::vector<std::vector<EntityIndex>> members(blocs.communities);
    for (std::size_t i = 0; i < blocs.entities.size(); ++i) {
      members[blocs.community[i]].push_back(blocs.entities[i]);
    }
    AlluvialChart::Column column;
    column.name = name;
    column.note = counted(blocs.communities, "bloc");
    for (std::size_t c = 0; c < members.size(); ++c) {
      const auto found = group_.find({t, c});
      column.blocks.push_back(
          {named(t, members[c]), static_cast<double>(members[c].size()),
           found == group_.end() ? std::nullopt : std::optional(found->second)});
    }
    return column;
  }

  std::string named(std::size_t t, std::vector<EntityIndex>& members) const {
    const auto rank = [&](EntityIndex entity) {
      const auto found = rank_.find({t, entity});
      return std::pair(found == rank_.end() ? SIZE_MAX : found->second, entity);
    };
    std::sort(members.begin(), members.end(),
              [&](EntityIndex a, EntityIndex b) { return rank(a) < rank(b); });
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(members.size(), 2); ++i) {
      name += (i > 0 ? ", " : "") + name_of(network_, members[i], 90.0);
    }
    return name;
  }

  void add_flows(std::size_t t, AlluvialChart& chart) const {
    const EditionBlocs& before = persistence_.blocs.editions[t];
    const EditionBlocs& after = persistence_.blocs.editions[t + 1];
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> sizes;
    for (std::size_t i = 0; i < before.entities.size(); ++i) {
      const auto at =
          std::lower_bound(after.entities.begin(), after.entities.end(), before.entities[i]);
      if (at == after.entities.end() || *at != before.entities[i]) continue;
      const auto k = static_cast<std::size_t>(at - after.entities.begin());
      ++sizes[{before.community[i], after.community[k]}];
    }
    for (const auto& [blocs, size] : sizes) {
      chart.flows.push_back({t, blocs.first, blocs.second, static_cast<double>(size)});
    }
  }

  const Network& network_;
  const Continuity& continuity_;
  const Persistence& persistence_;
  std::map<std::pair<std::size_t, EntityIndex>, std::size_t> rank_;   // by edition and entity
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> group_;  // by edition and bloc
  std::size_t lasting_ = 0;
};

std::optional<std::size_t> edition_of(const LineageMember& member) {
  if (member.launched) return member.launched;
  return member.seen.empty() ? std::nullopt : std::optional(member.seen.front());
}

// Whatever descends from something that belongs to an edition.
std::set<EntityIndex> heirs_of_editions(const Lineage& lineage) {
  std::vector<EntityIndex> frontier;
  for (const LineageMember& member : lineage.members) {
    if (edition_of(member)) frontier.push_back(member.entity);
  }
  std::multimap<EntityIndex, EntityIndex> children;
  for (const Descent& descent : lineage.descents) children.emplace(descent.older, descent.younger);
  std::set<EntityIndex> heirs;
  while (!frontier.empty()) {
    const auto [first, end] = children.equal_range(frontier.back());
    frontier.pop_back();
    for (auto child = first; child != end; ++child) {
      if (heirs.insert(child->second).second) frontier.push_back(child->second);
    }
  }
  return heirs;
}

// How many share each rank of an edition.
std::map<std::size_t, std::size_t> sharing(const std::vector<const Standing*>& ranking) {
  std::map<std::size_t, std::size_t> count;
  for (const Standing* place : ranking) ++count[place->rank];
  return count;
}

constexpr std::size_t kTiesTold = 4;  // one by one; more are counted

// Tells where a tie reaches beyond the ranks shown: who of them is shown then means nothing.
std::string ties_told(const std::vector<std::string>& editions,
                      const std::vector<std::vector<const Standing*>>& ranking, std::size_t depth) {
  std::vector<std::string> told;
  for (std::size_t t = 0; t < ranking.size(); ++t) {
    if (ranking[t].size() <= depth) continue;
    const std::size_t rank = ranking[t][depth - 1]->rank;
    if (ranking[t][depth]->rank != rank) continue;
    const std::size_t tied = sharing(ranking[t]).at(rank);
    told.push_back("at " + editions[t] + " " + drawing::grouped(tied) + " share rank " +
                   std::to_string(rank));
  }
  if (told.empty()) return "";
  const std::string first_by_id = ": those shown are the first of them by id.";
  if (told.size() > kTiesTold) {
    return " At " + counted(told.size(), "edition") + " the last rank shown is shared by more" +
           first_by_id;
  }
  told.front().front() = 'A';
  return " " + drawing::listed(told) + first_by_id;
}

}  // namespace

BumpChart bump_of_positions(const Network& network, const Continuity& continuity,
                            const Positions& positions, std::size_t depth) {
  BumpChart chart;
  chart.columns = charts::edition_names(network, continuity);
  const auto ranking = by_rank(network, positions, chart.columns.size());
  std::size_t most = 1;
  for (const auto& edition : ranking) most = std::max(most, edition.size());
  chart.depth = depth == 0 ? most : std::min(depth, most);
  chart.text = charts::series_text(
      network, continuity,
      "the first " + drawing::grouped(chart.depth) + " by " + positions.measure,
      "Ranks among the participants of each edition. A line that fades leads to a rank below those "
      "shown, one that ends to an absence.");
  chart.text.caption +=
      " A rank with = is shared." + ties_told(chart.columns, ranking, chart.depth);
  std::map<EntityIndex, BumpChart::Line> lines;
  for (std::size_t t = 0; t < ranking.size(); ++t) {
    const auto shared = sharing(ranking[t]);
    for (std::size_t r = 0; r < ranking[t].size(); ++r) {
      const Standing& place = *ranking[t][r];
      BumpChart::Line& line = lines[place.entity];
      if (line.ranks.empty()) {
        line.name = name_of(network, place.entity);
        line.entity = network.entity(place.entity).id;
        line.group = charts::group_of(t, ranking.size());
        line.ranks.resize(ranking.size());
        line.labels.resize(ranking.size());
      }
      line.ranks[t] = r + 1;
      line.labels[t] = std::to_string(place.rank) + (shared.at(place.rank) > 1 ? "=" : "");
    }
  }
  for (auto& [entity, line] : lines) {
    const bool shown = std::any_of(line.ranks.begin(), line.ranks.end(),
                                   [&](const auto& rank) { return rank && *rank <= chart.depth; });
    if (shown) chart.lines.push_back(std::move(line));
  }
  return chart;
}

AlluvialChart alluvial_of_blocs(const Network& network, const Continuity& continuity,
                                const Persistence& persistence) {
  return AlluvialOfBlocs(network, continuity, persistence).make();
}

LineageChart lineage_of_work(const Network& network, const Continuity& continuity,
                             const Lineage& lineage) {
  std::set<EntityIndex> joined;
  for (const Descent& descent : lineage.descents) {
    joined.insert(descent.older);
    joined.insert(descent.younger);
  }
  LineageChart chart;
  chart.text = charts::series_text(
      network, continuity,
      drawing::grouped(joined.size()) + " initiatives and texts with an ancestor or a descendant",
      "An arc leads from what was there to what grew out of it; the main path is drawn bold.");
  chart.text.caption = drawing::grouped(lineage.members.size() - joined.size()) +
                       " more of the series have neither in the data, which does not mean that "
                       "nothing came of them.";
  const std::set<EntityIndex> heirs = heirs_of_editions(lineage);
  const auto stands = [&](const LineageMember& one) { return joined.contains(one.entity); };
  const auto elsewhere = [&](const LineageMember& one) {
    return stands(one) && !edition_of(one) && !heirs.contains(one.entity);
  };
  const auto afterwards = [&](const LineageMember& one) {
    return stands(one) && !edition_of(one) && heirs.contains(one.entity);
  };
  const auto& members = lineage.members;
  const std::size_t shift = std::any_of(members.begin(), members.end(), elsewhere) ? 1 : 0;
  if (shift > 0) chart.columns.emplace_back("Elsewhere");
  for (std::string& name : charts::edition_names(network, continuity)) {
    chart.columns.push_back(std::move(name));
  }
  const std::size_t last = chart.columns.size();
  if (std::any_of(members.begin(), members.end(), afterwards)) {
    chart.columns.emplace_back("Of no edition, descended from one");
  }
  std::map<EntityIndex, std::size_t> place;
  for (const LineageMember& member : members) {
    if (!stands(member)) continue;
    place[member.entity] = chart.items.size();
    const auto edition = edition_of(member);
    const Entity& entity = network.entity(member.entity);
    const std::size_t column = edition ? *edition + shift : afterwards(member) ? last : 0;
    const auto group = edition
                           ? std::optional(charts::group_of(*edition, continuity.editions.size()))
                           : std::nullopt;
    chart.items.push_back(
        {drawing::clean(entity.name), column, std::string(entity.kind), group, entity.id});
  }
  std::set<std::pair<EntityIndex, EntityIndex>> main;
  for (std::size_t i = 0; i + 1 < lineage.main_path.size(); ++i) {
    main.emplace(lineage.main_path[i], lineage.main_path[i + 1]);
  }
  for (const Descent& descent : lineage.descents) {
    chart.arcs.push_back({place.at(descent.older), place.at(descent.younger),
                          std::string(network.relation(descent.relation).type),
                          main.contains({descent.older, descent.younger})});
  }
  return chart;
}

SurvivalChart survival_of_work(const Network& network, const Continuity& continuity,
                               const WorkSurvival& survival) {
  SurvivalChart chart;
  chart.text =
      charts::series_text(network, continuity, "how long what is set up goes on",
                          "Share still showing signs of life (Kaplan-Meier) against editions since "
                          "the launch; the band "
                          "is the 95 % interval. Where the series ends first, an end is not seen.");
  chart.text.caption = counted(survival.all.subjects, "work") +
                       " (initiatives, texts, bodies) with a known launch. That the data hold no "
                       "sign of life is no proof of an end. Kinds of "
                       "fewer than " +
                       std::to_string(charts::kFewest) + " are in the whole alone.";
  chart.unit = "editions since the launch";
  chart.until = charts::end_of_stays(continuity);
  chart.curves = charts::survival_curves(survival.all, survival.by_kind);
  return chart;
}

}  // namespace summitry
