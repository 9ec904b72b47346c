// Edge lists in memory and as text, "u v" a line: what every contender of the benchmark is given.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/graph.hpp"

namespace summitry::bench {

struct EdgeList {
  VertexId vertices = 0;
  std::vector<Edge> edges;
};

// Numbers by twos; lines that begin with # or % are comments. Throws Error for anything else.
[[nodiscard]] EdgeList read_edges(const std::string& path);
// The METIS format without weights: n and m, then the neighbours of each vertex from 1 on a line.
[[nodiscard]] EdgeList read_metis(const std::string& path);
void write_edges(const EdgeList& list, const std::string& path);

// Loops and repeated pairs left out; vertices that are left without an edge as well.
void make_simple(EdgeList& list, Direction direction);
// New numbers for the vertices, the edges in another order, ends of edges swapped at random.
void shuffle(EdgeList& list, std::uint64_t seed);

// A whole number from 1 to 9 for an edge, the same from both ends: sums of them are exact, so that
// equally long paths are equally long for everybody. peers.py works it out in the same way.
[[nodiscard]] double length_of(const Edge& edge);

}  // namespace summitry::bench
