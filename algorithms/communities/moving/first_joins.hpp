// Where to begin moving from: better than every vertex alone, at a fraction of a round's cost.
//
// A vertex that is still alone joins the community of that neighbour with which alone it would gain
// most: in a network without weights the one of the fewest neighbours. So communities begin small and in
// many places, where moves from vertices alone let the first of them draw in their surroundings; fewer
// rounds of moves follow, and better communities. Not where hubs hold a network together: small
// communities around them are where single vertices cannot go on from, and so every vertex begins alone
// when a sample of them would hardly move.
//
// Cost       O(n + m), most of it on all threads, with the same labels for any number of them
// Memory     40 bytes a vertex (weighted 12, directed 16 more) while it lasts
#pragma once

#include <cstdint>
#include <vector>

#include "algorithms/communities/rows/condensed.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// Labels below the size; every join was a gain when it was made.
[[nodiscard]] std::vector<std::uint32_t> first_joins(const Condensed& graph, Random& random,
                                                     const Run& run);

// Those where time matters; elsewhere every vertex alone.
[[nodiscard]] std::vector<std::uint32_t> labels_to_begin_with(const Condensed& base, Random& random,
                                                              const Run& run);

}  // namespace summitry::communities
