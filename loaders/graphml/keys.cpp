// The keys of a GraphML file. See keys.hpp.
#include "loaders/graphml/keys.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "engine/names.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/marks.hpp"

namespace summitry::graphml {
namespace {

struct TypeName {
  std::string_view name;
  ColumnType type;
};
// The format's own six, and what graph-tool and Gephi write beside them.
constexpr std::array<TypeName, 11> kTypes{{{"string", ColumnType::text},
                                           {"boolean", ColumnType::boolean},
                                           {"int", ColumnType::integer},
                                           {"long", ColumnType::integer},
                                           {"float", ColumnType::number},
                                           {"double", ColumnType::number},
                                           {"short", ColumnType::integer},
                                           {"integer", ColumnType::integer},
                                           {"byte", ColumnType::integer},
                                           {"char", ColumnType::text},
                                           {"long double", ColumnType::number}}};

constexpr std::array<std::string_view, 7> kOwners{"all",  "graph",     "node",    "edge",
                                                  "port", "hyperedge", "endpoint"};

ColumnType type_of(Remarks& remarks, const XmlElement& key) {
  const Cell given = key.attribute("attr.type");
  if (given.text.empty()) return ColumnType::text;
  const auto* const found =
      std::find_if(kTypes.begin(), kTypes.end(),
                   [&given](const TypeName& known) { return known.name == given.text; });
  if (found != kTypes.end()) return found->type;
  remarks.once(given, "unknown attribute type " + in_quotes(given.text) + ", read as text",
               "the format has boolean, int, long, float, double and string");
  return ColumnType::text;
}

TypedField field_of(Remarks& remarks, const XmlElement& key) {
  TypedField field;
  field.id = key.attribute("id");
  field.name = key.has("attr.name") ? key.attribute("attr.name") : field.id;
  field.type = type_of(remarks, key);
  read_marks(key, field);
  const XmlElement fallback = key.child("default");
  if (fallback && !fallback.text().text.empty()) field.fallback = fallback.text();
  return field;
}

void add_key(NetworkBuilder& builder, Remarks& remarks, const XmlElement& key, Keys& keys) {
  const Cell id = key.attribute("id");
  const Cell owner = key.attribute("for");
  const std::string_view of = owner.text.empty() ? "all" : owner.text;
  if (id.text.empty()) {
    builder.error(id, "a key without an id", R"(write <key id="d0" …>)");
  } else if (std::find(kOwners.begin(), kOwners.end(), of) == kOwners.end()) {
    builder.error(owner, unknown_name("owner of a key", of, kOwners), "write node, edge or graph");
  } else if (key.has("yfiles.type")) {
    keys.drawn.insert(id.text);
  } else {
    const TypedField field = field_of(remarks, key);
    if (of == "node" || of == "all") keys.of_nodes.push_back(field);
    if (of == "edge" || of == "all") keys.of_edges.push_back(field);
    if (of == "graph" || of == "all") keys.of_graph.emplace(id.text, field.name.text);
  }
}

}  // namespace

Keys read_keys(NetworkBuilder& builder, Remarks& remarks, const XmlElement& root) {
  Keys keys;
  for (XmlElement child = root.first(); child; child = child.next()) {
    if (child.name() == "key") add_key(builder, remarks, child, keys);
  }
  return keys;
}

bool begins_with_looks(const std::vector<TypedField>& of_nodes) {
  constexpr std::array<std::string_view, 4> kLooks{"x", "y", "size", "color"};
  if (of_nodes.size() < kLooks.size()) return false;
  return std::equal(
      kLooks.begin(), kLooks.end(), of_nodes.begin(),
      [](std::string_view look, const TypedField& field) { return field.name.text == look; });
}

Cell drawn_label(const XmlElement& data, std::string_view name) {
  std::vector<XmlElement> open = {data.first()};
  while (!open.empty()) {
    const XmlElement element = open.back();
    open.pop_back();
    if (!element) continue;
    if (element.name() == name) {
      const Cell text = element.text();
      if (text.text.find_first_not_of(" \t\r\n") != std::string_view::npos) return text;
    }
    open.push_back(element.next());
    open.push_back(element.first());
  }
  return {};
}

}  // namespace summitry::graphml
