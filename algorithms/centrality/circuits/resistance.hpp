// The network as an electrical circuit: edges conduct as much as they weigh. What the measures by
// current share: the components, their Laplacians, and rows of right-hand sides solved together.
//
//   L  the Laplacian: L(v,v) all conductance at v, L(v,w) minus that between v and w
//   potentials x for currents b that sum to 0:  L x = b, fixed up to a constant
//   r(u, v) = x(u) - x(v) for a unit of current from u to v, the effective resistance
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/structure/simple.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

// What current flows through, and its components.
struct Circuit {
  SimpleGraph graph;  // undirected; conductances of parallel and reciprocal edges added up
  std::vector<std::vector<VertexId>> parts;  // ascending members, two or more
  std::vector<VertexId> place;               // of a vertex within its part

  // Edges of weight 0 do not conduct and are left out.
  explicit Circuit(const Graph& graph);
};

// A pair of members that is joined; `from` < `to`.
struct Wire {
  VertexId from = 0;
  VertexId to = 0;
  double conductance = 0.0;
};

// One component, its members numbered by their places.
struct Component {
  std::vector<std::size_t> offsets{0};
  std::vector<VertexId> ends;        // ascending in each row
  std::vector<double> conductances;  // parallel to ends
  std::vector<double> totals;        // conductance at each member

  Component(const Circuit& circuit, const std::vector<VertexId>& members);

  [[nodiscard]] VertexId size() const { return static_cast<VertexId>(totals.size()); }
  [[nodiscard]] std::size_t degree(VertexId v) const { return offsets[v + 1] - offsets[v]; }
  // A member with most neighbours, the first of equals: best to be held at potential 0.
  [[nodiscard]] VertexId hub() const;
  // In order of (from, to).
  [[nodiscard]] std::vector<Wire> wires() const;
};

// Several right-hand sides side by side: a row a member.
constexpr std::size_t kLanes = 8;
struct alignas(64) Lanes {
  std::array<double, kLanes> lane{};
};

// Shifts each lane so that it sums to 0.
void centre(std::span<Lanes> x);

}  // namespace summitry
