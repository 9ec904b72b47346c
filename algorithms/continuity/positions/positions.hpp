// Whether positions persist: who is joined to whom, and who stands high, from edition to edition.
//
// Reads      edition_graphs.hpp says who is joined; the measure is one of the catalogue's, over
//            entities. It reads weights where it wants strengths, else none.
// Gives      engine/positions.hpp. Intervals: the middle 95 % over replicates in which sources are
//            drawn again (claim_resampling.hpp), and the range over graphs that lack one source. They
//            tell of what the sources say, not of what no source tells. Fewer replicates are made
//            where graphs are large: to build all of their graphs takes at most about 2e9 steps, what the
//            measure takes not counted, and they hold 5e7 ranks. The graphs that lack one source may
//            take as much again; where they would take more, no source is left out.
// Cost       that of graphs and measure, times replicates and sources; QAP's. Replicates are shared
//            out over threads.
// Method     edge_step.hpp, rank_step.hpp, claim_resampling.hpp
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/continuity/positions/claim_resampling.hpp"
#include "algorithms/continuity/positions/edition_graphs.hpp"
#include "algorithms/continuity/positions/rank_step.hpp"
#include "engine/positions.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"

namespace summitry {

struct PositionsOptions {
  std::string measure = "strength";  // a name of the catalogue
  Parameters parameters;             // of the measure
  std::size_t permutations = 1000;   // >= 1, of QAP
  std::size_t replicates = 200;      // 0: no resampling of claims
  Reliability reliability;
  RankStepOptions ranks;
};

// The graphs of all editions, and who stands how high in them.
struct EditionRankings {
  std::vector<EditionGraph> graphs;
  std::vector<Ranking> rankings;
};

// Throws UnknownName for the measure and InvalidOption for one that is not over entities.
[[nodiscard]] EditionRankings edition_rankings(const EditionRelations& relations,
                                               const PositionsOptions& options,
                                               const Run& run = {});

// What the relations and rankings are of; names: the editions', for the tests. Throws InvalidOption.
[[nodiscard]] Positions positions(const Network& network, const EditionRelations& relations,
                                  const EditionRankings& rankings,
                                  const std::vector<std::string>& names,
                                  const PositionsOptions& options = {}, const Run& run = {});

}  // namespace summitry
