// Ranks of roles: how much taking part in this or that way counts, for comparisons that weigh.
//
//   hosted 4 · co-hosted 3 · chaired 3 · co-chaired 3 · signed 2 · anything else, such as attended, 1
//
// Reads      "hosted=4,signed=2": pairs of a relation type and a number >= 0; those not named keep the
//            rank above
// Gives      a participant's rank at an edition: the highest of all its ways to take part there
// Method     ordinal ranks of this project's own: who carries a summit above who binds itself to its
//            outcome above who is there. Say your own where delegations have levels
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/transitions.hpp"

namespace summitry {

struct RoleRank {
  std::string type;
  double rank = 1.0;
};

// Throws InvalidOption for a text that is no list of pairs, and for a rank below 0.
[[nodiscard]] std::vector<RoleRank> read_role_ranks(std::string_view text);
[[nodiscard]] double rank_of(const std::vector<RoleRank>& ranks, std::string_view type);

}  // namespace summitry
