// An undirected Graph cut apart at its articulation points: shortest paths between two vertices of a
// biconnected block stay inside it, and all others are put together from those. Each block remembers
// how many vertices hang on each of its own.
//
// Reads      direction no | weights no | parallel edges are paths of their own | loops no
// Cost       O(n + m)
// Method     Hopcroft & Tarjan 1973, doi:10.1145/362248.362272, without recursion; masses as in
//            Sariyüce, Saule, Kaya & Çatalyürek 2013, doi:10.1137/1.9781611972832.71. Trees that hang
//            off the rest (Baglioni et al. 2012) are blocks of two vertices.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

using BlockId = std::uint32_t;
inline constexpr BlockId kNoBlock = std::numeric_limits<BlockId>::max();

struct BlockSplit {
  struct Part {
    VertexId top = 0;         // the vertex of the block that was met first
    double below = 0;         // vertices cut off from the rest without `top`
    std::uint32_t size = 0;   // vertices, `top` among them
    std::uint32_t edges = 0;  // parallel ones each
    bool parallel = false;    // has parallel edges
  };

  std::vector<Part> parts;
  std::vector<BlockId> home;          // by vertex: the block it is in without being its top
  std::vector<std::uint32_t> number;  // by vertex: when it was met
  std::vector<double> hanging;    // by vertex: vertices in blocks whose top it is, without itself
  std::vector<double> component;  // by vertex: vertices of its component

  explicit BlockSplit(const Graph& graph);

  // The block of the edge between two different vertices.
  [[nodiscard]] BlockId block_of(VertexId u, VertexId v) const {
    return home[number[u] > number[v] ? u : v];
  }
  // Vertices that are nearer to v than to all others of the block, v among them.
  [[nodiscard]] double mass(VertexId v, BlockId block) const {
    if (home[v] == block) return 1.0 + hanging[v];
    return component[v] - parts[block].below;
  }
  // Ordered pairs of others that are joined only by way of v: those in different blocks of v.
  [[nodiscard]] std::vector<double> pairs_apart() const;
};

}  // namespace summitry
