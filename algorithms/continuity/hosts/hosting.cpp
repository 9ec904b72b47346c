#include "algorithms/continuity/hosts/hosting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "algorithms/continuity/hosts/host_chain.hpp"
#include "algorithms/continuity/rosters/comparison.hpp"
#include "algorithms/continuity/statistics/rank_correlation.hpp"
#include "algorithms/inference/null_tally.hpp"
#include "engine/find_column.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 5> kConducts = {"hosted", "co-hosted", "chaired",
                                                       "co-chaired", "organised"};

using Places = std::map<EntityIndex, double>;

// The share of the other participants that each ranks above, ties by half.
Places places_of(const Ranking& ranking) {
  Places places;
  std::vector<EntityIndex> entities;
  std::vector<double> values;
  for (std::size_t i = 0; i < ranking.entities.size(); ++i) {
    if (std::isnan(ranking.values[i])) continue;
    entities.push_back(ranking.entities[i]);
    values.push_back(ranking.values[i]);
  }
  if (entities.size() < 2) return places;
  const std::vector<double> ranks = mean_ranks(values);  // smallest first
  for (std::size_t i = 0; i < entities.size(); ++i) {
    places[entities[i]] = (ranks[i] - 1.0) / static_cast<double>(entities.size() - 1);
  }
  return places;
}

std::optional<double> place_at(const std::vector<Places>& places, std::size_t edition,
                               EntityIndex entity) {
  if (edition >= places.size()) return std::nullopt;  // also before the first: wrapped around
  const auto found = places[edition].find(entity);
  if (found == places[edition].end()) return std::nullopt;
  return found->second;
}

HostEffect read_effect(const std::vector<Places>& places, std::size_t edition, EntityIndex entity) {
  HostEffect effect;
  effect.edition = edition;
  effect.host = entity;
  effect.before = place_at(places, edition - 1, entity);
  effect.during = place_at(places, edition, entity);
  effect.after = place_at(places, edition + 1, entity);
  if (!effect.during || (!effect.before && !effect.after)) return effect;
  const double before = effect.before.value_or(effect.after.value_or(0.0));
  const double after = effect.after.value_or(before);
  effect.change = *effect.during - 0.5 * (before + after);
  return effect;
}

HostEffect tested_effect(const std::vector<Places>& places, std::size_t edition, EntityIndex host,
                         const std::string& name) {
  HostEffect effect = read_effect(places, edition, host);
  effect.test.name = name;
  effect.test.statistic = "host effect";
  effect.test.method = "rank among all who took part in the same editions";
  effect.test.observed = effect.change;
  if (!effect.change) {
    effect.test.note = "undefined: the host is not ranked at its edition and one beside it";
    return effect;
  }
  NullTally changes(*effect.change);  // the host's own among them
  for (const auto& [entity, place] : places[edition]) {
    const HostEffect other = read_effect(places, edition, entity);
    const bool alike = other.before.has_value() == effect.before.has_value() &&
                       other.after.has_value() == effect.after.has_value();
    if (alike && other.change) changes.add(*other.change);
  }
  fill(effect.test, changes, Draws::all, 0);
  return effect;
}

std::string region_of(const Column& regions, const HostLink& link) {
  for (const EntityIndex host : link.hosts) {
    if (!regions.missing(host)) return to_string(regions.value(host));
  }
  return "";
}

HostRotation rotation_of(const Network& network, const std::vector<HostLink>& chain) {
  HostRotation rotation;
  rotation.regions.resize(chain.size());
  const Column* column = find_column(network.entity_columns(), "region");
  if (column == nullptr || column->info().type != ColumnType::text) return rotation;
  std::set<std::string> all;
  for (EntityIndex e = 0; e < network.entities().size(); ++e) {
    if (!column->missing(e)) all.insert(to_string(column->value(e)));
  }
  std::map<std::string, double> counts;
  for (const HostLink& link : chain) {
    const std::string region = region_of(*column, link);
    rotation.regions[link.edition] = region;
    if (region.empty()) continue;
    ++rotation.known;
    counts[region] += 1.0;
  }
  rotation.distinct = counts.size();
  if (rotation.known == 0) return rotation;
  double entropy = 0.0;
  for (const auto& [region, count] : counts) {
    const double share = count / static_cast<double>(rotation.known);
    entropy -= share * std::log2(share);
  }
  rotation.entropy = std::max(0.0, entropy);
  const std::size_t most = std::min(rotation.known, all.size());
  if (most > 1) rotation.evenness = *rotation.entropy / std::log2(static_cast<double>(most));
  return rotation;
}

std::vector<std::vector<EntityIndex>> organisers_of(const Network& network, const Series& series,
                                                    const Evidence& evidence) {
  const EditionIndex editions(network, series);
  std::vector<std::set<EntityIndex>> found(series.editions.size());
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    const auto edition = editions.find(relation.target);
    if (!edition || !evidence.takes(relation)) continue;
    if (std::find(kConducts.begin(), kConducts.end(), relation.type) == kConducts.end()) continue;
    found[*edition].insert(relation.source);
  }
  std::vector<std::vector<EntityIndex>> result;
  result.reserve(found.size());
  for (const auto& edition : found) result.emplace_back(edition.begin(), edition.end());
  return result;
}

std::optional<bool> conducts(const HostLink& link, const std::vector<EntityIndex>& organisers) {
  if (link.hosts.empty() || organisers.empty()) return std::nullopt;
  return shared_count(link.hosts, organisers) > 0;
}

OrganiserStep compare_organisers(const std::vector<std::vector<EntityIndex>>& organisers,
                                 const std::vector<HostLink>& chain, std::size_t from) {
  const auto& before = organisers[from];
  const auto& after = organisers[from + 1];
  OrganiserStep step;
  step.from = from;
  step.to = from + 1;
  step.before = before.size();
  step.after = after.size();
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(step.both));
  const std::size_t all = before.size() + after.size() - step.both.size();
  if (all > 0) step.jaccard = static_cast<double>(step.both.size()) / static_cast<double>(all);
  step.next_host_before = conducts(chain[from + 1], before);
  step.former_host_after = conducts(chain[from], after);
  return step;
}

}  // namespace

Hosting hosting(const Network& network, const Series& series, const Evidence& evidence,
                const std::vector<Ranking>& rankings, const std::vector<std::string>& names) {
  const std::vector<HostLink> chain = host_chain(network, series, evidence);
  std::vector<Places> places;
  places.reserve(rankings.size());
  for (const Ranking& ranking : rankings) places.push_back(places_of(ranking));
  Hosting result;
  result.rotation = rotation_of(network, chain);
  for (const HostLink& link : chain) {
    for (const EntityIndex host : link.hosts) {
      result.effects.push_back(tested_effect(places, link.edition, host, names[link.edition]));
    }
  }
  const auto organisers = organisers_of(network, series, evidence);
  for (std::size_t t = 0; t + 1 < organisers.size(); ++t) {
    result.organisers.push_back(compare_organisers(organisers, chain, t));
  }
  return result;
}

}  // namespace summitry
