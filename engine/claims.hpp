// What sources say, side by side: which claims and statuses disagree, and the rule that chooses.
//
// The rule: an exact value before "about", before a bound (at-least, nearly, over); then the later
// date (the claim's, else its source's; none is earliest); then the smaller source id.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

// Claims about one attribute of one entity, and whether they can all be true: numbers are read with
// their qualifier (exact 91 and over 100 disagree; exact 96 and about 100 do not: about is +-10 %,
// nearly is the tenth below), other values must be equal.
struct ClaimGroup {
  EntityIndex entity = kNone;
  std::string_view attribute;
  std::vector<std::size_t> claims;  // indices into network.claims(), preferred first
  bool contradictory = false;
};

// Every (entity, attribute) that has a claim, in that order.
[[nodiscard]] std::vector<ClaimGroup> claim_groups(const Network& network);

// The claim that the rule chooses, or nothing when nobody claims anything.
[[nodiscard]] std::optional<std::size_t> preferred_claim(const Network& network, EntityIndex entity,
                                                         std::string_view attribute);
[[nodiscard]] inline std::string_view preference_rule() {
  return "an exact value before an approximate one, before a bound; then the later date; then the "
         "smaller source id";
}

// The same assertion (source, type, target, summit) with statuses that exclude each other, such as
// realised and declined.
struct StatusConflict {
  std::vector<RelationIndex> relations;
};
[[nodiscard]] std::vector<StatusConflict> status_conflicts(const Network& network);

}  // namespace summitry
