// What vertices, edges and the graph itself carry into other programs: the data's own fields and
// columns, and beside them the measures and communities, each with a name and a type.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/column.hpp"
#include "exporters/export_parts.hpp"

namespace summitry::interchange {

struct Attribute {
  std::string name;
  ColumnType type = ColumnType::text;
  std::function<Value(std::size_t)> value;  // by id; missing where there is none
  std::string own_name = {};  // in the data, where it is written under another; else empty
};

// `name`, `kind`, … and the columns of entities, then the measures by their names, then `community`,
// `community-name` and `community-confidence`. Fields that nobody has are left out. Valid as long as
// the parts.
[[nodiscard]] std::vector<Attribute> vertex_attributes(const ExportParts& parts);

// `type`, `status`, …, `relations` and `sources` (counts), and `weight` where the Graph has weights. Of
// several relations in one edge the distinct values are joined by `|`; amount, currency, confidence,
// note, the columns of relations and, in a Graph without weights, `relation-weight` are those of edges
// that stand for one relation.
[[nodiscard]] std::vector<Attribute> edge_attributes(const ExportParts& parts);

// The data set, the selection and the options of every result, in words.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> graph_attributes(
    const ExportParts& parts);

// Renames what other programs would take for the same: names that a format reserves and those that
// differ in case alone become `PREFIX-name`, with a number where that is taken too. An attribute keeps
// its `own_name` beside the new one.
[[nodiscard]] std::vector<std::string> distinct_names(std::vector<std::string> names,
                                                      std::string_view prefix,
                                                      std::span<const std::string_view> reserved);
void rename(Attribute& attribute, std::string name);
void make_distinct(std::vector<Attribute>& attributes, std::string_view prefix,
                   std::span<const std::string_view> reserved);

// Without those that are missing everywhere among `count` ids.
[[nodiscard]] std::vector<Attribute> used(std::vector<Attribute> attributes, std::size_t count);

}  // namespace summitry::interchange
