// GEXF for Gephi, Gephi Lite, NetworkX and sigma.js: attributes with their types, when entities and
// relations are there, and where, how large and in which colour the picture shows them.
//
// Version 1.2draft unless told otherwise, since NetworkX reads nothing newer before 3.5. The graph is
// dynamic as soon as anything has a date: spells in whole days, a vertex or edge without one is always
// there. `type` is written as `relation-type`, since Gephi has a Type of its own.
#pragma once

#include <cstdint>
#include <string>

#include "exporters/export_parts.hpp"

namespace summitry {

enum class GexfVersion : std::uint8_t { v1_2, v1_3 };

[[nodiscard]] std::string to_gexf(const ExportParts& parts,
                                  GexfVersion version = GexfVersion::v1_2);

}  // namespace summitry
