// Components: which vertices reach one another.
//
//   weak    along edges whatever their direction
//   strong  both ways along the direction; undirected: the same as weak
//
// Reads      direction when strong | no weights (an edge of weight 0 still joins)
// Gives      a Partition, numbered by falling size, then smallest vertex; an isolate is alone
// Cost       O(n + m)
// Method     strong: Tarjan 1972, doi:10.1137/0201010, without recursion
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/partition.hpp"

namespace summitry {

enum class Connection { weak, strong };

[[nodiscard]] Partition components(const Graph& graph, Connection connection = Connection::weak);

// The strong component of every vertex, numbered so that every edge between two components goes from
// a higher number to a lower one: Tarjan's own order, for those who work along the direction.
[[nodiscard]] std::vector<std::uint32_t> strong_components_reversed(const Graph& graph);

}  // namespace summitry
