// Shortest paths by distance from one source, counted: what weighted betweenness is made of. By hops
// it is batched_dependencies.hpp.
#pragma once

#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "algorithms/structure/dijkstra.hpp"
#include "engine/graph.hpp"

namespace summitry {

// By the sum of distances. Two lengths are the same when they differ by less than 1e-10 of
// themselves (as igraph): 0.1 + 0.2 is as long as 0.3.
class Lengthwise {
 public:
  explicit Lengthwise(const Graph& graph);
  void search(VertexId source);

  [[nodiscard]] std::span<const VertexId> order() const { return search_.settled(); }
  [[nodiscard]] double paths(VertexId v) const { return paths_[v]; }
  [[nodiscard]] bool on_path(VertexId v, std::size_t k, VertexId w) const {
    const double length = search_.distance(v) + arcs_.weights[k];
    return position_[v] < position_[w] && length <= search_.distance(w) * (1.0 + 1e-10);
  }

 private:
  Arcs arcs_;
  Dijkstra search_;
  std::vector<VertexId> position_;  // in order()
  std::vector<double> paths_;
};

}  // namespace summitry
