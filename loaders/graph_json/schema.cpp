#include "loaders/graph_json/schema.hpp"

#include <optional>
#include <string_view>

#include "engine/column.hpp"

namespace summitry::graph_json {
namespace {

std::string_view text_of(const JsonValue* value) {
  return value != nullptr && value->is(JsonValue::Kind::string) ? std::string_view(value->text)
                                                                : std::string_view();
}

void declare(const JsonValue* attributes, interchange::Facts& facts) {
  if (attributes == nullptr || !attributes->is(JsonValue::Kind::object)) return;
  for (std::size_t i = 0; i < attributes->keys.size(); ++i) {
    const JsonValue& said = attributes->items[i];
    const auto type = parse_column_type(text_of(said.find("type")));
    if (type) facts.declare(attributes->keys[i], *type, text_of(said.find("name")));
  }
}

}  // namespace

void read_schema(const JsonValue& schema, interchange::ForeignGraph& graph) {
  if (schema.is(JsonValue::Kind::string)) {
    const JsonDocument document = parse_json(schema.text);
    if (document.root && document.root->is(JsonValue::Kind::object)) {
      read_schema(*document.root, graph);
    }
    return;
  }
  declare(schema.find("nodes"), graph.of_vertices);
  declare(schema.find("edges"), graph.of_edges);
}

}  // namespace summitry::graph_json
