// A value of an attribute as the formats write it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/column.hpp"
#include "exporters/interchange/attributes.hpp"
#include "exporters/json_writer.hpp"

namespace summitry::interchange {

[[nodiscard]] inline bool missing(const Value& value) {
  return std::holds_alternative<std::monostate>(value);
}

// "long", "double", "boolean" or "string", as GraphML and GEXF name types. Neither has a date, and
// GraphML has no list.
[[nodiscard]] std::string_view xml_type(ColumnType type);

// As XML Schema writes it: infinities are INF, lists are joined by `|`.
[[nodiscard]] std::string xml_value(const Value& value);

// Lists become arrays, dates text; what is not a finite number becomes null.
void write_value(JsonWriter& json, const Value& value);

// `{"nodes": {"since": {"type": "date"}, …}, "edges": {…}}`: what JSON does not tell about attributes, their
// types, and the `name` of those that are written under another.
void write_schema(JsonWriter& json, std::span<const Attribute> of_vertices,
                  std::span<const Attribute> of_edges, JsonWriter::Layout layout);

// A field for each attribute that has a value for this id.
void write_fields(JsonWriter& json, std::span<const Attribute> attributes, std::size_t id);

}  // namespace summitry::interchange
