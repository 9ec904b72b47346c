// An array as PostgreSQL writes it: {a,"b, c",NULL}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace summitry::database {

// Its items, nothing for one that is NULL. Nothing at all when it is not an array of one dimension.
[[nodiscard]] std::optional<std::vector<std::optional<std::string>>> parse_array(
    std::string_view text);

}  // namespace summitry::database
