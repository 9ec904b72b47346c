// Charts of a series: what continuity found, as pictures.
#pragma once

#include <cstddef>

#include "engine/network.hpp"
#include "engine/transitions.hpp"
#include "exporters/charts.hpp"

namespace summitry {

// Participants over the editions, by the edition at which they came first; those who stay away have a
// block of their own at the foot, so that it shows who comes back.
[[nodiscard]] AlluvialChart alluvial_of_participants(const Network& network,
                                                     const Continuity& continuity);

// The `limit` who took part most often (0: all); of equals the earlier ones first, then by name.
// Declined and withdrawn relations of the types that participants have are shown as such.
[[nodiscard]] ParticipationChart participation_of(const Network& network,
                                                  const Continuity& continuity,
                                                  std::size_t limit = 80);

// The share of participants still there against editions since their first, of all and of each kind
// of which somebody left.
[[nodiscard]] SurvivalChart survival_of_participants(const Network& network,
                                                     const Continuity& continuity);

// Retention from edition to edition beside what the first null model of the tests expects; the
// interval is what declared sizes of rosters leave open, where sources tell them.
[[nodiscard]] ForestChart effects_of_steps(const Network& network, const Continuity& continuity);

// The Jaccard similarity of every pair of editions.
[[nodiscard]] HeatMapChart overlap_of_editions(const Network& network,
                                               const Continuity& continuity);

}  // namespace summitry
