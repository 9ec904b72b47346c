// Leiden's refinement: communities split into well-connected groups.
//
// Method     Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z. The chance of a merger,
//            exp(gain / (randomness * mean weight)), is rounded to a power of two, so that no
//            platform's exponential enters. Each community draws from a stream of its own, so that
//            communities can be refined at the same time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/communities/rows/condensed.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// A finer grouping: within each community, well-connected vertices merge with well-connected groups,
// likelier where the quality gains more. Every group is connected. Labels are below the size.
// Communities that are `held` (by number; none when empty) stay whole.
[[nodiscard]] std::vector<std::uint32_t> refine(const Condensed& graph,
                                                const std::vector<std::uint32_t>& community,
                                                double randomness, Random& random, const Run& run,
                                                std::span<const std::uint8_t> held = {});

}  // namespace summitry::communities
