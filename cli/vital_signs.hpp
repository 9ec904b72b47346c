// The vital signs of a Network and of the Graph selected from it, as tables.
#pragma once

#include <vector>

#include "cli/tables.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/run.hpp"

namespace summitry::cli {

// Quick: of a large graph the distances are left out, and the table says so.
[[nodiscard]] std::vector<Section> vital_signs(const Network& network, const Graph& graph,
                                               const Run& run);
// What the data holds, without the graph.
[[nodiscard]] std::vector<Section> data_signs(const Network& network);

}  // namespace summitry::cli
