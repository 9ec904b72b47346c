// Continuity as tables: the transitions, the editions, and who took part in which.
#pragma once

#include "engine/network.hpp"
#include "engine/table.hpp"
#include "engine/transitions.hpp"

namespace summitry::tabular {

// The transitions between neighbouring editions, a row each.
[[nodiscard]] Table transitions(const Network& network, const Continuity& continuity);
// `position` counts from 1.
[[nodiscard]] Table editions(const Network& network, const Continuity& continuity);
// A row for each entity and each edition that it took part in, by entity.
[[nodiscard]] Table participation(const Network& network, const Continuity& continuity);

}  // namespace summitry::tabular
