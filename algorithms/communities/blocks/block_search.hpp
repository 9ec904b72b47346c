// The steps by which the stochastic block model's groups are searched: sweeps of single vertices,
// mergers of whole groups, splits, and mergers followed by splits. None raises the description length.
//
// Method     Peixoto 2014, doi:10.1103/PhysRevE.89.012804 (proposals by the neighbours of neighbours,
//            agglomeration) and 2020, doi:10.1103/PhysRevE.102.012305 (merge and split), both at zero
//            temperature: a move is made when it shortens the description.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algorithms/communities/blocks/block_state.hpp"
#include "engine/random.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

struct Grouping {
  std::vector<std::uint32_t> group;  // of every vertex, labels 0..count-1
  std::uint32_t count = 0;
};

// How far a sweep looks for a better group.
enum class Reach : std::uint8_t {
  near,   // a few groups around the vertex and two steps away
  every,  // every group, where there are not many, and a new one
};

// Sweeps over all vertices until one changes little, `sweeps` at most.
void sweep_vertices(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                    Reach reach, int sweeps, Random& random, const Run& run);

// Merges pairs of groups, the cheapest first, until `target` groups are left.
void merge_down_to(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                   std::uint32_t target, Random& random, const Run& run);

// Merges pairs as long as that shortens the description.
void merge_while_shorter(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                         Random& random, const Run& run);

// Splits each group, and each group together with one near it, in two where that shortens the
// description.
void split_groups(const CountedGraph& graph, const BlockModel& model, Grouping& grouping,
                  Random& random, const Run& run);

}  // namespace summitry::communities
