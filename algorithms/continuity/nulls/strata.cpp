#include "algorithms/continuity/nulls/strata.hpp"

#include <algorithm>

namespace summitry {

void require_strata(const Network& network, const std::string& by) {
  if (by != "kind" && by != "subtype") (void)network.entity_column(by);
}

Strata strata(const Network& network, const std::string& by) {
  const bool of_entity = by == "kind" || by == "subtype";
  const Column* column = of_entity ? nullptr : &network.entity_column(by);
  std::vector<std::string> values;
  for (EntityIndex e = 0; e < network.entities().size(); ++e) {
    const Entity& entity = network.entity(e);
    values.push_back(of_entity ? (by == "kind" ? entity.kind : entity.subtype)
                               : to_string(column->value(e)));
  }
  Strata result{{}, values};
  std::sort(result.names.begin(), result.names.end());
  result.names.erase(std::unique(result.names.begin(), result.names.end()), result.names.end());
  for (const std::string& value : values) {
    const auto place = std::lower_bound(result.names.begin(), result.names.end(), value);
    result.of.push_back(static_cast<std::uint32_t>(place - result.names.begin()));
  }
  return result;
}

}  // namespace summitry
