#include "algorithms/continuity/rosters/rosters.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "engine/error.hpp"
#include "engine/find_column.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool can_take_part(const Entity& entity, const std::vector<std::string>& kinds) {
  if (entity.kind == "summit" || entity.kind == "document") return false;
  return kinds.empty() || contains(kinds, entity.kind);
}

// The edition at which the relation makes its source a participant.
std::optional<std::size_t> edition_of(const Network& network, const EditionIndex& editions,
                                      const Relation& relation) {
  const auto direct = editions.find(relation.target);
  if (direct || network.entity(relation.target).kind == "summit") return direct;
  return editions.find(relation.summit);
}

bool is_inferred(const Column* basis, RelationIndex relation) {
  return basis != nullptr && basis->value(relation) == Value(std::string("inferred"));
}

void count_changes(std::vector<Edition>& editions) {
  std::vector<EntityIndex> earlier;  // at any edition before the last
  for (std::size_t t = 0; t < editions.size(); ++t) {
    Edition& edition = editions[t];
    const std::vector<EntityIndex> none;
    const auto& before = t == 0 ? none : editions[t - 1].participants;
    std::vector<EntityIndex> entered;
    std::vector<EntityIndex> left;
    std::vector<EntityIndex> returned;
    std::set_difference(edition.participants.begin(), edition.participants.end(), before.begin(),
                        before.end(), std::back_inserter(entered));
    std::set_difference(before.begin(), before.end(), edition.participants.begin(),
                        edition.participants.end(), std::back_inserter(left));
    std::set_intersection(entered.begin(), entered.end(), earlier.begin(), earlier.end(),
                          std::back_inserter(returned));
    edition.entered = entered.size();
    edition.left = left.size();
    edition.returned = returned.size();
    std::vector<EntityIndex> seen;
    std::set_union(earlier.begin(), earlier.end(), edition.participants.begin(),
                   edition.participants.end(), std::back_inserter(seen));
    earlier = std::move(seen);
  }
}

std::size_t longest_streak(const std::vector<std::size_t>& editions) {
  std::size_t longest = 0;
  std::size_t streak = 0;
  for (std::size_t i = 0; i < editions.size(); ++i) {
    streak = i > 0 && editions[i] == editions[i - 1] + 1 ? streak + 1 : 1;
    longest = std::max(longest, streak);
  }
  return longest;
}

void require_used(std::string_view what, const std::vector<std::string>& names,
                  const std::vector<Counted>& in_use) {
  std::vector<std::string_view> known;
  known.reserve(in_use.size());
  for (const Counted& item : in_use) known.push_back(item.name);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw UnknownName(unknown_name(what, name, known));
  }
}

}  // namespace

std::optional<std::size_t> edition_of_participant(const Network& network,
                                                  const EditionIndex& editions,
                                                  const Relation& relation,
                                                  const RosterRule& rule) {
  if (!contains(rule.participation, relation.type) || !rule.evidence.takes(relation)) {
    return std::nullopt;
  }
  if (!can_take_part(network.entity(relation.source), rule.kinds)) return std::nullopt;
  return edition_of(network, editions, relation);
}

std::vector<Edition> rosters(const Network& network, const Series& series, const RosterRule& rule) {
  const EditionIndex index(network, series);
  const Column* basis = find_column(network.relation_columns(), "basis");
  // Participants by edition, with whether anything but inference speaks for them.
  std::vector<std::map<EntityIndex, bool>> observed(series.editions.size());
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    const auto edition = edition_of_participant(network, index, relation, rule);
    if (edition) observed[*edition][relation.source] |= !is_inferred(basis, r);
  }
  std::vector<Edition> editions(series.editions.size());
  for (std::size_t t = 0; t < editions.size(); ++t) {
    editions[t].summit = series.editions[t];
    for (const auto& [entity, was_observed] : observed[t]) {
      editions[t].participants.push_back(entity);
      if (!was_observed) ++editions[t].inferred;
    }
  }
  count_changes(editions);
  return editions;
}

std::vector<Attendance> attendance(const std::vector<Edition>& editions) {
  std::map<EntityIndex, std::vector<std::size_t>> by_entity;
  for (std::size_t t = 0; t < editions.size(); ++t) {
    for (const EntityIndex entity : editions[t].participants) by_entity[entity].push_back(t);
  }
  std::vector<Attendance> result;
  for (auto& [entity, attended] : by_entity) {
    const std::size_t streak = longest_streak(attended);
    result.push_back({entity, std::move(attended), streak});
  }
  return result;
}

std::size_t eligible_count(const Network& network, const std::vector<std::string>& kinds) {
  const auto entities = network.entities();
  return static_cast<std::size_t>(
      std::count_if(entities.begin(), entities.end(),
                    [&kinds](const Entity& entity) { return can_take_part(entity, kinds); }));
}

void require_relation_types(const Network& network, const std::vector<std::string>& types) {
  require_used("relation type", types, network.relation_types());
}

void require_kinds(const Network& network, const std::vector<std::string>& kinds) {
  require_used("kind", kinds, network.kinds());
}

}  // namespace summitry
