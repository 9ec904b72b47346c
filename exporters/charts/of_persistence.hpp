// Charts of what carries over beyond who comes: ranks, blocs and lineages.
#pragma once

#include <cstddef>

#include "engine/network.hpp"
#include "engine/persistence.hpp"
#include "engine/transitions.hpp"
#include "exporters/charts.hpp"

namespace summitry {

// Ranks at each edition of whoever is among the first `depth` (0: all) at some edition; of equal ranks the
// smaller id comes first.
[[nodiscard]] BumpChart bump_of_positions(const Network& network, const Continuity& continuity,
                                          const Positions& positions, std::size_t depth = 10);

// The blocs of each edition and who goes where; colours follow a bloc through the editions, by the
// threads of its life cycle. A bloc has the names of its two highest ranked members.
[[nodiscard]] AlluvialChart alluvial_of_blocs(const Network& network, const Continuity& continuity,
                                              const Persistence& persistence);

// Whatever has an ancestor or a descendant, in the column of the edition that set it up or at which it
// was first seen; what belongs to none stands to the left of all.
[[nodiscard]] LineageChart lineage_of_work(const Network& network, const Continuity& continuity,
                                           const Lineage& lineage);

// The share of what was set up that still shows signs of life against editions since its launch, of all
// and of each kind that is not too small.
[[nodiscard]] SurvivalChart survival_of_work(const Network& network, const Continuity& continuity,
                                             const WorkSurvival& survival);

}  // namespace summitry
