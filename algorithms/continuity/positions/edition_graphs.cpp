#include "algorithms/continuity/positions/edition_graphs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"shared", "direct", "either"};
constexpr std::size_t kNotThere = static_cast<std::size_t>(-1);
constexpr std::size_t kMostPairs = 10'000'000;  // that the works of an edition join

std::size_t position(const std::vector<EntityIndex>& sorted, EntityIndex entity) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), entity);
  return found != sorted.end() && *found == entity
             ? static_cast<std::size_t>(found - sorted.begin())
             : kNotThere;
}

Edge edge_between(std::size_t a, std::size_t b) {
  return {static_cast<VertexId>(std::min(a, b)), static_cast<VertexId>(std::max(a, b))};
}

// Equal edges become one whose weight is their number.
GraphParts merged(std::vector<Edge> edges, const std::vector<EntityIndex>& roster) {
  std::sort(edges.begin(), edges.end());
  GraphParts parts;
  parts.vertices = static_cast<VertexId>(roster.size());
  parts.meaning = WeightMeaning::strength;
  parts.entities = roster;
  for (const Edge& edge : edges) {
    if (parts.edges.empty() || parts.edges.back() != edge) {
      parts.edges.push_back(edge);
      parts.weights.push_back(0.0);
    }
    parts.weights.back() += 1.0;
  }
  return parts;
}

}  // namespace

std::string_view to_string(JoinedBy joined_by) {
  return kNames[static_cast<std::size_t>(joined_by)];
}

JoinedBy parse_joined_by(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) throw UnknownName(unknown_name("way of being joined", name, kNames));
  return static_cast<JoinedBy>(found - kNames.begin());
}

EditionRelations::EditionRelations(const Network& network, const Series& series,
                                   const RosterRule& rule, JoinedBy joined_by,
                                   const std::vector<std::string>& types)
    : joined_by_(joined_by), editions_(series.editions.size()) {
  const EditionIndex index(network, series);
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    if (!rule.evidence.takes(relation)) continue;
    const auto next = static_cast<std::uint32_t>(used_.size());
    const auto takes_part = edition_of_participant(network, index, relation, rule);
    if (takes_part) editions_[*takes_part].roster.push_back({relation.source, kNone, next});
    const auto edition = index.find(relation.summit);
    // An edition joins nobody, whatever its kind.
    const bool joins =
        edition && !index.find(relation.target) &&
        network.entity(relation.target).kind != "summit" && relation.source != relation.target &&
        (types.empty() || std::find(types.begin(), types.end(), relation.type) != types.end());
    if (joins) editions_[*edition].joints.push_back({relation.source, relation.target, next});
    if (!takes_part && !joins) continue;
    used_.push_back(r);
    bearing_.push_back({takes_part ? static_cast<std::uint32_t>(*takes_part) : kNone,
                        joins ? static_cast<std::uint32_t>(*edition) : kNone});
  }
}

EditionGraph EditionRelations::graph(std::size_t edition, const std::vector<bool>& left_out) const {
  const One& one = editions_[edition];
  const auto counts = [&left_out](const Joint& joint) {
    return left_out.empty() || !left_out[joint.used];
  };
  std::vector<EntityIndex> roster;
  for (const Joint& joint : one.roster) {
    if (counts(joint)) roster.push_back(joint.source);
  }
  std::sort(roster.begin(), roster.end());
  roster.erase(std::unique(roster.begin(), roster.end()), roster.end());
  std::vector<Joint> direct;
  std::vector<Joint> shared;
  for (const Joint& joint : one.joints) {
    if (!counts(joint) || position(roster, joint.source) == kNotThere) continue;
    (position(roster, joint.target) == kNotThere ? shared : direct).push_back(joint);
  }
  EditionGraph result;
  std::vector<Edge> edges;
  if (joined_by_ != JoinedBy::shared) {
    add_direct(roster, direct, edges);
    result.relations += direct.size();
  }
  if (joined_by_ != JoinedBy::direct) {
    result.relations += shared.size();
    add_shared(roster, std::move(shared), edges, result);
  }
  result.graph = Graph(merged(std::move(edges), roster));
  return result;
}

void EditionRelations::add_direct(const std::vector<EntityIndex>& roster,
                                  const std::vector<Joint>& joints,
                                  std::vector<Edge>& edges) const {
  for (const Joint& joint : joints) {
    edges.push_back(edge_between(position(roster, joint.source), position(roster, joint.target)));
  }
}

void EditionRelations::add_shared(const std::vector<EntityIndex>& roster, std::vector<Joint> joints,
                                  std::vector<Edge>& edges, EditionGraph& result) const {
  const auto key = [](const Joint& joint) { return std::pair(joint.target, joint.source); };
  std::sort(joints.begin(), joints.end(),
            [&key](const Joint& a, const Joint& b) { return key(a) < key(b); });
  // Whoever is joined to a thing twice is joined to it.
  joints.erase(std::unique(joints.begin(), joints.end(),
                           [&key](const Joint& a, const Joint& b) { return key(a) == key(b); }),
               joints.end());
  std::vector<std::pair<std::size_t, std::size_t>> works;  // by target: how many, from where
  for (std::size_t begin = 0; begin < joints.size();) {
    std::size_t end = begin + 1;
    while (end < joints.size() && joints[end].target == joints[begin].target) ++end;
    if (end - begin > 1) works.emplace_back(end - begin, begin);
    begin = end;
  }
  result.works = works.size();
  std::sort(works.begin(), works.end());  // the smallest first, then by target
  std::size_t pairs = 0;
  std::size_t taken = 0;
  for (; taken < works.size(); ++taken) {
    const std::size_t size = works[taken].first;
    pairs += size * (size - 1) / 2;
    if (pairs > kMostPairs) break;
    const std::size_t begin = works[taken].second;
    for (std::size_t i = begin; i < begin + size; ++i) {
      const std::size_t a = position(roster, joints[i].source);
      for (std::size_t k = begin; k < i; ++k) {
        edges.push_back(edge_between(a, position(roster, joints[k].source)));
      }
    }
  }
  result.left_out = works.size() - taken;
}

double EditionRelations::cost(std::size_t edition) const {
  const One& one = editions_[edition];
  std::vector<EntityIndex> targets;
  for (const Joint& joint : one.joints) targets.push_back(joint.target);
  std::sort(targets.begin(), targets.end());
  double steps = static_cast<double>(one.roster.size() + one.joints.size());
  for (std::size_t begin = 0; begin < targets.size();) {
    std::size_t end = begin;
    while (end < targets.size() && targets[end] == targets[begin]) ++end;
    const auto size = static_cast<double>(end - begin);
    steps += size * size;
    begin = end;
  }
  // Larger works are left out.
  return std::min(steps, 2.0 * static_cast<double>(kMostPairs) +
                             static_cast<double>(one.roster.size() + one.joints.size()));
}

}  // namespace summitry
