// Several words in one cell, with bars between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"

namespace summitry {

// What stands between `|`; nothing that is empty is a word, and no exporter writes one.
[[nodiscard]] std::vector<std::string_view> items(std::string_view text);
// The same, each at the place of its cell.
[[nodiscard]] std::vector<Cell> items(const Cell& cell);
// The same, to keep.
[[nodiscard]] std::vector<std::string> kept_items(std::string_view text);

}  // namespace summitry
