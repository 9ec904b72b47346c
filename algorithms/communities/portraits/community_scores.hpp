// How good each community is by itself: how dense, how well separated, how closely knit.
//
//   density                 (W(c) - loops) / (n(c) (n(c)-1) / 2)
//   cut ratio               C(c) / (n(c) (n-n(c)))
//   conductance             C(c) / (2 W(c) + C(c))
//   normalised cut          conductance + C(c) / (2 (W-W(c)) - C(c)), the ends of the rest below
//   separability            W(c) / C(c)
//   triangle participation  share of members in a triangle of three members
//
//   W(c) weight inside   C(c) weight that leaves   W all weight   n(c) members   n vertices
//
// Reads      direction no, but that twice as many pairs could be joined | weights yes, strengths >= 0;
//            triangles: no | parallel edges add up | a loop lies inside
// Gives      a set of figures a community, in the order of the partition's numbers; 0 where nothing can
//            be joined; separability not a number where nothing leaves
// Cost       O(n + m), and the triangles inside
// Method     Yang & Leskovec 2012, doi:10.1145/2350190.2350193 (their names and formulas, but for the
//            normalised cut, which is that of Shi & Malik 2000, doi:10.1109/34.868688)
// See also   profile.hpp
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"
#include "engine/truth.hpp"

namespace summitry {

// Throws InvalidWeight for weights that are not strengths, InvalidOption for labels that are not one a
// vertex.
[[nodiscard]] std::vector<CommunityScores> community_scores(const Graph& graph,
                                                            const Partition& partition,
                                                            const Run& run = {});

}  // namespace summitry
