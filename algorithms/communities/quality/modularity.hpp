// Modularity: how much more weight lies inside the communities than their vertices' degrees lead one
// to expect.
//
//   undirected  Q = sum over communities c of  L(c)/m - r * (K(c) / 2m)^2
//   directed    Q = sum over communities c of  L(c)/m - r * K_out(c) K_in(c) / m^2
//
//   L(c)  weight inside c       K(c)  sum of degrees (strengths) in c
//   m     total weight          r     resolution; 1 is Newman and Girvan's
//
// Reads      direction yes | weights yes, strengths >= 0 | parallel edges add up | a loop lies inside
//            and counts 2 in an undirected degree
// Gives      at most 1; not a number when the total weight is 0
// Cost       O(n + m), on the threads of the run
// Method     Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113; resolution of Reichardt &
//            Bornholdt 2006; directed: Leicht & Newman 2008, doi:10.1103/PhysRevLett.100.118703.
//            Same values as igraph and NetworkX.
// See also   leiden.hpp, which looks for the partition of the highest modularity
#pragma once

#include <cstdint>
#include <span>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

// Throws InvalidOption for a resolution that is negative or not finite, or labels that are not one a
// vertex, and InvalidWeight for weights that are not strengths.
[[nodiscard]] double modularity(const Graph& graph, std::span<const std::uint32_t> community,
                                double resolution = 1.0, const Run& run = {.threads = 1});
[[nodiscard]] inline double modularity(const Graph& graph, const Partition& partition,
                                       double resolution = 1.0) {
  return modularity(graph, partition.community, resolution);
}

}  // namespace summitry
