// The vital figures of mixing: whether entities are joined to their like.
#pragma once

#include "cli/tables.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"

namespace summitry::cli {

// By degree, and by every attribute of the entities that has categories or numbers. `simple` is the
// graph without loops and parallel edges.
[[nodiscard]] Section mixing_section(const Network& network, const Graph& graph,
                                     const Graph& simple);

}  // namespace summitry::cli
