// Series and containers from JSON. See series.hpp.
#include "loaders/series.hpp"

#include <array>
#include <string_view>

namespace summitry {

void add_series(NetworkBuilder& builder, std::span<const JsonValue> series) {
  constexpr std::array<std::string_view, 4> kKeys{"id", "name", "editions", "participation"};
  for (const JsonValue& value : series) {
    if (!demand_object(builder, value, "a series")) continue;
    const JsonFields fields(builder, value, "a series");
    fields.warn_of_others(kKeys);
    SeriesRow row;
    row.id = fields.text("id");
    row.name = fields.text("name");
    row.editions = fields.texts("editions");
    row.participation = fields.texts("participation");
    builder.add_series(row);
  }
}

void add_containers(NetworkBuilder& builder, std::span<const JsonValue> containers) {
  constexpr std::array<std::string_view, 2> kKeys{"entity", "type"};
  for (const JsonValue& value : containers) {
    if (!demand_object(builder, value, "a container")) continue;
    const JsonFields fields(builder, value, "a container");
    fields.warn_of_others(kKeys);
    builder.add_container(fields.text("entity"), fields.text("type"));
  }
}

}  // namespace summitry
