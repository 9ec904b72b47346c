// The figures of positions.hpp with other sources: replicates, and one source left out at a time.
//
// Reads      relations of the editions, their sources and reliability; only the graphs of editions that
//            a world changes are built anew
// Gives      the middle 95 % over replicates and the range over sources left out, of the figures of steps
//            and of ranks. The same whatever the threads
// Cost       see positions.hpp, which says how much is done at most
// Method     claim_resampling.hpp
#pragma once

#include "algorithms/continuity/positions/positions.hpp"

namespace summitry {

// The catalogue's measure on the graph of an edition, by entity. Throws as edition_rankings().
[[nodiscard]] Ranking ranking_of(const Graph& graph, const PositionsOptions& options,
                                 const Run& run);

// Fills in spreads, the intervals of places, and how many replicates and sources there were.
void add_spreads(const Network& network, const EditionRelations& relations,
                 const EditionRankings& rankings, const PositionsOptions& options, const Run& run,
                 Positions& result);

}  // namespace summitry
