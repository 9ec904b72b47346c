// Who comes back, for all participants, for each kind, for each type of participation (the role in which
// they come) and for each kind within a type; with what sources declare of the full rosters.
//
// Reads      as continuity.hpp says
// Gives      groups with at least one participant, all first, then kinds, types, and kinds within types,
//            by name. Where sizes are declared, bounds of the overlap and samples of compatible rosters:
//            for all participants from their own declared size, else added up over kinds when every kind
//            has one at both editions; the samples then fill up each kind by itself. A note says where more
//            are taken to have been able to take part than the options or the data say, and where nothing
//            is drawn since it would take too long
// Cost       O(groups * editions^2 * participants)
// Method     comparison.hpp, declared.hpp, gaps.hpp, role_ranks.hpp
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "algorithms/continuity/rosters/role_ranks.hpp"
#include "algorithms/continuity/rosters/rosters.hpp"
#include "engine/run.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct GroupOptions {
  std::vector<RoleRank> ranks;
  std::optional<std::size_t> universe;  // who could have taken part; nothing: those in the Network
  std::size_t samples = 1000;           // of compatible rosters; 0: none
  double propensity = 1.0;              // as in gaps.hpp
};

// Every earlier and later edition, compared.
[[nodiscard]] std::vector<Transition> compare_editions(const std::vector<Edition>& editions);

[[nodiscard]] std::vector<RosterGroup> roster_groups(const Network& network, const Series& series,
                                                     const RosterRule& rule,
                                                     const std::vector<Edition>& editions,
                                                     const GroupOptions& options,
                                                     const Run& run = {});

}  // namespace summitry
