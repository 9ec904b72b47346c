// Whether a graph is two-mode, its edges between two kinds of vertices alone, and which are of which.
//
// Reads      direction: where edges go from some vertices to others that send none, the senders are the
//            first mode; else not read, and the modes are found by colouring
// Gives      the first vertex of each part in the first mode, unless direction tells
// Cost       O(n + m)
#pragma once

#include <optional>
#include <vector>

#include "engine/graph.hpp"

namespace summitry::communities {

struct TwoModes {
  std::vector<bool> first;  // by vertex: whether it is of the first mode
  std::optional<Edge> odd;  // closes an odd cycle, or is a loop: the graph is not two-mode
};

[[nodiscard]] TwoModes two_modes(const Graph& graph);

}  // namespace summitry::communities
