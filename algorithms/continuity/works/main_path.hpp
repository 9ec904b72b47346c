// The main path of a lineage: the line of descent that most lines run through.
//
//   SPC(u -> v) = paths from any source to u  *  paths from v to any sink
//
// Reads      arcs older -> younger over vertices 0..n-1; several arcs between two count each
// Gives      counts by arc (as doubles: exact up to 2^53), and of all source-to-sink paths the one
//            whose counts add up to most; of equal ones the one with the smaller vertices. Depth: arcs
//            on the longest path to a vertex. Where the arcs run in a circle only a cycle is given.
// Cost       O(n + m log m)
// Method     Hummon & Doreian 1989, doi:10.1016/0378-8733(89)90017-8; counting by Batagelj 2003,
//            arXiv:cs/0309023; the path by its sum ("global"), not step by step
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace summitry {

struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

struct MainPath {
  std::vector<std::uint32_t> cycle;    // where there is one, from its smallest vertex
  std::vector<double> counts;          // by arc
  std::vector<std::size_t> depth;      // by vertex
  std::vector<std::uint32_t> path;     // empty without an arc
  std::vector<std::uint32_t> longest;  // of equal ones the one with the smaller vertices
};

// Throws InvalidOption for an arc to a vertex that is not there.
[[nodiscard]] MainPath main_path(std::size_t vertices, std::span<const Arc> arcs);

}  // namespace summitry
