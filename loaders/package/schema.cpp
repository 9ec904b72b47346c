// Table schemas. See schema.hpp.
#include "loaders/package/schema.hpp"

#include <algorithm>
#include <array>

#include "engine/names.hpp"
#include "engine/number.hpp"
#include "loaders/csv.hpp"

namespace summitry::package {
namespace {

struct TypeName {
  std::string_view name;
  ColumnType type;
};

constexpr std::array<TypeName, 11> kTypes{{{"string", ColumnType::text},
                                           {"text", ColumnType::text},
                                           {"any", ColumnType::text},
                                           {"integer", ColumnType::integer},
                                           {"number", ColumnType::number},
                                           {"boolean", ColumnType::boolean},
                                           {"date", ColumnType::date},
                                           {"year", ColumnType::date},
                                           {"yearmonth", ColumnType::date},
                                           {"list", ColumnType::list},
                                           {"array", ColumnType::list}}};

// Types of the standard that have no column type here.
constexpr std::array<std::string_view, 6> kReadAsText{"datetime", "time",     "duration",
                                                      "object",   "geopoint", "geojson"};

ColumnType read_type(NetworkBuilder& builder, const JsonFields& field) {
  const Cell type = field.text("type");
  if (type.text.empty()) return ColumnType::text;
  if (type.text == "string" && field.text("format").text == "list") return ColumnType::list;
  std::vector<std::string_view> known;
  for (const TypeName& entry : kTypes) {
    if (entry.name == type.text) return entry.type;
    known.push_back(entry.name);
  }
  if (std::find(kReadAsText.begin(), kReadAsText.end(), type.text) != kReadAsText.end()) {
    builder.warning(type, "columns of type " + in_quotes(type.text) + " are read as text",
                    "declare it as string, or give dates as date");
    return ColumnType::text;
  }
  const auto guess = nearest(type.text, known);
  builder.error(type, "unknown column type " + in_quotes(type.text),
                guess ? "did you mean " + in_quotes(*guess) + "?"
                      : "write string, integer, number, boolean, date or list");
  return ColumnType::text;
}

std::vector<std::string> strings(const std::vector<Cell>& cells) {
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  for (const Cell& cell : cells) texts.emplace_back(cell.text);
  return texts;
}

void check_format(NetworkBuilder& builder, const Field& field, const Cell& format) {
  if (field.info.type != ColumnType::date) return;
  if (format.text.empty() || format.text == "default" || format.text == "any") return;
  builder.error(format, "dates in the format " + in_quotes(format.text) + " are not read",
                "write YYYY, YYYY-MM or YYYY-MM-DD in the column and delete the format");
}

Field read_field(NetworkBuilder& builder, const JsonValue& value) {
  const JsonFields fields(builder, value, "a field");
  Field field;
  field.name = fields.text("name");
  field.info = {std::string(field.name.text), read_type(builder, fields),
                std::string(fields.text("title").text),
                std::string(fields.text("description").text)};
  field.json_array = fields.text("type").text == "array";
  check_format(builder, field, fields.text("format"));
  field.true_values = strings(fields.texts("trueValues"));
  field.false_values = strings(fields.texts("falseValues"));
  if (const Cell decimal = fields.text("decimalChar"); !decimal.text.empty()) {
    field.decimal = decimal.text;
  }
  field.group = fields.text("groupChar").text;
  if (const Cell delimiter = fields.text("delimiter"); delimiter.text.size() == 1) {
    field.delimiter = delimiter.text[0];
  }
  if (const JsonValue* constraints = fields.object("constraints")) {
    const JsonFields constraint(builder, *constraints, "the constraints");
    field.required = constraint.flag("required");
    for (const JsonValue& item : constraint.array("enum")) field.allowed.push_back(item.text);
  }
  return field;
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
}

// What the schema's own spelling makes of a cell; "" after an error.
std::string respelt_number(NetworkBuilder& builder, const Field& field, const Cell& cell) {
  std::string number(cell.text);
  if (!field.group.empty()) replace_all(number, field.group, "");
  // A point that is no decimal separator must not become one in silence.
  const bool stray_point = field.decimal != "." && number.find('.') != std::string::npos;
  replace_all(number, field.decimal, ".");
  if (!stray_point && parse_number(number)) return number;
  builder.error(cell,
                "bad number " + in_quotes(cell.text) + " in column " + in_quotes(field.info.name),
                "write digits with " + in_quotes(field.decimal) + " as decimal separator");
  return "";
}

std::string respelt_boolean(NetworkBuilder& builder, const Field& field, const Cell& cell) {
  if (contains(field.true_values, cell.text)) return "true";
  if (contains(field.false_values, cell.text)) return "false";
  builder.error(cell, "bad boolean " + in_quotes(cell.text),
                "write one of the schema's trueValues or falseValues");
  return "";
}

std::string joined(NetworkBuilder& builder, const Cell& cell,
                   const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    if (item.find('|') != std::string::npos) {
      builder.error(cell, "a vertical bar within the list item " + in_quotes(item),
                    "lists are kept with bars between their items: use another character");
      return "";
    }
    text += (text.empty() ? "" : "|") + item;
  }
  return text;
}

std::string respelt_json_array(NetworkBuilder& builder, const Cell& cell) {
  const JsonDocument document = parse_json(std::string(cell.text));
  if (!document.root || !document.faults.empty() || !document.root->is(JsonValue::Kind::array)) {
    builder.error(cell, "bad list " + in_quotes(cell.text),
                  "write a JSON array of strings, or items with | between");
    return "";
  }
  std::vector<std::string> items;
  for (const JsonValue& item : document.root->items) items.push_back(item.text);
  return joined(builder, cell, items);
}

std::string respelt_list(NetworkBuilder& builder, const Field& field, const Cell& cell) {
  std::vector<std::string> items;
  std::string_view rest = cell.text;
  while (true) {
    const std::size_t end = rest.find(field.delimiter);
    items.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) return joined(builder, cell, items);
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

const Field* Schema::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const Field& field) { return field.info.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

bool Schema::is_missing(std::string_view text) const {
  return contains(missing_values, text);
}

Schema read_schema(NetworkBuilder& builder, const JsonValue& schema) {
  Schema read;
  if (!demand_object(builder, schema, "the schema")) return read;
  const JsonFields fields(builder, schema, "the schema");
  for (const JsonValue& value : fields.array("fields")) {
    if (read.fields.size() == kMostColumns) {
      builder.error(at(value), "more than " + std::to_string(kMostColumns) + " fields",
                    "the rest of the schema is not read");
      break;
    }
    if (!demand_object(builder, value, "a field of the schema")) continue;
    Field field = read_field(builder, value);
    if (field.info.name.empty()) {
      builder.error(field.name, "a field without a name", "give it the name of its column");
    } else if (read.find(field.info.name) != nullptr) {
      builder.error(field.name, "the field " + in_quotes(field.info.name) + " stands twice",
                    "keep one of them");
    } else {
      read.fields.push_back(std::move(field));
    }
  }
  if (schema.find("missingValues") != nullptr) {
    read.missing_values = strings(fields.texts("missingValues"));
  }
  return read;
}

std::optional<std::string> respelt(NetworkBuilder& builder, const Field& field, const Cell& cell) {
  switch (field.info.type) {
    case ColumnType::integer:
    case ColumnType::number:
      if (field.group.empty() && field.decimal == ".") return std::nullopt;
      return respelt_number(builder, field, cell);
    case ColumnType::boolean:
      if (field.true_values.empty() && field.false_values.empty()) return std::nullopt;
      return respelt_boolean(builder, field, cell);
    case ColumnType::list:
      if (field.json_array && cell.text.starts_with('[')) return respelt_json_array(builder, cell);
      if (field.delimiter == '|') return std::nullopt;
      return respelt_list(builder, field, cell);
    case ColumnType::text:
    case ColumnType::date:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace summitry::package
