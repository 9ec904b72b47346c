// The two steps that modularity and CPM methods share: moving vertices between communities while
// that raises the quality, and Leiden's refinement of the communities.
//
// Method     fast local moving and refinement of Traag, Waltman & van Eck 2019,
//            doi:10.1038/s41598-019-41695-z. A gain smaller than a 10^12th of the weights concerned
//            counts as none, so that rounding cannot make a vertex go round in circles. In the
//            refinement the chance of a merger, exp(gain / (randomness * mean weight)), is rounded
//            to a power of two, so that no platform's exponential enters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algorithms/communities/condensed.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// Vertices wait in a queue, at first in random order, and go where the quality gains most (of equals
// by chance, so that different seeds see different partitions); one that moves sends its neighbours outside
// its new community back to the queue. Labels are below the size, before and after. Gives how many
// moves there were: after 0 no move of one vertex raises the quality, after others a vertex that was
// not a neighbour of one that moved may still gain.
std::size_t move_locally(const Condensed& graph, std::vector<std::uint32_t>& community,
                         Random& random, const Run& run);

// A finer grouping: within each community, well-connected vertices merge with well-connected groups,
// likelier where the quality gains more. Every group is connected. Labels are below the size.
[[nodiscard]] std::vector<std::uint32_t> refine(const Condensed& graph,
                                                const std::vector<std::uint32_t>& community,
                                                double randomness, Random& random, const Run& run);

}  // namespace summitry::communities
