// Rules of relation types from JSON. See relation_types.hpp.
#include "loaders/relation_types.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "engine/names.hpp"

namespace summitry {
namespace {

std::vector<std::string> kinds(const JsonFields& rule, std::string_view key) {
  std::vector<std::string> names;
  for (const Cell& cell : rule.texts(key)) names.emplace_back(cell.text);
  return names;
}

}  // namespace

void RelationTypes::read(NetworkBuilder& builder, const JsonValue& types) {
  constexpr std::array<std::string_view, 5> kKeys{"title", "description", "source", "target",
                                                  "duringSummit"};
  for (std::size_t i = 0; i < types.keys.size(); ++i) {
    if (!demand_object(builder, types.items[i], "a relation type")) continue;
    const JsonFields rule(builder, types.items[i], "a relation type");
    rule.warn_of_others(kKeys);
    declared_.insert(types.keys[i]);
    builder.add_rule({types.keys[i], std::string(rule.text("title").text),
                      std::string(rule.text("description").text), kinds(rule, "source"),
                      kinds(rule, "target"), rule.flag("duringSummit")});
  }
}

void RelationTypes::check(NetworkBuilder& builder, const Cell& type) {
  constexpr std::size_t kMostReported = 100;  // beyond that the types are no vocabulary
  if (declared_.empty() || type.text.empty() || declared_.contains(type.text)) return;
  if (reported_.size() == kMostReported || !reported_.emplace(type.text).second) return;
  const std::vector<std::string_view> known(declared_.begin(), declared_.end());
  const auto guess = nearest(type.text, known);
  builder.warning(type, "the type " + in_quotes(type.text) + " is not among the relationTypes",
                  guess ? "did you mean " + in_quotes(*guess) + "?" : "declare it there");
}

}  // namespace summitry
