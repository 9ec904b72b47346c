#include "algorithms/continuity/works/lineage.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "algorithms/continuity/statistics/beta.hpp"
#include "algorithms/continuity/works/main_path.hpp"
#include "algorithms/continuity/works/uptakes.hpp"
#include "algorithms/continuity/works/work_survival.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 4> kYoungerFirst = {"succeeds", "split-from", "based-on",
                                                           "reports-to"};
constexpr std::array<std::string_view, 4> kOlderFirst = {"superseded-by", "renamed-to",
                                                         "merged-into", "mandated"};
constexpr std::array<std::string_view, 6> kEdition = {"announced-at", "launched-at",  "renewed-at",
                                                      "endorsed-at",  "presented-at", "reports-to"};
constexpr std::array<std::string_view, 2> kLaunch = {"announced-at", "launched-at"};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool can_descend(const Network& network, EntityIndex entity) {
  const std::string& kind = network.entity(entity).kind;
  return kind != "summit" && kind != "country" && kind != "person";
}

// What is read off the relations, by entity.
struct Reading {
  std::map<EntityIndex, std::set<std::size_t>> seen;
  std::map<EntityIndex, std::size_t> launched;
  std::map<std::string, std::size_t, std::less<>> types;
  std::vector<Descent> descents;
  std::set<std::pair<EntityIndex, std::size_t>> taken_up;  // by uptakes.hpp, and where
};

void read_edition(const Relation& relation, std::size_t edition, Reading& reading) {
  reading.seen[relation.source].insert(edition);
  if (!is_launch_type(relation.type)) return;
  const auto place = reading.launched.try_emplace(relation.source, edition).first;
  place->second = std::min(place->second, edition);
}

void read_descent(const Network& network, RelationIndex r, Reading& reading) {
  const Relation relation = network.relation(r);
  const LineageRole role = lineage_role(relation.type);
  if (role == LineageRole::none || relation.source == relation.target) return;
  if (!can_descend(network, relation.source) || !can_descend(network, relation.target)) return;
  Descent descent{relation.target, relation.source, r, 0.0};
  if (role == LineageRole::older_first) std::swap(descent.older, descent.younger);
  reading.descents.push_back(descent);
  ++reading.types[std::string(relation.type)];
}

Reading read(const Network& network, const Series& series, const Evidence& evidence) {
  const EditionIndex editions(network, series);
  Reading reading;
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    if (!evidence.takes(relation)) continue;
    const auto edition = editions.find(relation.target);
    if (edition && is_edition_type(relation.type) &&
        network.entity(relation.source).kind != "summit") {
      read_edition(relation, *edition, reading);
      ++reading.types[std::string(relation.type)];
    } else {
      read_descent(network, r, reading);
    }
  }
  for (const Uptake& uptake : uptakes(network, series, evidence).uptakes) {
    reading.taken_up.emplace(uptake.initiative, uptake.taken_up);
  }
  return reading;
}

// The members numbered, with the arcs of their descents.
class Family {
 public:
  Family(const Network& network, const Series& series, Reading reading)
      : network_(network), series_(series), reading_(std::move(reading)) {
    std::set<EntityIndex> members;
    for (const auto& [entity, editions] : reading_.seen) members.insert(entity);
    for (const Descent& descent : reading_.descents) {
      members.insert(descent.older);
      members.insert(descent.younger);
    }
    for (const EntityIndex entity : members) {
      number_[entity] = static_cast<std::uint32_t>(entities_.size());
      entities_.push_back(entity);
    }
    younger_.resize(entities_.size());
    older_.resize(entities_.size());
    for (const Descent& descent : reading_.descents) {
      const std::uint32_t older = number_.at(descent.older);
      const std::uint32_t younger = number_.at(descent.younger);
      arcs_.push_back({older, younger});
      younger_[older].push_back(arcs_.size() - 1);
      older_[younger].push_back(arcs_.size() - 1);
    }
  }

  [[nodiscard]] Lineage lineage(std::size_t missed) const {
    Lineage result;
    for (const auto& [type, count] : reading_.types) result.types.push_back({type, count});
    const MainPath found = main_path(entities_.size(), arcs_);
    result.cycle = named(found.cycle);
    result.descents = reading_.descents;
    for (std::size_t a = 0; a < found.counts.size(); ++a)
      result.descents[a].paths = found.counts[a];
    result.main_path = named(found.path);
    result.longest = named(found.longest);
    if (result.cycle.empty()) {
      result.depth = result.longest.empty() ? 0 : result.longest.size() - 1;
    }
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
      result.members.push_back(member(i, found.depth));
    }
    add_signs(result.members);
    result.survival = work_survival(network_, result.members, series_.editions.size(), missed);
    const std::vector<std::size_t> first = first_descendants();
    for (std::size_t t = 0; t + 1 < series_.editions.size(); ++t) {
      result.steps.push_back(step(t, first));
    }
    return result;
  }

 private:
  [[nodiscard]] std::vector<EntityIndex> named(const std::vector<std::uint32_t>& numbers) const {
    std::vector<EntityIndex> entities;
    entities.reserve(numbers.size());
    for (const std::uint32_t i : numbers) entities.push_back(entities_[i]);
    return entities;
  }

  [[nodiscard]] std::optional<std::size_t> launched(std::uint32_t i) const {
    const auto found = reading_.launched.find(entities_[i]);
    if (found == reading_.launched.end()) return std::nullopt;
    return found->second;
  }
  [[nodiscard]] const std::set<std::size_t>& seen(std::uint32_t i) const {
    static const std::set<std::size_t> kNowhere;
    const auto found = reading_.seen.find(entities_[i]);
    return found == reading_.seen.end() ? kNowhere : found->second;
  }

  [[nodiscard]] LineageMember member(std::uint32_t i, const std::vector<std::size_t>& depth) const {
    LineageMember result;
    result.entity = entities_[i];
    result.launched = launched(i);
    result.seen.assign(seen(i).begin(), seen(i).end());
    if (!depth.empty()) result.depth = depth[i];
    result.children = younger_[i].size();
    return result;
  }

  // The first edition by which it is there: its own, or else by the date of a descent to it.
  [[nodiscard]] std::size_t there(std::uint32_t i) const {
    if (!seen(i).empty()) return *seen(i).begin();
    std::size_t earliest = series_.editions.size();
    for (const std::size_t a : older_[i]) {
      const auto from = network_.relation(reading_.descents[a].relation).when.from;
      if (!from) continue;
      for (std::size_t t = 0; t < earliest; ++t) {
        const Interval& days = network_.entity(series_.editions[t]).active;
        const auto end = days.to ? days.to : days.from;
        if (end && first_day(*from) <= last_day(*end)) earliest = t;
      }
    }
    return earliest;
  }

  // Marks whatever is reached from those that `starts` names, themselves left out.
  template <class Starts, class Mark>
  void spread(const std::vector<std::vector<std::size_t>>& rows, bool to_younger,
              const Starts& starts, const Mark& mark) const {
    std::vector<std::uint32_t> reached;
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
      if (starts(i)) reached.push_back(i);
    }
    for (std::size_t k = 0; k < reached.size(); ++k) {
      for (const std::size_t a : rows[reached[k]]) {
        const std::uint32_t other = to_younger ? arcs_[a].to : arcs_[a].from;
        if (mark(other)) reached.push_back(other);
      }
    }
  }

  // For each the first edition by which a descendant is there; the number of editions for none.
  [[nodiscard]] std::vector<std::size_t> first_descendants() const {
    const std::size_t editions = series_.editions.size();
    std::vector<std::size_t> first(entities_.size(), editions);
    std::vector<std::size_t> own;
    for (std::uint32_t i = 0; i < entities_.size(); ++i) own.push_back(there(i));
    for (std::size_t t = 0; t < editions; ++t) {
      spread(
          older_, false, [&](std::uint32_t i) { return own[i] == t; },
          [&](std::uint32_t i) { return std::exchange(first[i], std::min(first[i], t)) > t; });
    }
    return first;
  }

  // Marks what is seen or taken up at each edition, and what has a descendant that is seen or comes up.
  void add_signs(std::vector<LineageMember>& members) const {
    std::vector<std::size_t> own;
    own.reserve(entities_.size());
    for (std::uint32_t i = 0; i < entities_.size(); ++i) own.push_back(there(i));
    for (std::size_t t = 0; t < series_.editions.size(); ++t) {
      const auto shows = [&](std::uint32_t i) { return seen(i).contains(t) || own[i] == t; };
      const std::vector<bool> descends = reached(older_, false, shows);
      for (std::uint32_t i = 0; i < entities_.size(); ++i) {
        const auto launch = members[i].launched;
        const bool sign =
            seen(i).contains(t) || descends[i] || reading_.taken_up.contains({entities_[i], t});
        if (launch && *launch <= t && sign) members[i].alive.push_back(t);
      }
    }
  }

  // For each whether one of those that `starts` names leads to it.
  template <class Starts>
  [[nodiscard]] std::vector<bool> reached(const std::vector<std::vector<std::size_t>>& rows,
                                          bool to_younger, const Starts& starts) const {
    std::vector<bool> marked(entities_.size(), false);
    spread(rows, to_younger, starts, [&](std::uint32_t i) {
      const bool is_new = !marked[i];
      marked[i] = true;
      return is_new;
    });
    return marked;
  }

  [[nodiscard]] LineageStep step(std::size_t t, const std::vector<std::size_t>& first) const {
    LineageStep result;
    result.from = t;
    result.to = t + 1;
    const auto inherits =
        reached(younger_, true, [&](std::uint32_t i) { return seen(i).contains(t); });
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
      const auto at = launched(i);
      if (at == t) {
        ++result.launched;
        const bool again = seen(i).contains(t + 1) || first[i] <= t + 1 ||
                           reading_.taken_up.contains({entities_[i], t + 1});
        result.carried += again ? 1 : 0;
      } else if (at == t + 1) {
        ++result.launched_next;
        result.inherited += inherits[i] ? 1 : 0;
      }
    }
    add_shares(result);
    return result;
  }

  static void add_shares(LineageStep& step) {
    const auto count = [](std::size_t number) { return static_cast<double>(number); };
    if (step.launched > 0) {
      const double orphans = count(step.launched - step.carried);
      step.orphan_rate = orphans / count(step.launched);
      step.orphan_interval = jeffreys_interval(orphans, count(step.launched));
    }
    if (step.launched_next > 0) {
      step.inheritance = count(step.inherited) / count(step.launched_next);
      step.inheritance_interval =
          jeffreys_interval(count(step.inherited), count(step.launched_next));
    }
  }

  const Network& network_;
  const Series& series_;
  Reading reading_;
  std::vector<EntityIndex> entities_;
  std::map<EntityIndex, std::uint32_t> number_;
  std::vector<Arc> arcs_;  // parallel to reading_.descents
  std::vector<std::vector<std::size_t>> younger_;
  std::vector<std::vector<std::size_t>> older_;
};

}  // namespace

LineageRole lineage_role(std::string_view type) {
  if (contains(kYoungerFirst, type)) return LineageRole::younger_first;
  if (contains(kOlderFirst, type)) return LineageRole::older_first;
  return LineageRole::none;
}

bool is_edition_type(std::string_view type) {
  return contains(kEdition, type);
}

bool is_launch_type(std::string_view type) {
  return contains(kLaunch, type);
}

Lineage lineage(const Network& network, const Series& series, const Evidence& evidence,
                std::size_t missed) {
  return Family(network, series, read(network, series, evidence)).lineage(missed);
}

}  // namespace summitry
