// How far found communities agree with groups that are known: an attribute of the entities, such as the
// club that a member joined, or what a file says.
//
// Reads      vertices that have no value are left out, and counted. Of a list each item is a group, so
//            groups may overlap: figures over all but omega and the mean F1, which are of covers, then take
//            each combination of items for a group
// Gives      figures over all (agreement.hpp, omega.hpp, matches.hpp), in a fixed order; for each group
//            the community most like it, with precision and recall, and for each community the group
// Cost       O(n log n), the adjusted mutual information more: see agreement.hpp
// Method     see agreement.hpp, omega.hpp and matches.hpp. Where most agreement is by chance alone read
//            the adjusted figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/partition.hpp"
#include "engine/truth.hpp"

namespace summitry {

struct KnownGroups {
  std::string name;                 // of the attribute or the file
  std::vector<std::string> values;  // by vertex; "" for none
  std::vector<List> items;          // of the values, where they are lists; else nothing
};

// Throws Error when no vertex has a value.
[[nodiscard]] KnownGroups known_groups(std::string name, std::vector<std::string> values);

// `attribute` is a column of the Network's entities, "kind" or "subtype". Throws UnknownName with those there
// are, and Error when no entity of the Graph has a value.
[[nodiscard]] KnownGroups groups_by(const Network& network, const Graph& graph,
                                    std::string_view attribute);

// Throws InvalidOption unless there is a value for every vertex.
[[nodiscard]] TruthComparison compare_with_truth(const KnownGroups& known, const Partition& found);

}  // namespace summitry
