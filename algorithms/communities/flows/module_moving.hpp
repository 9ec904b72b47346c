// The two steps of the search for a short map equation: moving vertices between modules, and refining
// modules into submodules.
//
// Method     as moving.hpp, with the description of the walk in the place of modularity: after moving v
//            from module a to b only the terms of a and b and of all entries change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algorithms/communities/flows/flow.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// Vertices wait in a queue, at first in random order, and go to the neighbouring module, or one of
// their own, that shortens the description most; one that moves sends its neighbours outside its new
// module back to the queue. Labels are below the size, before and after.
void move_between_modules(const Flow& flow, std::vector<std::uint32_t>& module, Random& random,
                          const Run& run);

// Submodules: within each module every vertex begins alone, and those still alone join the submodule
// next to them that shortens the description most. Labels are below the size.
[[nodiscard]] std::vector<std::uint32_t> submodules(const Flow& flow,
                                                    const std::vector<std::uint32_t>& module,
                                                    Random& random, const Run& run);

}  // namespace summitry::communities
