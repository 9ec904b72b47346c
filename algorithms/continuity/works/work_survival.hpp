// How long what a series sets up goes on: the survival of initiatives, texts and bodies.
//
//   time       editions since the launch
//   event      the last sign of life (LineageMember::alive), when at least `missed` editions came after
//              it; at the time of the first edition missed
//   censored   a sign at the last edition, or fewer than `missed` editions to go: at the last sign
//
// Reads      the members of a lineage; those that no edition launched are left out
// Gives      a life table for all, and for each kind where there are several. No sign is no proof of
//            the end: the data may be silent
// Cost       O(members * log)
// Method     ../inference/kaplan_meier.hpp, by the rule of stays.hpp
// See also   lineage.hpp
#pragma once

#include <cstddef>
#include <span>

#include "engine/network.hpp"
#include "engine/work.hpp"

namespace summitry {

// Requires 1 <= missed; throws InvalidOption otherwise. `editions`: how many the series has.
[[nodiscard]] WorkSurvival work_survival(const Network& network,
                                         std::span<const LineageMember> members,
                                         std::size_t editions, std::size_t missed = 1);

}  // namespace summitry
