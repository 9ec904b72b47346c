// Vertices with the same neighbours: what holds of one along paths holds of all, but for the paths
// between themselves.
//
// Undirected: vertices that are joined to each other and to the same others, or that are not joined and
// have the same neighbours. Directed: vertices that nothing enters, by where they lead; vertices that
// nothing leaves, by where they are led from; no path joins two of a class.
//
// Reads      sorted rows without loops; parallel arcs must be repeated alike
// Cost       O(n + m), and sorting the rows' fingerprints
// Method     identical vertices of Sariyüce, Saule, Kaya & Çatalyürek 2013,
//            doi:10.1137/1.9781611972832.71
#pragma once

#include <span>
#include <vector>

#include "algorithms/arcs.hpp"

namespace summitry {

// By vertex: the first of its class.
using Leaders = std::vector<VertexId>;

[[nodiscard]] Leaders twin_leaders(const Arcs& rows);
[[nodiscard]] Leaders directed_twin_leaders(const Arcs& out, const Arcs& in);

// Whether the others of the leader's class are its neighbours, by its row.
[[nodiscard]] bool joined_to_class(std::span<const VertexId> row, VertexId leader,
                                   const Leaders& leaders);

[[nodiscard]] inline std::span<const VertexId> row_of(const Arcs& rows, VertexId v) {
  return rows.ends.subspan(rows.begin(v), rows.end(v) - rows.begin(v));
}

}  // namespace summitry
