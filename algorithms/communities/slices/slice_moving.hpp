// Moving the vertices of a SliceGraph between communities while that raises the quality, and grouping
// them within communities.
//
// Method     fast local moving and refinement of Traag, Waltman & van Eck 2019,
//            doi:10.1038/s41598-019-41695-z, with the null model of each slice; in the refinement the
//            chance of a merger is proportional to what it gains. A gain of less than 1e-10 mean edge
//            weights counts as none, so that rounding cannot make a vertex go round in circles.
#pragma once

#include <cstdint>
#include <vector>

#include "algorithms/communities/slices/slice_graph.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// Improves `community`, labels below the size.
void move_in_slices(const SliceGraph& graph, std::vector<std::uint32_t>& community, Random& random,
                    const Run& run);

// A finer grouping: vertices that are alone join groups of their community where that gains.
[[nodiscard]] std::vector<std::uint32_t> group_in_slices(
    const SliceGraph& graph, const std::vector<std::uint32_t>& community, Random& random,
    const Run& run);

}  // namespace summitry::communities
