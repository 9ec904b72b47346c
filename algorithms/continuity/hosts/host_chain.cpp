#include "algorithms/continuity/hosts/host_chain.hpp"

#include <algorithm>

namespace summitry {
namespace {

// What is said about the conduct of one edition, before it is sorted out.
struct Conduct {
  std::vector<EntityIndex> hosts;
  std::vector<EntityIndex> planned_hosts;
  std::vector<EntityIndex> co_hosts;
  std::vector<EntityIndex> chairs;
  std::vector<EntityIndex> co_chairs;
  std::vector<EntityIndex> named_next;
  std::vector<RelationIndex> relations;
  std::vector<RelationIndex> plans;  // that speak for planned_hosts
};

void sort_unique(std::vector<std::uint32_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool contains(const std::vector<EntityIndex>& list, EntityIndex item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool any_in(const std::vector<EntityIndex>& list, const std::vector<EntityIndex>& other) {
  return std::any_of(list.begin(), list.end(), [&](EntityIndex e) { return contains(other, e); });
}

// The list that a relation to an edition adds its source to, or nothing.
std::vector<EntityIndex>* role_of(const Relation& relation, Conduct& conduct) {
  if (relation.type == "hosted") return &conduct.hosts;
  if (relation.type == "co-hosted") return &conduct.co_hosts;
  if (relation.type == "chaired") return &conduct.chairs;
  if (relation.type == "co-chaired") return &conduct.co_chairs;
  return nullptr;
}

void read_relation(const Relation& relation, RelationIndex index, const Evidence& evidence,
                   const EditionIndex& editions, std::vector<Conduct>& conducts) {
  const bool holds = evidence.takes(relation);
  const auto led = editions.find(relation.target);
  if (led) {
    Conduct& conduct = conducts[*led];
    std::vector<EntityIndex>* role = role_of(relation, conduct);
    if (role != nullptr && holds) {
      role->push_back(relation.source);
      conduct.relations.push_back(index);
    } else if (role == &conduct.hosts && evidence.takes_plans(relation)) {
      conduct.planned_hosts.push_back(relation.source);
      conduct.plans.push_back(index);
    }
  }
  const auto names = relation.type == "named-next-host" ? editions.find(relation.source)
                                                        : editions.find(relation.summit);
  if (!names || names == led) return;
  const bool plan = relation.status == Status::planned || relation.status == Status::announced;
  if (relation.type == "named-next-host" && evidence.takes_plans(relation)) {
    conducts[*names].named_next.push_back(relation.target);
  } else if (relation.type == "hosted" && plan && evidence.takes_plans(relation)) {
    conducts[*names].named_next.push_back(relation.source);
  } else {
    return;
  }
  conducts[*names].relations.push_back(index);
}

HostLink sort_out(Conduct conduct, std::size_t edition) {
  HostLink link;
  link.edition = edition;
  if (conduct.hosts.empty()) {
    conduct.hosts = conduct.planned_hosts;
    conduct.relations.insert(conduct.relations.end(), conduct.plans.begin(), conduct.plans.end());
  }
  for (auto* list : {&conduct.hosts, &conduct.co_hosts, &conduct.named_next, &conduct.relations}) {
    sort_unique(*list);
  }
  link.hosts = std::move(conduct.hosts);
  for (const EntityIndex entity : conduct.co_hosts) {
    if (!contains(link.hosts, entity)) link.co_hosts.push_back(entity);
  }
  for (const auto* list : {&conduct.chairs, &conduct.co_chairs}) {
    for (const EntityIndex entity : *list) {
      if (!contains(link.hosts, entity) && !contains(link.co_hosts, entity)) {
        link.chairs.push_back(entity);
      }
    }
  }
  sort_unique(link.chairs);
  link.named_next = std::move(conduct.named_next);
  link.relations = std::move(conduct.relations);
  return link;
}

// Compares an edition with the next: who was named, and who took over.
void look_ahead(HostLink& link, const Conduct& conduct, const HostLink& next) {
  if (!link.named_next.empty()) {
    link.kept = any_in(link.named_next, next.hosts) || any_in(link.named_next, next.co_hosts);
  }
  for (const auto* list : {&conduct.co_hosts, &conduct.co_chairs}) {
    for (const EntityIndex entity : *list) {
      if (!contains(link.hosts, entity) && contains(next.hosts, entity)) {
        link.handover.push_back(entity);
      }
    }
  }
  sort_unique(link.handover);
}

}  // namespace

std::vector<HostLink> host_chain(const Network& network, const Series& series,
                                 const Evidence& evidence) {
  const EditionIndex editions(network, series);
  std::vector<Conduct> conducts(series.editions.size());
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    read_relation(network.relation(r), r, evidence, editions, conducts);
  }
  std::vector<HostLink> chain;
  for (std::size_t t = 0; t < conducts.size(); ++t) chain.push_back(sort_out(conducts[t], t));
  for (std::size_t t = 0; t + 1 < chain.size(); ++t) {
    look_ahead(chain[t], conducts[t], chain[t + 1]);
    chain[t + 1].gap_days = gap_days(network.entity(series.editions[t]).active,
                                     network.entity(series.editions[t + 1]).active);
  }
  return chain;
}

}  // namespace summitry
