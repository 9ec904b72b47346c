// The vital figures of degrees: how relations are spread over entities, and the tail of that.
#pragma once

#include "algorithms/structure/degrees/degree_distribution.hpp"
#include "algorithms/structure/summary.hpp"
#include "cli/tables.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry::cli {

[[nodiscard]] Section degrees_section(const Graph& graph, const NetworkSummary& summary,
                                      const DegreeSpread& spread, const Run& run);
// A row for each degree that somebody has.
[[nodiscard]] Section distribution_section(const DegreeSpread& spread);

}  // namespace summitry::cli
