// The rules of relation types from JSON:
// {"attended": {"title", "description", "source": [kinds], "target": [kinds], "duringSummit"}}.
#pragma once

#include "loaders/json_fields.hpp"

namespace summitry {

void add_relation_types(NetworkBuilder& builder, const JsonValue& types);

}  // namespace summitry
