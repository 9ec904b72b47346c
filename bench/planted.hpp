// Random graphs whose communities are known: the same from a seed on every machine, simple,
// undirected, their vertices and lines in random order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/edges.hpp"

namespace summitry::bench {

struct Planted {
  EdgeList list;
  std::vector<std::uint32_t> community;  // by vertex
};

// Lancichinetti, Fortunato & Radicchi 2008, doi:10.1103/PhysRevE.78.046110. Degrees by a power law
// with exponent 2.5, mean 20, at most 50 (200 from 10,000 vertices on); sizes of communities with
// exponent 1.5, from 20 to 100 (to 1000); the share `mixing` of each vertex's edges goes to other
// communities. Ends are matched at random; loops, repeated pairs and, between communities, pairs
// within one are rewired by exchanging ends with other edges. What 100 exchanges do not mend is
// left out: less than one edge in 10,000 up to a mixing of 0.7.
[[nodiscard]] Planted lfr(VertexId vertices, double mixing, std::uint64_t seed);

// `groups` of `size`; each vertex has `inside` edges within its group and `outside` others, on average.
[[nodiscard]] Planted planted_partition(VertexId groups, VertexId size, double inside,
                                        double outside, std::uint64_t seed);

// A label a line, by vertex.
[[nodiscard]] std::vector<std::uint32_t> read_labels(const std::string& path);
void write_labels(const std::vector<std::uint32_t>& labels, const std::string& path);

}  // namespace summitry::bench
