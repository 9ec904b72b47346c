// The figures of positions.hpp with other sources: replicates, and one source left out at a time.
#pragma once

#include "algorithms/continuity/positions.hpp"

namespace summitry {

// The catalogue's measure on the graph of an edition, by entity. Throws as edition_rankings().
[[nodiscard]] Ranking ranking_of(const Graph& graph, const PositionsOptions& options,
                                 const Run& run);

// Fills in spreads, the intervals of places, and how many replicates and sources there were.
void add_spreads(const Network& network, const EditionRelations& relations,
                 const EditionRankings& rankings, const PositionsOptions& options, const Run& run,
                 Positions& result);

}  // namespace summitry
