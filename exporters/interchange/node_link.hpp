// Nodes and edges in NetworkX' node-link form: `nodes` with `id`, `edges` with `source`, `target` and
// `key` (NetworkX 3.4 or newer reads it by edges="edges", older ones by link="edges"), as d3 also
// reads them.
#pragma once

#include <string>

#include "exporters/export_parts.hpp"

namespace summitry {

[[nodiscard]] std::string to_node_link(const ExportParts& parts);

}  // namespace summitry
