// What each community of a partition is made of: its members, the weight inside, and the share of
// its edge ends that lead out.
//
//   conductance(c) = weight between c and the rest / sum of degrees (strengths) in c
//
// Reads      direction no: an arc counts at both its ends | weights yes, strengths >= 0 |
//            parallel edges add up | a loop lies inside
// Gives      conductance in [0, 1], 0 when nothing leads out. (Where others divide by the smaller of
//            the two sides, this divides by the community's own side.)
// Cost       O(n + m)
// Method     Leskovec, Lang, Dasgupta & Mahoney 2009, doi:10.1080/15427951.2009.10129177
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/results.hpp"

namespace summitry {

// In the order of the partition's numbers. Throws InvalidWeight, InvalidOption.
[[nodiscard]] std::vector<Community> community_profile(const Graph& graph,
                                                       const Partition& partition);

}  // namespace summitry
