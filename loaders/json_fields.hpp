// An object of a JSON file read key by key: what has the wrong type or an unknown name becomes a
// finding at its place.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/json.hpp"

namespace summitry {

class JsonFields {
 public:
  // `what` names the object in messages ("a resource"). All three outlive this.
  JsonFields(NetworkBuilder& builder, const JsonValue& object, std::string_view what);

  // Nothing, an empty cell or false where the key is absent or null, or has the wrong type.
  [[nodiscard]] Cell text(std::string_view key) const;  // of a string or number
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] std::vector<Cell> texts(std::string_view key) const;
  [[nodiscard]] std::span<const JsonValue> array(std::string_view key) const;
  [[nodiscard]] const JsonValue* object(std::string_view key) const;

  // Warns of the keys that are none of these: nothing is lost in silence.
  void warn_of_others(std::span<const std::string_view> known) const;

  [[nodiscard]] const JsonValue& value() const { return object_; }

 private:
  [[nodiscard]] const JsonValue* find(std::string_view key, JsonValue::Kind wanted,
                                      std::string_view wanted_name) const;

  NetworkBuilder& builder_;
  const JsonValue& object_;
  std::string_view what_;
};

// The place of a JSON value, for a finding about it.
[[nodiscard]] Cell at(const JsonValue& value);

// Whether the value is an object; an error otherwise.
[[nodiscard]] bool demand_object(NetworkBuilder& builder, const JsonValue& value,
                                 std::string_view what);

// The faults of a text as errors of the file that the builder reads.
void report(NetworkBuilder& builder, std::span<const TextFault> faults);

}  // namespace summitry
