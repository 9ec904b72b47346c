// A multigraph that counts its edges, whose vertices stand for groups of vertices: what the stochastic
// block model is fitted to, and its groups themselves.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"

namespace summitry::communities {

struct CountedGraph {
  bool directed = false;
  std::int64_t vertices = 0;  // of the graph at the bottom
  std::int64_t edges = 0;     // all of them, parallel ones and loops too
  std::vector<std::uint64_t> offsets{0};
  std::vector<VertexId> targets;       // neighbours in either direction, without the vertex itself
  std::vector<std::uint32_t> out;      // edges to them (undirected: between), parallel to targets
  std::vector<std::uint32_t> in;       // directed: edges from them
  std::vector<std::int64_t> loops;     // edges from the vertex to itself
  std::vector<std::int64_t> size;      // vertices of the bottom that it stands for
  std::vector<std::int64_t> out_ends;  // undirected: all edge ends; a loop has two
  std::vector<std::int64_t> in_ends;   // directed
  // How many of the bottom's vertices have each degree (directed: out-degrees, and in-degrees as
  // classes of their own), as pairs of class and count, by rising class.
  struct DegreeCount {
    std::uint32_t degree_class = 0;
    std::uint32_t count = 0;
  };
  std::uint32_t degree_classes = 0;
  std::vector<std::uint64_t> degree_offsets{0};
  std::vector<DegreeCount> degrees;

  [[nodiscard]] VertexId count() const { return static_cast<VertexId>(offsets.size() - 1); }
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return {targets.data() + offsets[v], targets.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const std::uint32_t> leaving(VertexId v) const {
    return {out.data() + offsets[v], out.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const std::uint32_t> arriving(VertexId v) const {
    if (!directed) return {};
    return {in.data() + offsets[v], in.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const DegreeCount> degrees_of(VertexId v) const {
    return {degrees.data() + degree_offsets[v], degrees.data() + degree_offsets[v + 1]};
  }
};

// Weights are numbers of parallel edges. Throws InvalidWeight, naming `method`, for a weight that is
// not a strength or not a whole number, and for 2^31 edges or more.
[[nodiscard]] CountedGraph count_edges(const Graph& graph, std::string_view method);

// One vertex a group; labels are 0..count-1.
[[nodiscard]] CountedGraph condense(const CountedGraph& graph, std::span<const std::uint32_t> group,
                                    std::uint32_t count);

}  // namespace summitry::communities
