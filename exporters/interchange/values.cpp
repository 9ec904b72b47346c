#include "exporters/interchange/values.hpp"

#include <cmath>

namespace summitry::interchange {

std::string_view xml_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "long";
    case ColumnType::number:
      return "double";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::text:
    case ColumnType::date:
    case ColumnType::list:
      return "string";
  }
  return "string";
}

std::string xml_value(const Value& value) {
  const auto* number = std::get_if<double>(&value);
  if (number != nullptr && std::isinf(*number)) return *number < 0.0 ? "-INF" : "INF";
  return to_string(value);
}

void write_value(JsonWriter& json, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    json.value(*integer);
  } else if (const auto* number = std::get_if<double>(&value)) {
    json.value(*number);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    json.value(*truth);
  } else if (const auto* list = std::get_if<List>(&value)) {
    json.begin_array(JsonWriter::Layout::line);
    for (const std::string& item : *list) json.value(item);
    json.end();
  } else if (missing(value)) {
    json.value(nullptr);
  } else {
    json.value(to_string(value));
  }
}

void write_schema(JsonWriter& json, std::span<const Attribute> of_vertices,
                  std::span<const Attribute> of_edges, JsonWriter::Layout layout) {
  const auto write = [&json](std::string_view key, std::span<const Attribute> attributes) {
    json.key(key);
    json.begin_object();
    for (const Attribute& attribute : attributes) {
      json.key(attribute.name);
      json.begin_object(JsonWriter::Layout::line);
      json.field("type", to_string(attribute.type));
      json.field_if("name", attribute.own_name);
      json.end();
    }
    json.end();
  };
  json.begin_object(layout);
  write("nodes", of_vertices);
  write("edges", of_edges);
  json.end();
}

void write_fields(JsonWriter& json, std::span<const Attribute> attributes, std::size_t id) {
  for (const Attribute& attribute : attributes) {
    const Value value = attribute.value(id);
    if (missing(value)) continue;
    json.key(attribute.name);
    write_value(json, value);
  }
}

}  // namespace summitry::interchange
