// What communities over several slices are, in words: description.hpp of the entities, each in the
// community in which it is in most slices (of equals that of the last).
//
// Gives      a description for each community; one in which no entity is for most of its slices has none:
//            an empty name. Top members are places among the itineraries.
// Cost       as description.hpp, with the edges of all slices
#pragma once

#include <span>
#include <vector>

#include "engine/graph.hpp"
#include "engine/multislice.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"

namespace summitry {

// `relations`: those that may be told of. Throws as community_descriptions().
[[nodiscard]] std::vector<Description> series_descriptions(
    const Network& network, std::span<const Graph> slices, const SlicedPartition& partition,
    std::span<const Itinerary> itineraries, std::span<const RelationIndex> relations);

}  // namespace summitry
