// Cytoscape.js JSON, which Cytoscape reads as .cyjs: elements with their data, and positions.
//
// Vertices and edges share one space of ids there, so those of edges begin with a prefix that no entity's
// id has.
#pragma once

#include <string>

#include "exporters/export_parts.hpp"

namespace summitry {

[[nodiscard]] std::string to_cytoscape(const ExportParts& parts);

}  // namespace summitry
