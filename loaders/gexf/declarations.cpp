// Declarations of a GEXF file. See declarations.hpp.
#include "loaders/gexf/declarations.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "loaders/json.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/marks.hpp"

namespace summitry::gexf {
namespace {

struct TypeName {
  std::string_view name;
  ColumnType type;
};
constexpr std::array<TypeName, 14> kTypes{{{"string", ColumnType::text},
                                           {"integer", ColumnType::integer},
                                           {"long", ColumnType::integer},
                                           {"double", ColumnType::number},
                                           {"float", ColumnType::number},
                                           {"boolean", ColumnType::boolean},
                                           {"anyURI", ColumnType::text},
                                           {"short", ColumnType::integer},
                                           {"byte", ColumnType::integer},
                                           {"char", ColumnType::text},
                                           {"biginteger", ColumnType::text},
                                           {"bigdecimal", ColumnType::text},
                                           {"date", ColumnType::date},
                                           {"int", ColumnType::integer}}};

ColumnType type_of(Remarks& remarks, const Cell& given) {
  if (given.text.starts_with("list")) return ColumnType::list;
  const auto* const found =
      std::find_if(kTypes.begin(), kTypes.end(),
                   [&given](const TypeName& known) { return known.name == given.text; });
  if (found != kTypes.end()) return found->type;
  remarks.once(given, "unknown attribute type " + in_quotes(given.text) + ", read as text",
               "the format has string, integer, long, double, float, boolean and liststring");
  return ColumnType::text;
}

TypedField field_of(Remarks& remarks, const XmlElement& declared) {
  TypedField field;
  field.id = declared.attribute("id");
  field.name = declared.has("title") ? declared.attribute("title") : field.id;
  field.type = type_of(remarks, declared.attribute("type"));
  read_marks(declared, field);
  const XmlElement fallback = declared.child("default");
  if (fallback && !fallback.text().text.empty()) field.fallback = fallback.text();
  return field;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// The items of a list that is written as JSON has it, in which they may hold what divides them.
std::optional<std::string> json_items(std::string_view list) {
  if (!list.starts_with("[\"")) return std::nullopt;
  const JsonDocument document = parse_json(std::string(list));
  if (!document.root || !document.root->is(JsonValue::Kind::array)) return std::nullopt;
  std::string out;
  for (const JsonValue& item : document.root->items) {
    if (&item != document.root->items.data()) out += '|';
    out += item.text;
  }
  return out;
}

}  // namespace

Declarations read_declarations(NetworkBuilder& builder, Remarks& remarks, const XmlElement& graph) {
  Declarations all;
  for (XmlElement group = graph.first(); group; group = group.next()) {
    if (group.name() != "attributes") continue;
    const Cell owner = group.attribute("class");
    if (owner.text != "node" && owner.text != "edge") {
      builder.error(owner, "attributes of the class " + in_quotes(owner.text),
                    "write node or edge");
      continue;
    }
    for (XmlElement one = group.first(); one; one = one.next()) {
      if (one.name() != "attribute") continue;
      (owner.text == "node" ? all.of_nodes : all.of_edges).push_back(field_of(remarks, one));
    }
  }
  return all;
}

std::string with_bars(std::string_view list) {
  list = trimmed(list);
  if (const auto items = json_items(list)) return *items;
  if (list.starts_with('[') && list.ends_with(']')) list = list.substr(1, list.size() - 2);
  char divider = '|';
  for (const char c : {',', ';', '|'}) {
    if (list.find(c) != std::string_view::npos) divider = c;
  }
  std::string out;
  while (true) {
    const std::size_t end = list.find(divider);
    out.append(trimmed(list.substr(0, end)));
    if (end == std::string_view::npos) return out;
    out += '|';
    list.remove_prefix(end + 1);
  }
}

constexpr std::string_view kGoesOn = "  ";  // before the further lines of a text

void describe_by_lines(Dataset& dataset, std::string_view text) {
  std::string name;
  std::string value;
  const auto say = [&] { static_cast<void>(describe_by(dataset, name, value)); };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t colon = line.find(": ");
    if (line.starts_with(kGoesOn)) {
      value.append("\n").append(line.substr(kGoesOn.size()));
    } else if (colon != std::string_view::npos) {
      say();
      name = line.substr(0, colon);
      value = line.substr(colon + 2);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  say();
}

}  // namespace summitry::gexf
