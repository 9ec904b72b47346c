// JSON in which every value knows its place, so that a finding about its content can name it.
// Numbers keep the text they were written in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/text.hpp"

namespace summitry {

inline constexpr std::size_t kDeepestJson = 100;  // values within values

class JsonValue {
 public:
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  Place place;
  std::string text;               // of a string, unescaped; of a number or boolean, as written
  std::vector<JsonValue> items;   // of an array; of an object, the values in the order written
  std::vector<std::string> keys;  // of an object, beside its values

  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
  // The value under a key, or nothing where there is none or this is not an object.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
  [[nodiscard]] bool is_true() const { return kind == Kind::boolean && text == "true"; }
  // The text of a string or number, with its place; empty for all else.
  [[nodiscard]] Cell cell() const;
};

[[nodiscard]] std::string_view to_string(JsonValue::Kind kind);

struct JsonDocument {
  std::optional<JsonValue> root;  // nothing when the text is not JSON
  std::vector<TextFault> faults;
};

// Reads the text of a file. Faults: not UTF-8, not JSON, nested deeper than kDeepestJson, and keys
// that stand twice in one object (the first counts).
[[nodiscard]] JsonDocument parse_json(std::string bytes);

}  // namespace summitry
