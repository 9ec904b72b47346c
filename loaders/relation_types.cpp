// Rules of relation types from JSON. See relation_types.hpp.
#include "loaders/relation_types.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace summitry {
namespace {

std::vector<std::string> kinds(const JsonFields& rule, std::string_view key) {
  std::vector<std::string> names;
  for (const Cell& cell : rule.texts(key)) names.emplace_back(cell.text);
  return names;
}

}  // namespace

void add_relation_types(NetworkBuilder& builder, const JsonValue& types) {
  constexpr std::array<std::string_view, 5> kKeys{"title", "description", "source", "target",
                                                  "duringSummit"};
  for (std::size_t i = 0; i < types.keys.size(); ++i) {
    if (!demand_object(builder, types.items[i], "a relation type")) continue;
    const JsonFields rule(builder, types.items[i], "a relation type");
    rule.warn_of_others(kKeys);
    builder.add_rule({types.keys[i], std::string(rule.text("title").text),
                      std::string(rule.text("description").text), kinds(rule, "source"),
                      kinds(rule, "target"), rule.flag("duringSummit")});
  }
}

}  // namespace summitry
