// All figures that describe a Graph as a whole, in sections; each with what it means and its reference.
#pragma once

#include <vector>

#include "cli/tables.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/run.hpp"

namespace summitry::cli {

// Columns item, value, note, meaning and reference; the last section is the distribution of degrees.
// A figure that does not apply is missing, and the note says why. Weights are not read.
[[nodiscard]] std::vector<Section> vital_figures(const Network& network, const Graph& graph,
                                                 const Run& run);

// The same without meaning and reference, for the screen.
[[nodiscard]] std::vector<Section> without_meaning(const std::vector<Section>& sections);

}  // namespace summitry::cli
