#include "algorithms/communities/portraits/traits.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace summitry::communities {
namespace {

using ByValue = std::map<std::string, std::vector<VertexId>>;

class Collector {
 public:
  Collector(const Network& network, const Graph& graph, const TraitLimits& limits)
      : network_(network), graph_(graph), limits_(limits) {
    vertex_of_.assign(network.entities().size(), kNone);
    for (VertexId v = 0; v < graph.vertex_count(); ++v) vertex_of_[graph.entity(v)] = v;
  }

  void add_kinds() {
    ByValue kinds;
    ByValue subtypes;
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      const Entity& entity = network_.entity(graph_.entity(v));
      kinds[entity.kind].push_back(v);
      if (!entity.subtype.empty()) subtypes[entity.subtype].push_back(v);
    }
    add("kind", kinds);
    add("subtype", subtypes);
  }

  void add_columns() {
    for (const Column& column : network_.entity_columns()) {
      const ColumnType type = column.info().type;
      if (type != ColumnType::text && type != ColumnType::boolean && type != ColumnType::list) {
        continue;
      }
      ByValue values;
      for (VertexId v = 0; v < graph_.vertex_count() && values.size() <= limits_.most_values; ++v) {
        if (!column.missing(graph_.entity(v))) add_value(column.value(graph_.entity(v)), v, values);
      }
      if (values.size() <= limits_.most_values) add(column.info().name, values);
    }
  }

  void add_relations(std::span<const RelationIndex> relations) {
    std::map<std::tuple<Trait::Of, std::string, EntityIndex>, std::vector<VertexId>> tied;
    for (const RelationIndex index : relations) {
      const Relation relation = network_.relation(index);
      if (network_.entity(relation.source).kind == network_.entity(relation.target).kind) continue;
      std::string type(relation.type);
      if (relation.status != Status::realised) {
        type += " (" + std::string(to_string(relation.status)) + ")";
      }
      const VertexId source = vertex_of_[relation.source];
      const VertexId target = vertex_of_[relation.target];
      if (source != kNone) tied[{Trait::Of::tied_to, type, relation.target}].push_back(source);
      if (target != kNone) tied[{Trait::Of::tied_from, type, relation.source}].push_back(target);
    }
    for (auto& [key, vertices] : tied) {
      const auto& [of, type, entity] = key;
      const Entity& other = network_.entity(entity);
      add_one({of, type, other.name.empty() ? other.id : other.name, other.id},
              std::move(vertices));
    }
  }

  [[nodiscard]] std::vector<Shared> take() { return std::move(traits_); }

 private:
  static void add_value(const Value& value, VertexId v, ByValue& values) {
    if (const auto* list = std::get_if<List>(&value)) {
      for (const std::string& item : *list) values[item].push_back(v);
    } else {
      values[to_string(value)].push_back(v);
    }
  }

  // Takes the vertices out of `values`.
  void add(const std::string& column, ByValue& values) {
    for (auto& [value, vertices] : values) {
      if (!value.empty()) {
        add_one({Trait::Of::attribute, column, value, ""}, std::move(vertices));
      }
    }
  }

  void add_one(Trait trait, std::vector<VertexId> vertices) {
    std::sort(vertices.begin(), vertices.end());
    vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
    if (vertices.size() < limits_.least || vertices.size() == graph_.vertex_count()) return;
    trait.size = vertices.size();
    traits_.push_back({std::move(trait), std::move(vertices)});
  }

  const Network& network_;
  const Graph& graph_;
  const TraitLimits& limits_;
  std::vector<VertexId> vertex_of_;  // by entity
  std::vector<Shared> traits_;
};

}  // namespace

std::vector<Shared> shared_traits(const Network& network, const Graph& graph,
                                  std::span<const RelationIndex> relations,
                                  const TraitLimits& limits) {
  Collector collector(network, graph, limits);
  collector.add_kinds();
  collector.add_columns();
  collector.add_relations(relations);
  return collector.take();
}

}  // namespace summitry::communities
