// Where everything stands, how large and in which colour, as numbers for the programs that ask.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "exporters/drawing/looks.hpp"
#include "exporters/export_parts.hpp"

namespace summitry::interchange {

// The looks of the picture that `summitry draw` makes of the same parts, by vertex; none when no
// positions are asked for.
[[nodiscard]] std::vector<drawing::Look> looks(const ExportParts& parts);

// Red, green and blue of "#rrggbb", 0 to 255.
[[nodiscard]] std::array<int, 3> rgb(std::string_view colour);

}  // namespace summitry::interchange
