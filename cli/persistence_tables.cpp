#include "cli/persistence_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/life_table.hpp"
#include "cli/ranking.hpp"
#include "cli/text_width.hpp"
#include "exporters/json_persistence.hpp"

namespace summitry::cli {
namespace {

class Tables {
 public:
  Tables(const Network& network, const Continuity& continuity)
      : network_(network), continuity_(continuity), found_(*continuity.persistence) {}

  [[nodiscard]] std::string all() const {
    const auto& editions = found_.positions.editions;
    const bool joined = std::any_of(editions.begin(), editions.end(),
                                    [](const EditionFigures& one) { return one.edges > 0; });
    const std::string positions =
        joined ? edges() + ranks() + blocs() + life()
               : "\nnothing in the data joins two participants at an edition: positions and blocs "
                 "are not compared\n";
    return positions + lineage() + agenda() + commitments() + (joined ? hosts() : "");
  }

 private:
  [[nodiscard]] const std::string& edition(std::size_t position) const {
    return network_.entity(continuity_.editions[position].summit).id;
  }

  static std::string interval(const Spread& spread) {
    if (!spread.low) return "-";
    return readable(*spread.low) + " to " + readable(*spread.high);
  }

  // A table whose first two columns are the editions of a step.
  static AlignedTable steps_table(std::vector<std::string> header) {
    AlignedTable table;
    table.align.assign(header.size(), Align::right);
    table.align[0] = table.align[1] = Align::left;
    table.header = std::move(header);
    return table;
  }
  static std::string titled(const std::string& title, const AlignedTable& table) {
    return table.rows.empty() ? "" : "\n" + title + "\n" + aligned(table);
  }

  [[nodiscard]] std::string edges() const {
    AlignedTable table = steps_table({"from", "to", "common", "joined", "kept", "persistence",
                                      "formation", "jaccard", "95 %", "QAP", "p"});
    for (const EdgeStep& step : found_.positions.edges) {
      table.rows.push_back({edition(step.from), edition(step.to), std::to_string(step.common),
                            std::to_string(step.before), std::to_string(step.kept),
                            readable_share(step.persistence), readable_share(step.formation),
                            readable(step.jaccard), interval(step.jaccard_spread),
                            readable(step.qap.observed), readable(step.qap.p_value)});
    }
    return titled("pairs joined (" + found_.positions.joined_by + "), among participants of both",
                  table);
  }

  [[nodiscard]] std::string ranks() const {
    AlignedTable table = steps_table(
        {"from", "to", "common", "tau-b", "95 %", "p", "rho", "RBO", "top", "shared", "expected"});
    for (const RankStep& step : found_.positions.ranks) {
      table.rows.push_back(
          {edition(step.from), edition(step.to), std::to_string(step.common), readable(step.tau_b),
           interval(step.tau_b_spread), readable(step.tests[0].p_value), readable(step.rho),
           readable(step.overlap_extrapolated), step.top ? std::to_string(step.top->k) : "-",
           step.top ? std::to_string(step.top->shared) : "-",
           step.top ? readable(step.top->expected) : "-"});
    }
    return titled("ranks by " + found_.positions.measure, table);
  }

  [[nodiscard]] std::string blocs() const {
    AlignedTable table =
        steps_table({"from", "to", "common", "blocs", "then", "ARI", "AMI", "VI", "noise", "p"});
    for (const BlocStep& step : found_.blocs.steps) {
      table.rows.push_back({edition(step.from), edition(step.to), std::to_string(step.common),
                            std::to_string(found_.blocs.editions[step.from].communities),
                            std::to_string(found_.blocs.editions[step.to].communities),
                            readable(step.agreement.adjusted_rand),
                            readable(step.agreement.adjusted_information),
                            readable(step.agreement.variation), readable(step.noise.adjusted_rand),
                            readable(step.tests.front().p_value)});
    }
    return titled("blocs by " + found_.blocs.method +
                      "; noise: the ARI of two partitions of the same edition",
                  table);
  }

  [[nodiscard]] std::string life() const {
    AlignedTable table;
    table.header = {"edition"};
    table.align = {Align::left};
    for (std::size_t i = 0; i < kBlocEvents; ++i) {
      table.header.emplace_back(to_string(static_cast<BlocEvent>(i)));
      table.align.push_back(Align::right);
    }
    if (found_.blocs.life.changes.empty()) return "";
    for (std::size_t t = 1; t < continuity_.editions.size(); ++t) {
      std::vector<std::size_t> counts(kBlocEvents, 0);
      for (const BlocChange& change : found_.blocs.life.changes) {
        if (change.edition == t) ++counts[static_cast<std::size_t>(change.event)];
      }
      table.rows.push_back({edition(t)});
      for (const std::size_t count : counts) table.rows.back().push_back(std::to_string(count));
    }
    return titled(
        "life of blocs at a Jaccard of " + readable(found_.blocs.life.threshold) +
            "; found at every threshold tried: " + readable_share(found_.blocs.life.stable_share),
        table);
  }

  [[nodiscard]] std::string lineage() const {
    const Lineage& lineage = found_.work.lineage;
    AlignedTable table = steps_table(
        {"from", "to", "set up", "carried on", "orphans", "set up next", "with an ancestor"});
    for (const LineageStep& step : lineage.steps) {
      if (step.launched + step.launched_next == 0) continue;
      table.rows.push_back({edition(step.from), edition(step.to), std::to_string(step.launched),
                            std::to_string(step.carried), readable_share(step.orphan_rate),
                            std::to_string(step.launched_next), readable_share(step.inheritance)});
    }
    std::string text = titled("what an edition set up, and the next", table);
    text += titled("how long what was set up shows signs of life, in editions",
                   life_table(lineage.survival.all, "since launch"));
    if (!lineage.cycle.empty()) text += "a circle in the lineage: " + line(lineage.cycle) + '\n';
    if (!lineage.main_path.empty()) text += "main path: " + line(lineage.main_path) + '\n';
    return text;
  }

  [[nodiscard]] std::string line(const std::vector<EntityIndex>& entities) const {
    std::string text;
    for (const EntityIndex entity : entities) {
      text += (text.empty() ? "" : " > ") + network_.entity(entity).id;
    }
    return text;
  }

  static std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
    return text.empty() ? "-" : text;
  }

  [[nodiscard]] std::string agenda() const {
    AlignedTable table = steps_table({"from", "to", "distance", "p", "added", "dropped"});
    table.align[4] = table.align[5] = Align::left;
    for (const AgendaStep& step : found_.work.agenda.steps) {
      if (!step.distance) continue;
      table.rows.push_back({edition(step.from), edition(step.to), readable(step.distance),
                            readable(step.test.p_value), listed(step.added), listed(step.dropped)});
    }
    return titled("agendas (Jensen-Shannon distance of themes)", table);
  }

  [[nodiscard]] std::string commitments() const {
    const FollowThrough& all = found_.work.commitments.overall;
    if (all.obligations == 0) return "";
    std::string text = fmt::format("\ncommitments: {} of {} scored; ", all.known, all.obligations);
    if (!all.percentage) return text + "nothing is known of them\n";
    return text +
           fmt::format("kept {}, partly {}, not kept {}: {:.1f} % (95 %: {:.1f} to {:.1f})\n",
                       all.kept, all.partly, all.broken, *all.percentage,
                       all.percentage_interval->low, all.percentage_interval->high);
  }

  [[nodiscard]] std::string hosts() const {
    AlignedTable table;
    table.header = {"host", "edition", "before", "during", "after", "change", "p"};
    table.align.assign(7, Align::right);
    table.align[0] = table.align[1] = Align::left;
    for (const HostEffect& effect : found_.hosting.effects) {
      if (!effect.change) continue;
      table.rows.push_back({network_.entity(effect.host).id, edition(effect.edition),
                            readable(effect.before), readable(effect.during),
                            readable(effect.after), readable(effect.change),
                            readable(effect.test.p_value)});
    }
    return titled("place of the hosts (share of the others that they rank above)", table);
  }

  const Network& network_;
  const Continuity& continuity_;
  const Persistence& found_;
};

}  // namespace

std::string persistence_tables(const Network& network, const Continuity& continuity) {
  if (!continuity.persistence) return "";
  return Tables(network, continuity).all();
}

}  // namespace summitry::cli
