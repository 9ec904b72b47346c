// The constant Potts model's quality: weight inside the communities, minus the resolution for every
// pair of vertices inside. Communities are then denser than the resolution, what lies between them
// sparser, whatever the size of the graph: it has no resolution limit.
//
//   H = sum over communities c of  L(c) - r * pairs(c)
//
//   L(c)  weight inside c     pairs(c)  n(n-1)/2, directed n(n-1), for n vertices     r  resolution
//
// Reads      direction yes | weights yes, strengths >= 0 | parallel edges add up | a loop lies inside
// Gives      in units of weight; 0 without edges and in communities of one
// Cost       O(n + m), on the threads of the run
// Method     Traag, Van Dooren & Nesterov 2011, doi:10.1103/PhysRevE.84.016114
// See also   modularity.hpp
#pragma once

#include <cstdint>
#include <span>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// Throws as modularity().
[[nodiscard]] double cpm_quality(const Graph& graph, std::span<const std::uint32_t> community,
                                 double resolution = 1.0, const Run& run = {.threads = 1});

}  // namespace summitry
