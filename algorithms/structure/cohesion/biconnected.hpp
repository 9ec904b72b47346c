// Biconnected components: the parts of a graph that no single vertex can split, with the vertices and
// the edges on which its cohesion hangs.
//
//   component     of an edge: two edges are in the same one when a cycle runs through both
//   articulation  of a vertex: how many components more there are without it
//   bridge        an edge without which there is one component more
//
// Reads      the undirected view (direction does not count) | no weights | of parallel edges, and of
//            edges u->v and v->u, none is a bridge | loops do not matter
// Gives      components numbered by falling number of edges, then smallest edge; articulation: whole
//            numbers >= 0, an isolate 0; bridge: 1 or 0
// Cost       O(n + m) time and memory
// Method     Hopcroft & Tarjan 1973, doi:10.1145/362248.362272, without recursion: a path of any
//            length needs no stack. As NetworkX and igraph
// See also   components.hpp
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

inline constexpr std::uint32_t kNoBicomponent = UINT32_MAX;

struct Bicomponents {
  std::vector<std::uint32_t> component;  // by edge; kNoBicomponent for a loop
  std::uint32_t count = 0;
  std::vector<std::uint32_t> articulation;  // by vertex; 0: not an articulation point
  std::vector<std::uint8_t> bridge;         // by edge
};

[[nodiscard]] Bicomponents bicomponents(const Graph& graph, const Run& run = {});

[[nodiscard]] Scores articulation(const Graph& graph, const Run& run = {});
[[nodiscard]] Scores bridges(const Graph& graph, const Run& run = {});

}  // namespace summitry
