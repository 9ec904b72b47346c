// Series of summits as JSON objects: {"id", "name", "editions": […], "participation": […]}.
#pragma once

#include <span>

#include "loaders/json_fields.hpp"

namespace summitry {

void add_series(NetworkBuilder& builder, std::span<const JsonValue> series);

// Containers: {"entity", "type"}.
void add_containers(NetworkBuilder& builder, std::span<const JsonValue> containers);

}  // namespace summitry
