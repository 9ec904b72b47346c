// Networks as lines of text, to compare what was saved with what was loaded again.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/number.hpp"
#include "engine/selection.hpp"

namespace summitry::testing {

// "source type target weight" of each relation, sorted.
[[nodiscard]] inline std::vector<std::string> relations(const Network& network) {
  std::vector<std::string> lines;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation r = network.relation(i);
    lines.push_back(network.entity(r.source).id + ' ' + std::string(r.type) + ' ' +
                    network.entity(r.target).id + (r.weight ? ' ' + shortest(*r.weight) : ""));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// Every relation, an edge each.
[[nodiscard]] inline Selection everything() {
  Selection all;
  all.statuses = {Status::planned, Status::announced, Status::realised, Status::declined,
                  Status::withdrawn};
  all.least_confidence = Confidence::unverified;
  all.parallel = Parallel::keep;
  return all;
}

// All that is said in the columns of a row, by name; missing values are left out.
[[nodiscard]] inline std::string values(std::span<const Column> columns, std::size_t row) {
  std::vector<std::string> said;
  for (const Column& column : columns) {
    if (column.missing(row)) continue;
    said.push_back(column.info().name + '=' + to_string(column.value(row)));
  }
  std::sort(said.begin(), said.end());
  std::string line;
  for (const std::string& one : said) line.append(" ").append(one);
  return line;
}

// A line for each entity: its fields but for the sources, and its columns.
[[nodiscard]] inline std::vector<std::string> entities_in_full(const Network& network) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < network.entities().size(); ++i) {
    const Entity& e = network.entities()[i];
    std::string line = e.id + '/' + e.kind + '/' + e.name + '/' + e.description + '/' + e.iso3;
    for (const std::string& alias : e.aliases) line.append("/").append(alias);
    if (e.active.from) line.append(" from ").append(to_string(*e.active.from));
    lines.push_back(line + values(network.entity_columns(), i));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// A line for each relation: its fields but for the sources, and its columns.
[[nodiscard]] inline std::vector<std::string> relations_in_full(const Network& network) {
  std::vector<std::string> lines;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation r = network.relation(i);
    std::string line = network.entity(r.source).id + '/' + std::string(r.type) + '/' +
                       network.entity(r.target).id + '/' + std::string(to_string(r.status)) + '/' +
                       std::string(r.role) + '/' + std::string(r.currency) + '/' +
                       std::string(r.note) + '/' + std::string(to_string(r.confidence));
    if (r.summit != kNone) line.append(" at ").append(network.entity(r.summit).id);
    if (r.when.from) line.append(" from ").append(to_string(*r.when.from));
    if (r.weight) line.append(" weighs ").append(shortest(*r.weight));
    if (r.amount) line.append(" of ").append(shortest(*r.amount));
    lines.push_back(line + values(network.relation_columns(), i));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace summitry::testing
