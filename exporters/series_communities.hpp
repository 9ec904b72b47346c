// Multislice communities of a series, as CSV and JSON.
#pragma once

#include <string>

#include "engine/multislice.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"

namespace summitry {

// Header `id,kind,name,edition,community`; a row for every entity in every edition that it is in, by id,
// then in the order of the series.
[[nodiscard]] std::string series_communities_csv(const Network& network,
                                                 const SeriesCommunities& communities);
// Editions, communities with their members in each edition, and each entity's way through them.
[[nodiscard]] std::string series_communities_json(const Network& network,
                                                  const SeriesCommunities& communities,
                                                  const Provenance& provenance);

}  // namespace summitry
