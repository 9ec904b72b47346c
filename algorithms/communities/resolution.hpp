// The resolution to use when nobody knows one: the middle of the longest plateau, the range over which
// the communities stay nearly the same while the resolution grows.
//
// Reads      as the method
// Gives      one of 17 resolutions, a quarter of an octave apart: 1/4 to 4 for modularity, the density
//            (mean weight of a pair) times 1/4 to 4 for cpm. Neighbours are on one plateau when their
//            partitions agree by an adjusted Rand index of 0.95 or more; partitions of one community
//            or of single vertices alone count as no plateau. Of equally long plateaus that nearest to
//            the middle of the range; without any, the middle.
// Cost       17 * 3 runs of the method
// Method     plateaus as sign of a scale that is the network's own: Arenas, Fernandez & Gomez 2008,
//            doi:10.1088/1367-2630/10/5/053039; here measured by agreement, not by their number
// See also   detect.hpp, which takes it for a resolution of "auto"
#pragma once

#include <string>

#include "algorithms/communities/detect.hpp"

namespace summitry {

struct Plateau {
  double resolution = 1.0;  // its middle
  double from = 1.0;
  double to = 1.0;
};

// Throws as detect_communities(); the method must have the option "resolution".
[[nodiscard]] Plateau longest_plateau(const Graph& graph, const DetectOptions& options,
                                      const Run& run = {});

}  // namespace summitry
