// The vital signs of a Network and of the Graph selected from it, as tables.
#pragma once

#include <vector>

#include "cli/tables.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/run.hpp"

namespace summitry::cli {

[[nodiscard]] std::vector<Section> vital_signs(const Network& network, const Graph& graph,
                                               const Run& run);

}  // namespace summitry::cli
