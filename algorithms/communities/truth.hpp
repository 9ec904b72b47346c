// How far found communities agree with groups that are known: an attribute of the entities, such as the
// club that a member joined.
//
// Reads      entities that have no value are left out, and counted; a list counts as its text
// Gives      figures over all (agreement.hpp, omega.hpp, matches.hpp), in a fixed order; for each group
//            the community most like it, with precision and recall, and for each community the group
// Cost       O(n log n), the adjusted mutual information more: see agreement.hpp
// Method     see agreement.hpp, omega.hpp and matches.hpp. Where most agreement is by chance alone read
//            the adjusted figures.
#pragma once

#include <string_view>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/partition.hpp"
#include "engine/truth.hpp"

namespace summitry {

// `attribute` is a column of the Network's entities, or "kind". Throws UnknownName with those there
// are, and Error when no entity of the Graph has a value.
[[nodiscard]] TruthComparison compare_with_truth(const Network& network, const Graph& graph,
                                                 const Partition& found,
                                                 std::string_view attribute);

}  // namespace summitry
