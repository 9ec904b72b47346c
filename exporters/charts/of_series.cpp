#include "exporters/charts/of_series.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "exporters/charts/series_words.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"
#include "exporters/words.hpp"

namespace summitry {
namespace {

using Cell = ParticipationChart::Cell;
using charts::edition_names;
using drawing::counted;

std::size_t at_every_edition(const Continuity& continuity) {
  return static_cast<std::size_t>(std::count_if(
      continuity.entities.begin(), continuity.entities.end(),
      [&](const Attendance& one) { return one.editions.size() == continuity.editions.size(); }));
}

ChartText text_of(const Network& network, const Continuity& continuity, std::string reading) {
  return charts::series_text(network, continuity,
                             counted(at_every_edition(continuity), "participant") + " of " +
                                 drawing::grouped(continuity.entities.size()) +
                                 " named at every edition",
                             std::move(reading));
}

class AlluvialOfParticipants {
 public:
  AlluvialOfParticipants(const Network& network, const Continuity& continuity)
      : network_(network), continuity_(continuity) {}

  AlluvialChart make() {
    AlluvialChart chart;
    chart.text =
        text_of(network_, continuity_,
                "A block is as high as there are participants; its colour tells the edition "
                "at which they came first. The grey block holds those who stay away.");
    chart.unit = "participants";
    const auto names = edition_names(network_, continuity_);
    chart.groups = charts::group_names(names);
    for (std::size_t t = 0; t < names.size(); ++t) chart.columns.push_back(column(t, names[t]));
    for (std::size_t t = 0; t + 1 < names.size(); ++t) add_flows(t, chart);
    return chart;
  }

 private:
  // Blocks are numbered by first edition, the absent after all others.
  [[nodiscard]] std::size_t key(const Attendance& one, std::size_t t) const {
    return std::binary_search(one.editions.begin(), one.editions.end(), t)
               ? one.editions.front()
               : continuity_.editions.size();
  }

  AlluvialChart::Column column(std::size_t t, const std::string& name) {
    std::map<std::size_t, std::size_t> sizes;
    for (const Attendance& one : continuity_.entities) {
      if (one.editions.front() <= t) ++sizes[key(one, t)];
    }
    AlluvialChart::Column column;
    column.name = name;
    column.note = drawing::days(network_.entity(continuity_.editions[t].summit).active);
    block_.emplace_back();
    for (const auto& [group, size] : sizes) {
      block_.back()[group] = column.blocks.size();
      const bool absent = group == continuity_.editions.size();
      column.blocks.push_back(
          {absent       ? "stay away"
           : group == t ? "for the first time"
                        : "again",
           static_cast<double>(size),
           absent ? std::nullopt
                  : std::optional(charts::group_of(group, continuity_.editions.size()))});
    }
    return column;
  }

  void add_flows(std::size_t t, AlluvialChart& chart) const {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> sizes;
    for (const Attendance& one : continuity_.entities) {
      if (one.editions.front() <= t) ++sizes[{key(one, t), key(one, t + 1)}];
    }
    for (const auto& [keys, size] : sizes) {
      chart.flows.push_back(
          {t, block_[t].at(keys.first), block_[t + 1].at(keys.second), static_cast<double>(size)});
    }
  }

  const Network& network_;
  const Continuity& continuity_;
  std::vector<std::map<std::size_t, std::size_t>> block_;  // by edition: key to position
};

// The strongest that is recorded of each entity at each edition.
class Records {
 public:
  Records(const Network& network, const Continuity& continuity) {
    std::map<EntityIndex, std::size_t> editions;
    for (std::size_t t = 0; t < continuity.editions.size(); ++t) {
      editions[continuity.editions[t].summit] = t;
    }
    for (RelationIndex r = 0; r < network.relation_count(); ++r) {
      const Relation relation = network.relation(r);
      const auto& types = continuity.participation;
      if (std::find(types.begin(), types.end(), relation.type) == types.end()) continue;
      // A tie to a summit belongs to that summit, one to a text to the summit that it names.
      const bool to_summit = network.entity(relation.target).kind == "summit";
      const auto edition = editions.find(to_summit ? relation.target : relation.summit);
      if (edition == editions.end()) continue;
      add({relation.source, edition->second}, relation);
    }
  }

  [[nodiscard]] bool declined(EntityIndex entity, std::size_t t) const {
    return declined_.contains({entity, t});
  }
  [[nodiscard]] bool has_signed(EntityIndex entity, std::size_t t) const {
    return signed_.contains({entity, t});
  }

 private:
  using Key = std::pair<EntityIndex, std::size_t>;

  void add(const Key& key, const Relation& relation) {
    if (relation.confidence == Confidence::unverified) return;
    const bool no = relation.status == Status::declined || relation.status == Status::withdrawn;
    if (no) declined_[key] = true;
    if (relation.status == Status::realised && relation.type == "signed") signed_[key] = true;
  }

  std::map<Key, bool> declined_;
  std::map<Key, bool> signed_;
};

}  // namespace

AlluvialChart alluvial_of_participants(const Network& network, const Continuity& continuity) {
  return AlluvialOfParticipants(network, continuity).make();
}

ParticipationChart participation_of(const Network& network, const Continuity& continuity,
                                    std::size_t limit) {
  ParticipationChart chart;
  chart.text = text_of(network, continuity, "Those named most often come first.");
  chart.columns = edition_names(network, continuity);
  chart.groups = charts::group_names(chart.columns);
  std::vector<const Attendance*> order;
  for (const Attendance& one : continuity.entities) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [&](const Attendance* a, const Attendance* b) {
    const auto key = [&](const Attendance& one) {
      return std::tuple(continuity.editions.size() - one.editions.size(), one.editions,
                        network.entity(one.entity).name);
    };
    return key(*a) < key(*b);
  });
  if (limit > 0 && order.size() > limit) {
    chart.text.caption += " The " + drawing::grouped(limit) + " named most often of " +
                          drawing::grouped(order.size()) + ".";
    order.resize(limit);
  }
  const Records records(network, continuity);
  for (const Attendance* one : order) {
    ParticipationChart::Row row;
    row.name = drawing::clean(network.entity(one->entity).name);
    row.entity = network.entity(one->entity).id;
    row.group = charts::group_of(one->editions.front(), chart.columns.size());
    row.cells.assign(chart.columns.size(), Cell::nothing);
    for (std::size_t t = 0; t < row.cells.size(); ++t) {
      if (records.declined(one->entity, t)) row.cells[t] = Cell::declined;
    }
    for (const std::size_t t : one->editions) {
      row.cells[t] = records.has_signed(one->entity, t) ? Cell::signed_text
                     : row.cells[t] == Cell::declined   ? Cell::took_part_declined
                                                        : Cell::took_part;
    }
    chart.rows.push_back(std::move(row));
  }
  return chart;
}

SurvivalChart survival_of_participants(const Network& network, const Continuity& continuity) {
  SurvivalChart chart;
  chart.text = charts::series_text(
      network, continuity, "how long participants stay",
      "Share still there (Kaplan-Meier) against editions since the first attendance; the band is "
      "the 95 % interval. Who is there at the last edition is still under observation.");
  const LifeOfSeries& life = continuity.life;
  chart.text.caption +=
      " A stay ends after " + counted(life.missed, "edition") + " missed in a row.";
  chart.text.caption +=
      " Kinds of fewer than " + std::to_string(charts::kFewest) + " are in the whole alone.";
  if (life.between_kinds.p_value) {
    chart.text.caption +=
        " Difference between kinds: log-rank " + p_in_words(*life.between_kinds.p_value) + '.';
  }
  chart.unit = "editions since the first";
  chart.until = charts::end_of_stays(continuity);
  chart.curves = charts::survival_curves(life.since_first, life.by_kind);
  return chart;
}

ForestChart effects_of_steps(const Network& network, const Continuity& continuity) {
  ForestChart chart;
  chart.text = charts::series_text(
      network, continuity, "retention against chance",
      "The square is the share of an edition's participants who came to the next, the stroke what "
      "chance alone would bring.");
  chart.unit = "retention";
  const auto names = edition_names(network, continuity);
  std::size_t step = 0;
  for (const NullTest& test : continuity.tests) {
    if (step == continuity.transitions.size() || test.statistic != "retained") break;
    const Transition& transition = continuity.transitions[step++];
    const double before = static_cast<double>(transition.retained + transition.left);
    if (!transition.retention || before == 0.0) continue;
    ForestChart::Row row;
    row.name = names[transition.from] + " to " + names[transition.to];
    row.estimate = *transition.retention;
    if (test.mean) row.expected = *test.mean / before;
    if (transition.bounds && transition.bounds->retention_least) {
      row.low = std::min(*transition.bounds->retention_least, row.estimate);
      row.high = std::max(*transition.bounds->retention_most, row.estimate);
    }
    row.note = test.p_value ? p_in_words(*test.p_value) : "cannot be decided";
    chart.rows.push_back(std::move(row));
  }
  if (!continuity.tests.empty()) {
    chart.text.caption += " Null model: " + continuity.tests.front().method +
                          "; p is one-sided, of at least this retention.";
  }
  return chart;
}

HeatMapChart overlap_of_editions(const Network& network, const Continuity& continuity) {
  HeatMapChart chart;
  chart.text = charts::series_text(
      network, continuity, "how alike the rosters of two editions are",
      "Jaccard similarity: the share of all who were at either of two editions that was at both.");
  const auto names = edition_names(network, continuity);
  const std::size_t count = names.size();
  if (count < 2) return chart;
  chart.rows.assign(names.begin(), names.end() - 1);
  chart.columns.assign(names.begin() + 1, names.end());
  chart.values.assign(count - 1, std::vector<std::optional<double>>(count - 1));
  for (const Transition& pair : continuity.all_pairs) {
    chart.values[pair.from][pair.to - 1] = pair.jaccard;
  }
  return chart;
}

}  // namespace summitry
