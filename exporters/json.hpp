// JSON: results as the command line's contract has them, and the whole Network. Schemas: docs/schema.
//
// Keys stand in a fixed order. A value that is missing or undefined (not a number) is null in a
// result; in network_json it is left out.
#pragma once

#include <span>
#include <string>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/resolution_profile.hpp"
#include "engine/results.hpp"
#include "engine/transitions.hpp"

namespace summitry {

// With "entities", or with "edges" where the measures are over edges; all of them are over the same.
[[nodiscard]] std::string measures_json(const Network& network, const Graph& graph,
                                        std::span<const NamedScores> measures,
                                        const Provenance& provenance);
[[nodiscard]] std::string communities_json(const Network& network, const Graph& graph,
                                           const NamedPartition& communities,
                                           const Provenance& provenance);
[[nodiscard]] std::string resolution_json(const Network& network, const Graph& graph,
                                          const ResolutionProfile& profile,
                                          const Provenance& provenance);
[[nodiscard]] std::string continuity_json(const Network& network, const Continuity& continuity,
                                          const Provenance& provenance);

// Everything that the Network holds: reads back to the same Network, with the same content hash.
[[nodiscard]] std::string network_json(const Network& network);

}  // namespace summitry
