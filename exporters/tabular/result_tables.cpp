#include "exporters/tabular/result_tables.hpp"

#include <cmath>
#include <memory>
#include <utility>

#include "engine/table.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"
#include "exporters/tabular/continuity_tables.hpp"

namespace summitry::tabular {
namespace {

TableCell text(std::string_view words) {
  return words.empty() ? TableCell() : TableCell(std::string(words));
}

TableCell count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

// Missing where it is not a number.
void add_number(std::vector<TableCell>& row, double value) {
  row.emplace_back();
  if (!std::isnan(value)) row.back() = value;
}

// The narrowest type that every cell of the column has.
std::string type_of(const Table& table, std::size_t column) {
  bool integers = true;
  for (const auto& row : table.rows) {
    if (std::holds_alternative<std::string>(row[column])) return "string";
    if (std::holds_alternative<double>(row[column])) integers = false;
  }
  return integers ? "integer" : "number";
}

// `refers_to` names for each column, as far as it goes, the table whose key its cells are.
PackageTable finished(std::string name, std::string title, Table table,
                      const std::vector<std::string>& refers_to = {}) {
  const auto held = std::make_shared<const Table>(std::move(table));
  PackageTable made{std::move(name), std::move(title), "", {}, held->rows.size()};
  for (std::size_t c = 0; c < held->columns.size(); ++c) {
    PackageColumn column;
    column.name = held->columns[c];
    column.type = type_of(*held, c);
    if (c < refers_to.size()) column.refers_to = refers_to[c];
    column.cell = [held, c](std::size_t row) { return to_string(held->rows[row][c]); };
    made.columns.push_back(std::move(column));
  }
  return made;
}

PackageTable about(const ExportParts& parts) {
  Table table;
  table.columns = {"item", "value"};
  for (const auto& [name, value] : interchange::graph_attributes(parts)) {
    table.rows.push_back({name, value});
  }
  const Dataset& dataset = parts.network.dataset();
  table.rows.push_back({std::string("directed"), std::string(dataset.directed ? "yes" : "no")});
  if (!dataset.description.empty()) {
    table.rows.push_back({std::string("description"), dataset.description});
  }
  for (const std::string& licence : dataset.licences) {
    table.rows.push_back({std::string("licence"), licence});
  }
  return finished("about", "About these tables", std::move(table));
}

// Citations and whoever counts rows refer to relations by their number.
PackageTable numbered_relations(const Network& network) {
  PackageTable table = relations_table(network);
  PackageColumn number;
  number.name = "relation";
  number.type = "integer";
  number.required = true;
  number.cell = [](std::size_t row) { return std::to_string(row + 1); };
  table.columns.insert(table.columns.begin(), std::move(number));
  table.key = "relation";
  return table;
}

PackageTable citations(const Network& network) {
  Table table;
  table.columns = {"entity", "relation", "source", "locator"};
  const auto add = [&](const TableCell& entity, const TableCell& relation, const Citation& cited) {
    if (cited.source == kNone) return;
    table.rows.push_back(
        {entity, relation, network.sources()[cited.source].id, text(cited.locator)});
  };
  for (const Entity& entity : network.entities()) {
    for (const Citation& cited : entity.citations) add(entity.id, {}, cited);
  }
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    for (const Citation& cited : network.relation(r).citations) {
      add({}, count(std::size_t{r} + 1), cited);
    }
  }
  return finished("citations", "What cites which source", std::move(table),
                  {"entities", "relations", "sources"});
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : "|").append(word);
  return all;
}

PackageTable series(const Network& network) {
  Table table;
  table.columns = {"series", "name", "position", "edition", "participation"};
  for (const Series& one : network.series()) {
    for (std::size_t i = 0; i < one.editions.size(); ++i) {
      table.rows.push_back({one.id, text(one.name), count(i + 1),
                            network.entity(one.editions[i]).id, text(listed(one.participation))});
    }
  }
  return finished("series", "Editions of series", std::move(table), {"", "", "", "entities"});
}

PackageTable containers(const Network& network) {
  Table table;
  table.columns = {"entity", "type"};
  for (const Container& one : network.containers()) {
    table.rows.push_back({network.entity(one.entity).id, one.type});
  }
  return finished("containers", "Entities that stand for others", std::move(table), {"entities"});
}

PackageTable relation_types(const Network& network) {
  Table table;
  table.columns = {"type", "title", "description", "source_kinds", "target_kinds", "during_summit"};
  for (const RelationRule& rule : network.rules()) {
    table.rows.push_back({rule.type, text(rule.title), text(rule.description),
                          text(listed(rule.sources)), text(listed(rule.targets)),
                          count(rule.during_summit ? 1 : 0)});
  }
  return finished("relation_types", "Rules of relation types", std::move(table));
}

// Attributes have the last columns of their tables, there under a name that is nobody else's.
void add_attributes(Table& to, const PackageTable& table, std::span<const Column> columns) {
  const std::size_t before = table.columns.size() - columns.size();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const ColumnInfo& info = columns[c].info();
    to.rows.push_back({table.name, table.columns[before + c].name, info.name,
                       std::string(to_string(info.type)), text(info.title),
                       text(info.description)});
  }
}

PackageTable attributes(const Network& network, const PackageTable& entities,
                        const PackageTable& relations) {
  Table table;
  table.columns = {"table_name", "column_name", "name", "type", "title", "description"};
  add_attributes(table, entities, network.entity_columns());
  add_attributes(table, relations, network.relation_columns());
  return finished("attributes", "What the further columns of entities and relations are",
                  std::move(table));
}

TableCell cell(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return text(to_string(value));
}

// What the summary says of every edge; columns of relations are in their own table.
PackageTable edges(const ExportParts& parts) {
  const auto attributes = interchange::edge_attributes(parts);
  Table table;
  table.columns = {"source", "target"};
  for (const auto& attribute : attributes) table.columns.push_back(attribute.name);
  const std::vector<Edge> all = asserted_edges(parts.network, parts.graph);
  const auto id = [&](VertexId v) { return parts.network.entity(parts.graph.entity(v)).id; };
  for (EdgeId e = 0; e < all.size(); ++e) {
    std::vector<TableCell> row = {id(all[e].source), id(all[e].target)};
    for (const auto& attribute : attributes) row.push_back(cell(attribute.value(e)));
    table.rows.push_back(std::move(row));
  }
  return finished("edges", "Edges of the selected graph", std::move(table),
                  {"entities", "entities"});
}

Table identities(const ExportParts& parts) {
  Table table;
  table.columns = {"entity", "kind", "name"};
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    const Entity& entity = parts.network.entity(parts.graph.entity(v));
    table.rows.push_back({entity.id, entity.kind, text(entity.name)});
  }
  return table;
}

PackageTable measures(const ExportParts& parts) {
  Table table = identities(parts);
  for (const NamedScores& scores : *parts.scores) {
    table.columns.push_back(scores.name);
    for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
      const double value = scores.scores.values[v];
      add_number(table.rows[v], value);
    }
  }
  PackageTable made =
      finished("measures", "Measures of the selected graph", std::move(table), {"entities"});
  // Whole in every row by chance, a measure is a number all the same.
  for (std::size_t c = 3; c < made.columns.size(); ++c) made.columns[c].type = "number";
  return made;
}

std::string joined(const Parameters& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    out.append(out.empty() ? "" : "; ").append(name).append("=").append(value);
  }
  return out;
}

PackageTable methods(const ExportParts& parts) {
  Table table;
  table.columns = {"method", "title", "parameters", "reference"};
  if (parts.scores != nullptr) {
    for (const NamedScores& one : *parts.scores) {
      table.rows.push_back({one.name, one.title, text(joined(one.parameters)), one.reference});
    }
  }
  if (parts.communities != nullptr) {
    const NamedPartition& one = *parts.communities;
    table.rows.push_back({one.name, one.title, text(joined(one.parameters)), one.reference});
  }
  return finished("methods", "Methods of the figures", std::move(table));
}

PackageTable communities(const ExportParts& parts) {
  const NamedPartition& found = *parts.communities;
  Table table = identities(parts);
  table.columns.insert(table.columns.end(), {"community", "community_name", "confidence"});
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    const std::uint32_t community = found.partition.community[v];
    table.rows[v].push_back(count(community));
    table.rows[v].push_back(
        text(found.descriptions.empty() ? std::string_view() : found.descriptions[community].name));
    const bool sure = found.stability && !found.stability->confidence.empty();
    add_number(table.rows[v], sure ? found.stability->confidence[v] : std::nan(""));
  }
  return finished("communities", "Who is in which community", std::move(table), {"entities"});
}

void distinguish_columns(PackageTable& table) {
  std::vector<std::string> names;
  names.reserve(table.columns.size());
  for (const PackageColumn& column : table.columns) names.push_back(column.name);
  names = interchange::distinct_names(std::move(names), "data", {});
  for (std::size_t c = 0; c < names.size(); ++c) table.columns[c].name = std::move(names[c]);
}

}  // namespace

std::vector<PackageTable> result_tables(const ExportParts& parts) {
  const Network& network = parts.network;
  std::vector<PackageTable> tables = {about(parts), entities_table(network),
                                      numbered_relations(network)};
  const auto add = [&](PackageTable table) {
    if (table.rows > 0) tables.push_back(std::move(table));
  };
  add(citations(network));
  add(sources_table(network));
  add(claims_table(network));
  add(series(network));
  add(edges(parts));
  if (parts.scores != nullptr) add(measures(parts));
  add(methods(parts));
  if (parts.communities != nullptr) add(communities(parts));
  if (parts.continuity != nullptr) {
    add(finished("editions", "Editions of the series", editions(network, *parts.continuity),
                 {"", "", "entities"}));
    add(finished("transitions", "From one edition to the next",
                 transitions(network, *parts.continuity), {"entities", "entities"}));
    add(finished("participation", "Who took part in which edition",
                 participation(network, *parts.continuity), {"entities", "entities"}));
  }
  add(containers(network));
  add(relation_types(network));
  for (PackageTable& table : tables) distinguish_columns(table);
  add(attributes(network, tables[1], tables[2]));
  return tables;
}

}  // namespace summitry::tabular
