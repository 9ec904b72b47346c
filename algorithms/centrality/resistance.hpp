// The network as an electrical circuit: edges conduct as much as they weigh. One connected component
// at a time, as a dense matrix.
#pragma once

#include <cstddef>
#include <vector>

#include "algorithms/structure/simple.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

// What current flows through, and its components.
struct Circuit {
  SimpleGraph graph;  // undirected; conductances of parallel and reciprocal edges added up
  std::vector<std::vector<VertexId>> parts;  // ascending members
  std::vector<VertexId> place;               // of a vertex within its part

  // Edges of weight 0 do not conduct and are left out.
  explicit Circuit(const Graph& graph);
};

// The pseudo-inverse of the component's Laplacian, size * size values by row, in order of members.
// The effective resistance between i and j is c(i,i) + c(j,j) - 2 c(i,j); every row sums to 0.
// Cost O(size^3) time, O(size^2) memory.
[[nodiscard]] std::vector<double> laplacian_inverse(const Circuit& circuit,
                                                    const std::vector<VertexId>& members);

}  // namespace summitry
