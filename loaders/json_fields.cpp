// JSON objects key by key. See json_fields.hpp.
#include "loaders/json_fields.hpp"

#include <algorithm>

#include "engine/names.hpp"

namespace summitry {
namespace {

using Kind = JsonValue::Kind;

void report_type(NetworkBuilder& builder, const JsonValue& value, std::string_view what,
                 std::string_view wanted) {
  builder.error(at(value), std::string(what) + " is " + std::string(to_string(value.kind)),
                "write " + std::string(wanted));
}

}  // namespace

JsonFields::JsonFields(NetworkBuilder& builder, const JsonValue& object, std::string_view what)
    : builder_(builder), object_(object), what_(what) {}

const JsonValue* JsonFields::find(std::string_view key, Kind wanted,
                                  std::string_view wanted_name) const {
  const JsonValue* value = object_.find(key);
  if (value == nullptr || value->is(Kind::null)) return nullptr;
  if (value->is(wanted) || (wanted == Kind::string && value->is(Kind::number))) return value;
  report_type(builder_, *value, in_quotes(key) + " of " + std::string(what_), wanted_name);
  return nullptr;
}

Cell JsonFields::text(std::string_view key) const {
  const JsonValue* value = find(key, Kind::string, "a string");
  return value == nullptr ? Cell({}, object_.place.line, object_.place.column) : value->cell();
}

bool JsonFields::flag(std::string_view key) const {
  const JsonValue* value = find(key, Kind::boolean, "true or false");
  return value != nullptr && value->is_true();
}

std::vector<Cell> JsonFields::texts(std::string_view key) const {
  std::vector<Cell> cells;
  for (const JsonValue& item : array(key)) {
    if (item.is(Kind::string)) {
      cells.push_back(item.cell());
    } else {
      report_type(builder_, item, "an item of " + in_quotes(key), "a string");
    }
  }
  return cells;
}

std::span<const JsonValue> JsonFields::array(std::string_view key) const {
  const JsonValue* value = find(key, Kind::array, "an array");
  if (value == nullptr) return {};
  return value->items;
}

const JsonValue* JsonFields::object(std::string_view key) const {
  return find(key, Kind::object, "an object");
}

void JsonFields::warn_of_others(std::span<const std::string_view> known) const {
  for (std::size_t i = 0; i < object_.keys.size(); ++i) {
    const std::string_view key = object_.keys[i];
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const auto guess = nearest(key, known);
    builder_.warning(at(object_.items[i]),
                     "the key " + in_quotes(key) + " of " + std::string(what_) + " is not read",
                     guess ? "did you mean " + in_quotes(*guess) + "?" : "delete it");
  }
}

Cell at(const JsonValue& value) {
  return {{}, value.place.line, value.place.column};
}

bool demand_object(NetworkBuilder& builder, const JsonValue& value, std::string_view what) {
  if (value.is(Kind::object)) return true;
  report_type(builder, value, what, "an object in braces");
  return false;
}

void report(NetworkBuilder& builder, std::span<const TextFault> faults) {
  for (const TextFault& fault : faults) {
    builder.error({{}, fault.place.line, fault.place.column}, fault.what, fault.remedy);
  }
}

}  // namespace summitry
