// Rows with the same neighbours have the same paths, but for those between themselves.
//
// Undirected: rows that are joined to each other and to the same others stand between nobody in their
// class; rows that are not joined to each other are two steps apart, and their common neighbours share
// those paths. Directed: no path joins two of a class.
//
// Reads      sorted rows; parallel arcs must be repeated alike
// Cost       O(n + m), and sorting the rows' fingerprints
// Method     identical vertices of Sariyüce, Saule, Kaya & Çatalyürek 2013,
//            doi:10.1137/1.9781611972832.71
// See also   structure/searches/twin_classes.hpp, which finds the classes
#pragma once

#include "algorithms/centrality/betweenness/path_rows.hpp"

namespace summitry {

// One row for each class. Rows must not carry edges. `known` hears of the pairs inside classes.
[[nodiscard]] Reduced merge_twins(Reduced whole, bool directed);

}  // namespace summitry
