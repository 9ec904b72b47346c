// The rules of relation types from JSON:
// {"attended": {"title", "description", "source": [kinds], "target": [kinds], "duringSummit"}}.
#pragma once

#include <set>
#include <string>

#include "loaders/json_fields.hpp"

namespace summitry {

class RelationTypes {
 public:
  void read(NetworkBuilder& builder, const JsonValue& types);

  // Warns once of a type that a data set which declares its types has not declared: a slip, most
  // often, and a relation that no rule checks.
  void check(NetworkBuilder& builder, const Cell& type);

 private:
  std::set<std::string, std::less<>> declared_;
  std::set<std::string, std::less<>> reported_;
};

}  // namespace summitry
