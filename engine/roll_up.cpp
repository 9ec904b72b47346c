#include "engine/roll_up.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

struct Membership {
  EntityIndex member;
  EntityIndex container;
  Interval when;
};

std::vector<Container> chosen_containers(const Network& network, const Selection& selection) {
  if (selection.containers.empty())
    return {network.containers().begin(), network.containers().end()};
  std::vector<std::string_view> known;
  for (const Container& one : network.containers()) known.push_back(network.entity(one.entity).id);
  std::vector<Container> chosen;
  for (const std::string& id : selection.containers) {
    const auto found = std::find(known.begin(), known.end(), id);
    if (found == known.end()) throw UnknownName(unknown_name("container", id, known));
    chosen.push_back(network.containers()[static_cast<std::size_t>(found - known.begin())]);
  }
  return chosen;
}

// Who belongs to the containers, as far as the selection trusts the data.
std::vector<Membership> memberships(const Network& network, const Selection& selection) {
  const std::vector<Container> containers = chosen_containers(network, selection);
  std::vector<Membership> found;
  for (RelationIndex index = 0; index < network.relation_count(); ++index) {
    const Relation relation = network.relation(index);
    if (relation.status != Status::realised || relation.confidence > selection.least_confidence) {
      continue;
    }
    for (const Container& container : containers) {
      if (relation.target != container.entity || relation.type != container.type) continue;
      found.push_back({relation.source, container.entity, relation.when});
    }
  }
  return found;
}

bool is_membership(const Network& network, const Relation& relation) {
  return std::any_of(network.containers().begin(), network.containers().end(),
                     [&relation](const Container& container) {
                       return relation.target == container.entity &&
                              relation.type == container.type;
                     });
}

bool member_then(const Membership& membership, const Relation& relation) {
  Interval when = relation.when;
  if (when.from && !when.to) when.to = when.from;
  return overlap(membership.when, when);
}

// The container's relations become its members', but for a member that has one of the same type to
// the same target itself.
void hand_down(const Network& network, const std::vector<Membership>& members,
               std::vector<Assertion>& assertions) {
  std::set<std::tuple<EntityIndex, std::string_view, EntityIndex>> own;
  for (const Assertion& assertion : assertions) {
    own.emplace(assertion.source, network.relation(assertion.relation).type, assertion.target);
  }
  std::vector<Assertion> result;
  for (const Assertion& assertion : assertions) {
    const Relation relation = network.relation(assertion.relation);
    bool handed = false;
    for (const Membership& membership : members) {
      if (membership.container != assertion.source || is_membership(network, relation)) continue;
      handed = true;
      if (!member_then(membership, relation)) continue;
      if (own.contains({membership.member, relation.type, assertion.target})) continue;
      result.push_back({membership.member, assertion.target, assertion.relation});
    }
    if (!handed) result.push_back(assertion);
  }
  assertions = std::move(result);
}

// The members' relations become the container's.
void lift(const Network& network, const std::vector<Membership>& members,
          std::vector<Assertion>& assertions) {
  std::map<EntityIndex, const Membership*> of_member;
  for (const Membership& membership : members) {
    const auto [place, added] = of_member.emplace(membership.member, &membership);
    if (added || place->second->container == membership.container) continue;
    throw InvalidOption("roll-up: " + network.entity(membership.member).id + " belongs to both " +
                        network.entity(place->second->container).id + " and " +
                        network.entity(membership.container).id +
                        "; name one container, such as --containers " +
                        network.entity(membership.container).id);
  }
  for (Assertion& assertion : assertions) {
    const Relation relation = network.relation(assertion.relation);
    if (is_membership(network, relation)) continue;
    for (EntityIndex* end : {&assertion.source, &assertion.target}) {
      const auto membership = of_member.find(*end);
      if (membership == of_member.end() || !member_then(*membership->second, relation)) continue;
      *end = membership->second->container;
    }
  }
  // What stood between two members is now inside the container.
  std::erase_if(assertions, [&network](const Assertion& assertion) {
    const Relation relation = network.relation(assertion.relation);
    return assertion.source == assertion.target && relation.source != relation.target;
  });
}

}  // namespace

void roll_up(const Network& network, const Selection& selection,
             std::vector<Assertion>& assertions) {
  const std::vector<Membership> members = memberships(network, selection);
  if (selection.roll_up == RollUp::members) hand_down(network, members, assertions);
  if (selection.roll_up == RollUp::container) lift(network, members, assertions);
}

}  // namespace summitry
