// Communities and resolution profiles for people: tables and what follows from them, in sentences.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/resolution_profile.hpp"
#include "engine/results.hpp"

namespace summitry::cli {

// The first `top` communities (0: all), how far they can be trusted, and who wavers.
[[nodiscard]] std::string communities_text(const Network& network, const Graph& graph,
                                           const NamedPartition& found, std::size_t top);

// Stable or unstable with the figure behind it, the spread of the quality, and the solutions.
[[nodiscard]] std::string stability_text(const NamedPartition::Stability& stability,
                                         std::string_view quality_name);

// A row a resolution, plateaus marked; then the plateaus, and the ranges of the partitions found.
[[nodiscard]] std::string resolution_text(const ResolutionProfile& profile);

}  // namespace summitry::cli
