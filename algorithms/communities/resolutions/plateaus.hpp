// Plateaus: runs of resolutions over which the communities stay nearly the same.
#pragma once

#include <span>
#include <vector>

#include "engine/partition.hpp"
#include "engine/resolution_profile.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// The points' plateaus, by rising resolution, and which point is on which. `partitions` are those of
// the points, a null pointer for one that is on no plateau, `likeliest` the resolutions at which each
// would be the likeliest (not finite or 0 where that is unknown); `middle` is the resolution that is
// preferred between equals. Definition: resolution.hpp.
[[nodiscard]] std::vector<ResolutionProfile::Plateau> find_plateaus(
    std::vector<ResolutionProfile::Point>& points, std::span<const Partition* const> partitions,
    std::span<const double> likeliest, double middle, const Run& run);

}  // namespace summitry::communities
