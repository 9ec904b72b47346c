// Communities of a two-mode graph by Barber's modularity, which expects edges between the modes alone.
//
//   Q = 1/m * sum over communities c of  L(c) - r * K(c) D(c) / m
//
//   L(c)  weight inside c      K(c), D(c)  sum of the strengths of its vertices of the first and of the
//   m     total weight         r           resolution; 1 is Barber's               second mode
//
// Communities hold vertices of both modes. This is the directed modularity (modularity.hpp) of the
// graph whose edges all go from the first mode to the second, so Leiden's search finds it.
//
// Reads      direction: where edges go from some vertices to others that send none, these are the
//            modes; else not read, and the modes are found by colouring | weights yes,
//            strengths >= 0 | parallel edges add up | loops: refused, like every odd cycle
// Gives      canonical numbers and the quality reached, in [-1/2, 1); the best of `attempts` searches
//            (the earliest of equals). Isolated vertices are communities of their own. Depends on
//            run.seed, not on the threads.
// Cost       O(attempts * rounds * (n + m)) time in practice, O(n + m) memory
// Method     Barber 2007, doi:10.1103/PhysRevE.76.066102; searched as in Traag, Waltman & van Eck 2019,
//            doi:10.1038/s41598-019-41695-z. An undirected graph in several parts does not say which
//            mode of one part goes with which of another: the first vertex of each part is then taken
//            for the first mode, unless `first_mode` is given or edges are directed.
// See also   leiden.hpp, modularity.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

struct BipartiteModularityOptions {
  double resolution = 1.0;                // >= 0; higher: more and smaller communities
  std::size_t attempts = 20;              // >= 1; searches, of which the best counts
  std::vector<std::uint32_t> first_mode;  // its vertices; none: as the graph tells
};

// Which vertices are of the first mode. Throws InvalidOption when the graph is not two-mode: when some
// edge joins two vertices of `first_mode`, or two outside it, or where none is given, when an odd
// number of edges leads from a vertex back to itself.
[[nodiscard]] std::vector<bool> modes(const Graph& graph,
                                      const std::vector<std::uint32_t>& first_mode = {});

// Throws as modes() does, InvalidOption for an option outside its range and InvalidWeight for weights
// that are not strengths.
[[nodiscard]] Partition bipartite_modularity(const Graph& graph,
                                             const BipartiteModularityOptions& options = {},
                                             const Run& run = {});

// Barber's modularity of a partition; not a number when the total weight is 0. Throws InvalidOption
// unless `first_mode` has a value for every vertex.
[[nodiscard]] double barber_modularity(const Graph& graph, std::span<const std::uint32_t> community,
                                       const std::vector<bool>& first_mode,
                                       double resolution = 1.0);

}  // namespace summitry
