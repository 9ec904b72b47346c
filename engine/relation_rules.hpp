// What relation types may join when a data set does not say so itself.
#pragma once

#include <optional>
#include <string_view>

#include "engine/network.hpp"

namespace summitry {

// The rule for a well-known relation type (attended, signed, hosted, …), if there is one. It speaks
// of the standard kinds alone: kinds that a data set made up are allowed anywhere.
[[nodiscard]] const RelationRule* standard_rule(std::string_view type);
[[nodiscard]] bool is_standard_kind(std::string_view kind);

}  // namespace summitry
