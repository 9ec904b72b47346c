#include "exporters/interchange/attributes.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "engine/version.hpp"
#include "exporters/edge_summary.hpp"

namespace summitry::interchange {
namespace {

using Attributes = std::vector<Attribute>;

// The weight of a relation, in a Graph without weights. No column of the data is written so.
constexpr const char* kRelationWeight = "relation-weight";

Value text(std::string_view words) {
  return words.empty() ? Value() : Value(std::string(words));
}

Value number(double figure) {
  return std::isnan(figure) ? Value() : Value(figure);
}

template <class T>
Value maybe(const std::optional<T>& held) {
  return held ? Value(*held) : Value();
}

// A field of the entity behind a vertex.
template <class Field>
Attribute of_entity(const ExportParts& parts, std::string name, ColumnType type, Field field) {
  return {std::move(name), type, [&network = parts.network, &graph = parts.graph, field](auto v) {
            return field(network.entity(graph.entity(static_cast<VertexId>(v))));
          }};
}

void add_fields(const ExportParts& parts, Attributes& to) {
  const auto add = [&](const char* name, ColumnType type, auto field) {
    to.push_back(of_entity(parts, name, type, field));
  };
  add("name", ColumnType::text, [](const Entity& e) { return text(e.name); });
  add("kind", ColumnType::text, [](const Entity& e) { return text(e.kind); });
  add("subtype", ColumnType::text, [](const Entity& e) { return text(e.subtype); });
  add("iso3", ColumnType::text, [](const Entity& e) { return text(e.iso3); });
  add("aliases", ColumnType::list,
      [](const Entity& e) { return e.aliases.empty() ? Value() : Value(e.aliases); });
  add("description", ColumnType::text, [](const Entity& e) { return text(e.description); });
  add("from", ColumnType::date, [](const Entity& e) { return maybe(e.active.from); });
  add("to", ColumnType::date, [](const Entity& e) { return maybe(e.active.to); });
  add("sources", ColumnType::integer,
      [](const Entity& e) { return Value(static_cast<std::int64_t>(e.citations.size())); });
}

void add_columns(const ExportParts& parts, Attributes& to) {
  for (const Column& column : parts.network.entity_columns()) {
    to.push_back({column.info().name, column.info().type, [&column, &graph = parts.graph](auto v) {
                    return column.value(graph.entity(static_cast<VertexId>(v)));
                  }});
  }
}

void add_communities(const NamedPartition& found, Attributes& to) {
  to.push_back({"community", ColumnType::integer, [&found](auto v) {
                  return Value(static_cast<std::int64_t>(found.partition.community[v]));
                }});
  if (!found.descriptions.empty()) {
    to.push_back({"community-name", ColumnType::text, [&found](auto v) {
                    return text(found.descriptions[found.partition.community[v]].name);
                  }});
  }
  if (found.stability && !found.stability->confidence.empty()) {
    to.push_back({"community-confidence", ColumnType::number,
                  [&found](auto v) { return number(found.stability->confidence[v]); }});
  }
}

// What edges are asked again and again is worked out once.
struct Edges {
  std::vector<EdgeSummary> summaries;
  std::vector<double> weights;
};

std::shared_ptr<const Edges> summaries(const ExportParts& parts) {
  auto edges = std::make_shared<Edges>();
  edges->weights = parts.graph.edge_weights();
  edges->summaries.reserve(parts.graph.edge_count());
  for (EdgeId e = 0; e < parts.graph.edge_count(); ++e) {
    const double* weight = edges->weights.empty() ? nullptr : &edges->weights[e];
    edges->summaries.push_back(summarise(parts.network, parts.graph, e, weight));
  }
  return edges;
}

void add_summaries(const ExportParts& parts, Attributes& to) {
  const auto edges = summaries(parts);
  const auto add = [&](const char* name, ColumnType type, auto field) {
    to.push_back({name, type, [edges, field](auto e) { return field(edges->summaries[e]); }});
  };
  const auto date = [](const std::string& when) {
    return when.empty() ? Value() : maybe(parse_date(when));
  };
  add("type", ColumnType::text, [](const EdgeSummary& e) { return text(e.types); });
  add("status", ColumnType::text, [](const EdgeSummary& e) { return text(e.statuses); });
  add("role", ColumnType::text, [](const EdgeSummary& e) { return text(e.roles); });
  add("summit", ColumnType::text, [](const EdgeSummary& e) { return text(e.summits); });
  add("from", ColumnType::date, [date](const EdgeSummary& e) { return date(e.from); });
  add("to", ColumnType::date, [date](const EdgeSummary& e) { return date(e.to); });
  if (parts.graph.weighted()) {
    to.push_back(
        {"weight", ColumnType::number, [edges](auto e) { return number(edges->weights[e]); }});
  }
  add("relations", ColumnType::integer,
      [](const EdgeSummary& e) { return Value(static_cast<std::int64_t>(e.relations)); });
  add("sources", ColumnType::integer,
      [](const EdgeSummary& e) { return Value(static_cast<std::int64_t>(e.sources)); });
}

// A field of the relation of an edge that stands for one.
template <class Field>
Attribute of_relation(const ExportParts& parts, std::string name, ColumnType type, Field field) {
  return {std::move(name), type, [&graph = parts.graph, field](std::size_t e) {
            const auto relations = graph.relations(static_cast<EdgeId>(e));
            return relations.size() == 1 ? field(relations.front()) : Value();
          }};
}

void add_single(const ExportParts& parts, Attributes& to) {
  const Network& network = parts.network;
  const auto add = [&](const char* name, ColumnType type, auto field) {
    to.push_back(of_relation(parts, name, type, [&network, field](RelationIndex r) {
      return field(network.relation(r));
    }));
  };
  if (!parts.graph.weighted()) {  // what other programs call a weight they use unasked
    add(kRelationWeight, ColumnType::number, [](const Relation& r) { return maybe(r.weight); });
    to.back().own_name = "weight";
  }
  add("amount", ColumnType::number, [](const Relation& r) { return maybe(r.amount); });
  add("currency", ColumnType::text, [](const Relation& r) { return text(r.currency); });
  add("confidence", ColumnType::text,
      [](const Relation& r) { return text(to_string(r.confidence)); });
  add("note", ColumnType::text, [](const Relation& r) { return text(r.note); });
  for (const Column& column : network.relation_columns()) {
    to.push_back(of_relation(parts, column.info().name, column.info().type,
                             [&column](RelationIndex r) { return column.value(r); }));
    if (column.info().name == kRelationWeight) rename(to.back(), "relation-relation-weight");
  }
}

std::string joined(const Parameters& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    out.append(out.empty() ? "" : "; ").append(name).append("=").append(value);
  }
  return out;
}

}  // namespace

std::vector<Attribute> used(std::vector<Attribute> attributes, std::size_t count) {
  const auto missing = [count](const Attribute& attribute) {
    for (std::size_t id = 0; id < count; ++id) {
      if (!std::holds_alternative<std::monostate>(attribute.value(id))) return false;
    }
    return true;
  };
  std::erase_if(attributes, missing);
  return attributes;
}

std::vector<Attribute> vertex_attributes(const ExportParts& parts) {
  Attributes all;
  add_fields(parts, all);
  add_columns(parts, all);
  all = used(std::move(all), parts.graph.vertex_count());
  if (parts.scores != nullptr) {
    for (const NamedScores& scores : *parts.scores) {
      all.push_back({scores.name, ColumnType::number,
                     [&scores](auto v) { return number(scores.scores.values[v]); }});
    }
  }
  if (parts.communities != nullptr) add_communities(*parts.communities, all);
  return all;
}

std::vector<Attribute> edge_attributes(const ExportParts& parts) {
  Attributes all;
  add_summaries(parts, all);
  add_single(parts, all);
  return used(std::move(all), parts.graph.edge_count());
}

std::vector<std::pair<std::string, std::string>> graph_attributes(const ExportParts& parts) {
  const Dataset& dataset = parts.network.dataset();
  std::vector<std::pair<std::string, std::string>> all = {
      {"dataset", dataset.name},
      {"title", dataset.title},
      {"version", dataset.version},
      {"citation", dataset.citation},
      {"description", dataset.description},
      {"hash", parts.network.content_hash()},
      {"made-by", "Summitry " + std::string(version())}};
  if (parts.provenance != nullptr) {
    all.emplace_back("selection", joined(parts.provenance->selection));
    all.emplace_back("options", joined(parts.provenance->options));
    all.emplace_back("command", parts.provenance->command);
  }
  if (parts.scores != nullptr) {
    for (const NamedScores& scores : *parts.scores) {
      const std::string how = joined(scores.parameters);
      all.emplace_back("measure-" + scores.name,
                       scores.reference + (how.empty() ? "" : "; " + how));
    }
  }
  if (parts.communities != nullptr) {
    const std::string how = joined(parts.communities->parameters);
    all.emplace_back("communities", parts.communities->title + ": " + parts.communities->reference +
                                        (how.empty() ? "" : "; " + how));
  }
  std::erase_if(all, [](const auto& one) { return one.second.empty(); });
  return all;
}

std::vector<std::string> distinct_names(std::vector<std::string> names, std::string_view prefix,
                                        std::span<const std::string_view> reserved) {
  std::set<std::string> taken;
  for (const std::string_view name : reserved) taken.insert(lower(name));
  std::set<std::string> later;  // so that a new name takes nobody's own
  for (const std::string& name : names) later.insert(lower(name));
  for (std::string& name : names) {
    if (taken.insert(lower(name)).second) continue;
    const std::string base = std::string(prefix) + '-' + name;
    name = base;
    for (int n = 2; taken.contains(lower(name)) || later.contains(lower(name)); ++n) {
      name = base + '-' + std::to_string(n);
    }
    taken.insert(lower(name));
  }
  return names;
}

void rename(Attribute& attribute, std::string name) {
  if (name == attribute.name) return;
  if (attribute.own_name.empty()) attribute.own_name = std::move(attribute.name);
  attribute.name = std::move(name);
}

void make_distinct(std::vector<Attribute>& attributes, std::string_view prefix,
                   std::span<const std::string_view> reserved) {
  std::vector<std::string> names;
  names.reserve(attributes.size());
  for (const Attribute& attribute : attributes) names.push_back(attribute.name);
  names = distinct_names(std::move(names), prefix, reserved);
  for (std::size_t i = 0; i < attributes.size(); ++i) rename(attributes[i], std::move(names[i]));
}

}  // namespace summitry::interchange
