// Groups of participants within which rosters are dealt again: kinds, regions, blocs.
//
// Reads      `by`: kind, subtype, or the name of a column of the entities
// Gives      a stratum for every entity of the Network, dense from 0, numbered by name; entities without a
//            value are a stratum of their own
// Cost       O(entities * log)
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

struct Strata {
  std::vector<std::uint32_t> of;   // by entity
  std::vector<std::string> names;  // "" for those without a value
};

// Both throw UnknownName for a column that is not there.
[[nodiscard]] Strata strata(const Network& network, const std::string& by);
void require_strata(const Network& network, const std::string& by);

}  // namespace summitry
