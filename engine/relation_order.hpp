// The canonical order of the relations that a NetworkBuilder has collected. Private to
// engine/network_*.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/builder_state.hpp"

namespace summitry {

using Order = std::vector<std::uint32_t>;  // the i-th is what number order[i] was

// Whether all else that relations say is the same: then their order is that of their ends.
[[nodiscard]] bool differ_in_ends_alone(const BuilderState& state);

// Warns of relations that stand twice, unless these are allowed.
[[nodiscard]] Order relation_order(BuilderState& state);

}  // namespace summitry
