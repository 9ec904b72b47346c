// Components: which vertices reach one another.
//
//   weak    along edges whatever their direction
//   strong  both ways along the direction; undirected: the same as weak
//
// Reads      direction when strong | no weights (an edge of weight 0 still joins)
// Gives      a Partition, numbered by falling size, then smallest vertex; an isolate is alone
// Cost       O(n + m) and O(n) memory; weak: O(m log n) at the very worst, and in parallel
// Method     weak: whoever hangs together with the vertex of highest degree is found by pulling, which
//            skips most arcs; the rest by union and find without locks, as in Afforest (Sutton,
//            Ben-Nun & Barak 2018, doi:10.1109/IPDPS.2018.00012).
//            strong: Tarjan 1972, doi:10.1137/0201010, with one number a vertex (Pearce 2016,
//            doi:10.1016/j.ipl.2015.08.010) and without recursion
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

enum class Connection { weak, strong };

[[nodiscard]] Partition components(const Graph& graph, Connection connection = Connection::weak,
                                   const Run& run = {});

// The strong component of every vertex, numbered so that every edge between two components goes from
// a higher number to a lower one: Tarjan's own order, for those who work along the direction.
[[nodiscard]] std::vector<std::uint32_t> strong_components_reversed(const Graph& graph);

}  // namespace summitry
