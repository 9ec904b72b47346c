// Positions, blocs and work from edition to edition, as tables for people.
#pragma once

#include <string>

#include "engine/transitions.hpp"

namespace summitry::cli {

// Each table after an empty line and a line that says what it is; "" where nothing was computed.
[[nodiscard]] std::string persistence_tables(const Network& network, const Continuity& continuity);

}  // namespace summitry::cli
