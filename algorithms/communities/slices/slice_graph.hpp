// Several Graphs, slices, as one whose vertices are the vertices of all slices: joined by edges within a
// slice, and by the coupling between the same entity in two of them. What multislice communities move,
// merge and condense; a condensed vertex may have ends in several slices.
//
// Moving a vertex v into a community C that it is not in raises the quality by
//
//   (joining weight between v and C) - sum over slices of scale * (out(v) in(C) + in(v) out(C))
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/communities/rows/weighted_rows.hpp"
#include "engine/graph.hpp"

namespace summitry::communities {

// The ends of edges that a vertex or a community has in a slice.
struct SliceEnds {
  std::uint32_t slice = 0;
  std::uint32_t holders = 1;  // how many vertices they are of
  double out = 0.0;
  double in = 0.0;
};

struct SliceGraph : WeightedRows {
  std::vector<std::uint64_t> ends_offsets{0};
  std::vector<SliceEnds> ends;  // by vertex, ascending slices
  std::vector<double> scale;    // by slice
  double unit = 1.0;            // mean weight of an edge: what "small" is measured by

  [[nodiscard]] std::span<const SliceEnds> ends_of(VertexId v) const {
    return {ends.data() + ends_offsets[v], ends.data() + ends_offsets[v + 1]};
  }
};

// The same entity in two slices: vertices counted through all slices, the first before the second.
struct Coupled {
  VertexId first = 0;
  VertexId second = 0;
};

// Throws InvalidWeight, naming `method`, unless the weights of all slices are strengths.
[[nodiscard]] SliceGraph slice_graph(std::span<const Graph> slices,
                                     std::span<const Coupled> coupled, double coupling,
                                     std::span<const double> resolutions, const char* method);

// One vertex a group; groups are 0..count-1.
[[nodiscard]] SliceGraph condensed(const SliceGraph& graph, std::span<const std::uint32_t> group,
                                   std::uint32_t count);

}  // namespace summitry::communities
