// The order in which vertices take their turns.
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/random.hpp"

namespace summitry::communities {

// By chance; where there are many, runs of neighbouring numbers stay together, so that their rows are
// read one after the other.
[[nodiscard]] std::vector<VertexId> visiting_order(VertexId count, Random& random);

}  // namespace summitry::communities
