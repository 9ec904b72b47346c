#include "algorithms/continuity/works/uptakes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace summitry {
namespace {

// A relation that ties something to an edition.
struct Tie {
  std::size_t edition = 0;
  RelationIndex relation = kNone;
};

// One way in which something is carried on, and the relations that lead there.
struct Carrier {
  EntityIndex entity = kNone;
  std::vector<RelationIndex> path;
};

bool is_text_or_initiative(const Network& network, EntityIndex entity) {
  const std::string& kind = network.entity(entity).kind;
  return kind == "initiative" || kind == "document";
}

class Lineages {
 public:
  Lineages(const Network& network, const Series& series, const Evidence& evidence)
      : network_(network), editions_(network, series), begin_(network.entities().size() + 1, 0) {
    std::vector<RelationIndex> taken;
    for (RelationIndex r = 0; r < network.relation_count(); ++r) {
      const Relation relation = network.relation(r);
      const bool announced = relation.type == "announced-at" && evidence.trusts(relation) &&
                             relation.status == Status::announced;
      if (evidence.takes(relation) || announced) taken.push_back(r);
    }
    for (const RelationIndex r : taken) count_ends(network.relation(r));
    for (std::size_t e = 0; e + 1 < begin_.size(); ++e) begin_[e + 1] += begin_[e];
    touching_.resize(begin_.back());
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    for (const RelationIndex r : taken) {
      const Relation relation = network.relation(r);
      touching_[next[relation.source]++] = r;
      if (relation.target != relation.source) touching_[next[relation.target]++] = r;
    }
  }

  // The relations that have the entity at either end, ascending.
  [[nodiscard]] std::span<const RelationIndex> touching(EntityIndex entity) const {
    return {touching_.data() + begin_[entity], touching_.data() + begin_[entity + std::size_t{1}]};
  }

  // The earliest edition that announced it, or nothing.
  [[nodiscard]] std::optional<std::size_t> announced(EntityIndex entity) const {
    std::optional<std::size_t> earliest;
    for (const Tie& tie : announcements(entity)) {
      if (!earliest || tie.edition < *earliest) earliest = tie.edition;
    }
    return earliest;
  }

  [[nodiscard]] std::vector<Tie> announcements(EntityIndex entity) const {
    std::vector<Tie> ties;
    for (const RelationIndex r : touching(entity)) {
      const Relation relation = network_.relation(r);
      if (relation.source != entity || relation.type != "announced-at") continue;
      if (const auto edition = editions_.find(relation.target)) ties.push_back({*edition, r});
    }
    return ties;
  }

  // What ties it to editions of its own doing: not that another carries it on or mentions it.
  [[nodiscard]] std::vector<Tie> ties(EntityIndex entity) const {
    std::vector<Tie> ties;
    for (const RelationIndex r : touching(entity)) {
      const Relation relation = network_.relation(r);
      const bool carried = relation.target == entity && carries_on(relation);
      if (carried || (relation.type == "mentions" && mentions_edition(relation, entity))) continue;
      if (const auto edition = editions_.of(relation, entity)) ties.push_back({*edition, r});
    }
    return ties;
  }

  // Successors, nearest first; each once.
  [[nodiscard]] std::vector<Carrier> successors(EntityIndex entity) const {
    std::vector<Carrier> found = {{entity, {}}};
    std::set<EntityIndex> seen = {entity};
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (const RelationIndex r : touching(found[i].entity)) {
        const Relation relation = network_.relation(r);
        if (relation.target != found[i].entity || !succeeds(relation)) continue;
        if (!seen.insert(relation.source).second) continue;
        Carrier carrier{relation.source, found[i].path};
        carrier.path.push_back(r);
        found.push_back(std::move(carrier));
      }
    }
    found.erase(found.begin());
    return found;
  }

  // What stands at the other end of relations of these types.
  [[nodiscard]] std::vector<Carrier> older(EntityIndex entity, std::string_view type) const {
    std::vector<Carrier> found;
    for (const RelationIndex r : touching(entity)) {
      const Relation relation = network_.relation(r);
      if (relation.source == entity && relation.type == type) {
        found.push_back({relation.target, {r}});
      }
    }
    return found;
  }
  [[nodiscard]] std::vector<Carrier> mentioning(EntityIndex entity) const {
    std::vector<Carrier> found;
    for (const RelationIndex r : touching(entity)) {
      const Relation relation = network_.relation(r);
      if (relation.target == entity && relation.type == "mentions") {
        found.push_back({relation.source, {r}});
      }
    }
    return found;
  }
  // The edition that a relation names as its summit.
  [[nodiscard]] std::optional<std::size_t> named_edition(RelationIndex relation) const {
    return editions_.find(network_.relation(relation).summit);
  }

 private:
  void count_ends(const Relation& relation) {
    ++begin_[relation.source + std::size_t{1}];
    if (relation.target != relation.source) ++begin_[relation.target + std::size_t{1}];
  }

  [[nodiscard]] bool succeeds(const Relation& relation) const {
    if (relation.type == "succeeds") return true;
    return (relation.type == "part-of" || relation.type == "based-on") &&
           is_text_or_initiative(network_, relation.source);
  }
  [[nodiscard]] bool carries_on(const Relation& relation) const {
    return succeeds(relation) || relation.type == "mentions";
  }
  [[nodiscard]] bool mentions_edition(const Relation& relation, EntityIndex side) const {
    return editions_.find(relation.source == side ? relation.target : relation.source).has_value();
  }

  const Network& network_;
  EditionIndex editions_;
  std::vector<std::size_t> begin_;  // by entity, into touching_
  std::vector<RelationIndex> touching_;
};

// The uptakes of one initiative, by edition: the first way that is offered for an edition is kept,
// and further evidence for the same way is added to it.
class Collector {
 public:
  Collector(EntityIndex initiative, std::size_t announced)
      : initiative_(initiative), announced_(announced) {}

  void offer(const Tie& tie, const Carrier& carrier) {
    if (tie.edition <= announced_) return;
    const auto [place, is_new] = found_.try_emplace(
        tie.edition, Uptake{initiative_, announced_, tie.edition, carrier.entity, {}});
    Uptake& uptake = place->second;
    if (uptake.through != carrier.entity) return;
    uptake.relations.push_back(tie.relation);
    uptake.relations.insert(uptake.relations.end(), carrier.path.begin(), carrier.path.end());
  }

  [[nodiscard]] std::vector<Uptake> take() {
    std::vector<Uptake> result;
    for (auto& [edition, uptake] : found_) {
      auto& list = uptake.relations;
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
      result.push_back(std::move(uptake));
    }
    return result;
  }

 private:
  EntityIndex initiative_;
  std::size_t announced_;
  std::map<std::size_t, Uptake> found_;
};

void offer_all(const std::vector<Tie>& ties, const Carrier& carrier, Collector& collector) {
  for (const Tie& tie : ties) collector.offer(tie, carrier);
}

// The relation to the carrier may itself name the edition.
void offer_path(const Lineages& lineages, const Carrier& carrier, Collector& collector) {
  const auto edition = lineages.named_edition(carrier.path.back());
  if (edition) collector.offer({*edition, carrier.path.back()}, carrier);
}

std::vector<Uptake> follow(const Lineages& lineages, EntityIndex initiative,
                           std::size_t announced) {
  Collector collector(initiative, announced);
  offer_all(lineages.ties(initiative), {}, collector);
  for (const Carrier& successor : lineages.successors(initiative)) {
    offer_path(lineages, successor, collector);
    offer_all(lineages.ties(successor.entity), successor, collector);
  }
  for (const Carrier& predecessor : lineages.older(initiative, "succeeds")) {
    const auto ties = lineages.ties(predecessor.entity);
    const bool is_new = std::none_of(ties.begin(), ties.end(),
                                     [&](const Tie& tie) { return tie.edition <= announced; });
    if (is_new) offer_all(ties, predecessor, collector);
  }
  for (const std::string_view type : {"part-of", "member-of"}) {
    for (const Carrier& whole : lineages.older(initiative, type)) {
      offer_all(lineages.announcements(whole.entity), whole, collector);
    }
  }
  for (const Carrier& text : lineages.mentioning(initiative)) {
    offer_path(lineages, text, collector);
    offer_all(lineages.announcements(text.entity), text, collector);
  }
  return collector.take();
}

}  // namespace

Uptakes uptakes(const Network& network, const Series& series, const Evidence& evidence) {
  const Lineages lineages(network, series, evidence);
  Uptakes result;
  for (EntityIndex e = 0; e < network.entities().size(); ++e) {
    if (network.entity(e).kind == "summit") continue;
    const auto announced = lineages.announced(e);
    if (!announced) continue;
    auto found = follow(lineages, e, *announced);
    const bool could_be = *announced + 1 < series.editions.size();
    if (found.empty() && could_be) result.not_taken_up.push_back({e, *announced});
    result.uptakes.insert(result.uptakes.end(), found.begin(), found.end());
  }
  std::stable_sort(result.uptakes.begin(), result.uptakes.end(),
                   [](const Uptake& a, const Uptake& b) {
                     return std::tie(a.announced, a.initiative, a.taken_up) <
                            std::tie(b.announced, b.initiative, b.taken_up);
                   });
  std::stable_sort(
      result.not_taken_up.begin(), result.not_taken_up.end(),
      [](const NotTakenUp& a, const NotTakenUp& b) { return a.announced < b.announced; });
  return result;
}

}  // namespace summitry
