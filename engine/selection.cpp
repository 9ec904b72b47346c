#include "engine/selection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "engine/counting_sort.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"
#include "engine/roll_up.hpp"

namespace summitry {
namespace {

std::vector<bool> flags(std::span<const std::string> wanted, const std::vector<Counted>& known,
                        std::string_view what) {
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const Counted& one : known) names.push_back(one.name);
  std::vector<bool> chosen(names.size(), wanted.empty());
  for (const std::string& name : wanted) {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    if (found == names.end() || *found != name) throw UnknownName(unknown_name(what, name, names));
    chosen[static_cast<std::size_t>(found - names.begin())] = true;
  }
  return chosen;
}

// Which entities have one of the wanted kinds.
std::vector<bool> selected_entities(const Network& network, const Selection& selection) {
  const std::vector<Counted> kinds = network.kinds();
  const std::vector<bool> chosen = flags(selection.kinds, kinds, "kind");
  std::set<std::string_view> wanted;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (chosen[i]) wanted.insert(kinds[i].name);
  }
  std::vector<bool> selected;
  selected.reserve(network.entities().size());
  for (const Entity& entity : network.entities()) selected.push_back(wanted.contains(entity.kind));
  return selected;
}

// The tests on a relation itself, its ends apart.
class RelationFilter {
 public:
  RelationFilter(const Network& network, const Selection& selection) : selection_(&selection) {
    const std::vector<Counted> types = network.relation_types();
    const std::vector<bool> chosen = flags(selection.relations, types, "relation type");
    all_types_ = std::all_of(chosen.begin(), chosen.end(), [](bool one) { return one; });
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (chosen[i]) types_.insert(types[i].name);
    }
    for (const Status status : selection.statuses)
      statuses_[static_cast<std::size_t>(status)] = true;
    if (!selection.at.empty()) at_ = network.index_of(selection.at);
    dated_ = selection.from.has_value() || selection.to.has_value();
  }

  [[nodiscard]] bool takes(const Relation& relation) const {
    return statuses_[static_cast<std::size_t>(relation.status)] &&
           relation.confidence <= selection_->least_confidence &&
           (all_types_ || types_.contains(relation.type)) && belongs(relation) && timely(relation);
  }

 private:
  [[nodiscard]] bool belongs(const Relation& relation) const {
    if (at_ == kNone) return true;
    return relation.summit == at_ || relation.source == at_ || relation.target == at_;
  }
  [[nodiscard]] bool timely(const Relation& relation) const {
    if (!dated_) return true;
    Interval when = relation.when;
    if (!when.from && !when.to) return false;
    if (when.from && !when.to) when.to = when.from;  // an event of that date
    return overlap(when, {selection_->from, selection_->to});
  }

  const Selection* selection_;
  std::set<std::string, std::less<>> types_;
  std::array<bool, 5> statuses_{};
  bool all_types_ = false;
  bool dated_ = false;
  EntityIndex at_ = kNone;
};

// The weight of every relation by the selection's column; nothing chosen, nothing read.
class WeightReader {
 public:
  WeightReader(const Network& network, const std::string& name) : network_(&network), name_(name) {
    if (name == "weight" || name == "amount" || name.empty()) return;
    std::vector<std::string_view> known{"weight", "amount"};
    for (const Column& column : network.relation_columns()) known.push_back(column.info().name);
    const auto found = std::find(known.begin() + 2, known.end(), name);
    if (found == known.end()) throw UnknownName(unknown_name("weight", name, known));
    column_ = &network.relation_column(name);
  }

  [[nodiscard]] double operator()(RelationIndex index) {
    const Relation relation = network_->relation(index);
    std::optional<double> weight = relation.weight;
    if (name_ == "amount") weight = amount(relation);
    if (column_ != nullptr) weight = column_->number(index);
    if (weight && *weight < 0.0) {
      throw InvalidWeight("weights must not be negative, but " + name_ + " of " +
                          network_->entity(relation.source).id + " " + std::string(relation.type) +
                          " " + network_->entity(relation.target).id + " is " + shortest(*weight) +
                          "; leave out the relations that separate, or use --weights none");
    }
    return weight.value_or(1.0);
  }

 private:
  [[nodiscard]] std::optional<double> amount(const Relation& relation) {
    if (!relation.amount) return std::nullopt;
    if (currency_.empty()) currency_ = relation.currency;
    if (currency_ != relation.currency) {
      throw InvalidWeight("amounts in " + currency_ + " and " + std::string(relation.currency) +
                          " cannot be added; select relations of one currency");
    }
    return relation.amount;
  }

  const Network* network_;
  std::string name_;
  const Column* column_ = nullptr;
  std::string currency_;
};

bool drops_isolates(const Selection& selection) {
  if (selection.isolates != Isolates::automatic) return selection.isolates == Isolates::drop;
  return !selection.at.empty() || selection.from || selection.to;
}

// vertex[entity], or kNone; and the entities that are vertices.
std::pair<std::vector<VertexId>, std::vector<EntityIndex>> number_vertices(
    const std::vector<bool>& selected, std::span<const Assertion> assertions, bool drop_isolates) {
  std::vector<bool> kept = selected;
  if (drop_isolates) {
    kept.assign(selected.size(), false);
    for (const Assertion& assertion : assertions) {
      kept[assertion.source] = true;
      kept[assertion.target] = true;
    }
  }
  std::vector<VertexId> vertex(selected.size(), kNone);
  std::vector<EntityIndex> entities;
  for (EntityIndex entity = 0; entity < kept.size(); ++entity) {
    if (!kept[entity]) continue;
    vertex[entity] = static_cast<VertexId>(entities.size());
    entities.push_back(entity);
  }
  return {std::move(vertex), std::move(entities)};
}

// Edges by their ends, and by their relations where these are the same. Relations come in order
// unless they were rolled up.
std::vector<EdgeId> by_ends(const GraphParts& parts) {
  std::vector<EdgeId> order(parts.edges.size());
  std::iota(order.begin(), order.end(), 0U);
  if (!std::is_sorted(parts.relations.begin(), parts.relations.end())) {
    std::stable_sort(order.begin(), order.end(), [&parts](EdgeId a, EdgeId b) {
      return parts.relations[a] < parts.relations[b];
    });
  }
  sort_by(order, parts.vertices, [&parts](EdgeId e) { return parts.edges[e].target; });
  sort_by(order, parts.vertices, [&parts](EdgeId e) { return parts.edges[e].source; });
  return order;
}

// Makes one edge of all that join the same ends; its weight is the sum.
void merge_parallel(GraphParts& parts) {
  const std::vector<EdgeId> order = by_ends(parts);
  GraphParts merged;
  std::vector<std::uint32_t> begin;
  for (const EdgeId e : order) {
    const double weight = parts.weights.empty() ? 0.0 : parts.weights[e];
    if (merged.edges.empty() || merged.edges.back() != parts.edges[e]) {
      begin.push_back(static_cast<std::uint32_t>(merged.relations.size()));
      merged.edges.push_back(parts.edges[e]);
      if (!parts.weights.empty()) merged.weights.push_back(weight);
    } else if (!parts.weights.empty()) {
      merged.weights.back() += weight;
    }
    // A rolled-up relation can reach the same edge by two ways.
    if (merged.relations.size() > begin.back() && merged.relations.back() == parts.relations[e]) {
      continue;
    }
    merged.relations.push_back(parts.relations[e]);
  }
  begin.push_back(static_cast<std::uint32_t>(merged.relations.size()));
  const bool several = merged.relations.size() != merged.edges.size();
  parts.edges = std::move(merged.edges);
  parts.edges.shrink_to_fit();
  parts.weights = std::move(merged.weights);
  parts.relations = std::move(merged.relations);
  parts.relations.shrink_to_fit();
  if (several) parts.relation_begin = std::move(begin);
}

std::vector<Assertion> assertions_of(const Network& network, const Selection& selection,
                                     const std::vector<bool>& entities) {
  const RelationFilter filter(network, selection);
  std::vector<Assertion> assertions;
  assertions.reserve(network.relation_count());
  for (RelationIndex index = 0; index < network.relation_count(); ++index) {
    const Relation relation = network.relation(index);
    if (!filter.takes(relation)) continue;
    assertions.push_back({relation.source, relation.target, index});
  }
  if (selection.roll_up != RollUp::none) roll_up(network, selection, assertions);
  std::erase_if(assertions, [&entities](const Assertion& assertion) {
    return !entities[assertion.source] || !entities[assertion.target];
  });
  return assertions;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

}  // namespace

Graph select(const Network& network, const Selection& selection) {
  const std::vector<bool> entities = selected_entities(network, selection);
  const std::vector<Assertion> assertions = assertions_of(network, selection, entities);
  auto [vertex, kept] = number_vertices(entities, assertions, drops_isolates(selection));

  GraphParts parts;
  parts.vertices = static_cast<VertexId>(kept.size());
  parts.entities = std::move(kept);
  const bool directed = selection.direction ? *selection.direction == Direction::directed
                                            : network.dataset().directed;
  parts.direction = directed ? Direction::directed : Direction::undirected;
  const bool weighted = !selection.weights.empty() && selection.weights != "none";
  if (weighted) {
    parts.meaning =
        selection.meaning == WeightMeaning::none ? WeightMeaning::strength : selection.meaning;
  }
  WeightReader weight(network, weighted ? selection.weights : std::string());
  parts.edges.reserve(assertions.size());
  parts.relations.reserve(assertions.size());
  for (const Assertion& assertion : assertions) {
    Edge edge{vertex[assertion.source], vertex[assertion.target]};
    if (!directed && edge.source > edge.target) std::swap(edge.source, edge.target);
    parts.edges.push_back(edge);
    parts.relations.push_back(assertion.relation);
    if (weighted) parts.weights.push_back(weight(assertion.relation));
  }
  if (selection.parallel == Parallel::merge) merge_parallel(parts);
  return Graph(std::move(parts));
}

std::vector<RelationIndex> selected_relations(const Network& network, const Selection& selection) {
  std::vector<RelationIndex> relations;
  for (const Assertion& assertion :
       assertions_of(network, selection, selected_entities(network, selection))) {
    relations.push_back(assertion.relation);
  }
  std::sort(relations.begin(), relations.end());
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  return relations;
}

std::vector<std::pair<std::string, std::string>> describe(const Network& network,
                                                          const Selection& selection) {
  std::vector<std::pair<std::string, std::string>> words;
  const auto say = [&words](const char* name, std::string value) {
    words.emplace_back(name, std::move(value));
  };
  say("kinds", selection.kinds.empty() ? "all" : joined(selection.kinds));
  say("relations", selection.relations.empty() ? "all" : joined(selection.relations));
  std::vector<std::string> statuses;
  for (const Status status : selection.statuses) statuses.emplace_back(to_string(status));
  say("status", joined(statuses));
  say("confidence", std::string(to_string(selection.least_confidence)));
  if (!selection.at.empty()) say("at", selection.at);
  if (selection.from) say("from", to_string(*selection.from));
  if (selection.to) say("to", to_string(*selection.to));
  const bool directed = selection.direction ? *selection.direction == Direction::directed
                                            : network.dataset().directed;
  say("direction", directed ? "directed" : "undirected");
  const bool weighted = !selection.weights.empty() && selection.weights != "none";
  say("weights", weighted ? selection.weights : "none");
  if (weighted) {
    say("weights-mean", selection.meaning == WeightMeaning::distance ? "distance" : "strength");
  }
  say("parallel-relations", selection.parallel == Parallel::merge ? "merge" : "keep");
  if (selection.roll_up != RollUp::none) {
    say("roll-up", selection.roll_up == RollUp::members ? "members" : "container");
    if (!selection.containers.empty()) say("containers", joined(selection.containers));
  }
  say("isolates", drops_isolates(selection) ? "drop" : "keep");
  return words;
}

}  // namespace summitry
