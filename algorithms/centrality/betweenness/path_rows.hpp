// The rows that a batched search passes over: a Graph, or what is left of it once the paths that are
// known beforehand have been taken out.
#pragma once

#include <cstdint>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"

namespace summitry {

struct PathRows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<VertexId> ends;
  std::vector<EdgeId> edges;    // of each arc; empty when nobody asks
  std::vector<double> weights;  // of each arc; empty for hops
  std::vector<double> sources;  // by row: vertices of the Graph whose paths start as if there
  std::vector<double> targets;  // vertices of the Graph whose paths end as if there
  std::vector<double> copies;   // rows alike that this one stands for

  [[nodiscard]] std::size_t size() const { return sources.size(); }
  [[nodiscard]] Arcs arcs() const { return {offsets, ends, weights}; }
};

// Every arc the other way round; edges are left out.
[[nodiscard]] PathRows reversed(const PathRows& rows);

// A vertex of the Graph and a row that has a part of its paths.
struct Member {
  VertexId vertex = 0;
  VertexId row = 0;
};

struct Reduced {
  PathRows rows;
  std::vector<Member> members;
  std::vector<double> known;  // by vertex or by edge: ordered pairs counted in closed form
};

}  // namespace summitry
