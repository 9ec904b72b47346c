// GraphML for NetworkX, igraph, Gephi, yEd and Cytoscape: every attribute declared with its type.
//
// Vertices have the ids of their entities and carry `label` (the name) and the attributes of
// attributes.hpp; with positions also `x`, `y` (upwards), `size` and `color`. Edges are e0, e1, ….
#pragma once

#include <string>

#include "exporters/export_parts.hpp"

namespace summitry {

[[nodiscard]] std::string to_graphml(const ExportParts& parts);

}  // namespace summitry
