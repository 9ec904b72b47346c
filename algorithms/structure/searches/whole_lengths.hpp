// Distances along lengths that are small whole multiples of one unit, from 512 sources at once: the
// search of multi_source.hpp, in which what leaves a vertex waits as long as its edge is.
//
// Reads      direction yes: distances *to* the vertex | distances as weights | parallel edges: the
//            shortest counts | loops do not matter
// Cost       O(n / 512 * distances that occur at a vertex * (n + m)) time at worst; (longest + 2) 64 n
//            bytes a thread and a copy of the arcs
// Method     Dial 1969, doi:10.1145/363269.363610 (a queue for each distance), with the batches of Then
//            et al. 2014, doi:10.14778/2735496.2735507
#pragma once

#include <cstddef>
#include <optional>

#include "algorithms/structure/searches/distances.hpp"

namespace summitry {

struct WholeLengths {
  double unit = 0.0;           // what all lengths are multiples of
  std::size_t most_units = 0;  // in the longest
};
// Nothing where lengths are not whole numbers, or the longest is more than 64 units, or the rows would
// need too much memory. Cost O(m).
[[nodiscard]] std::optional<WholeLengths> whole_lengths(const Graph& graph);

// What distance_sums() yields by weights; nothing where there are no whole_lengths().
[[nodiscard]] std::optional<DistanceSums> whole_length_sums(const Graph& graph, const Run& run);

}  // namespace summitry
