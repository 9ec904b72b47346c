// Shortest paths from one source, counted: what betweenness of vertices and edges is made of.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "algorithms/structure/dijkstra.hpp"
#include "engine/graph.hpp"

namespace summitry {

// By number of edges. Parallel edges are different paths.
class Hops {
 public:
  explicit Hops(const Graph& graph);
  void search(VertexId source);

  [[nodiscard]] std::span<const VertexId> order() const { return order_; }  // the source first
  [[nodiscard]] double paths(VertexId v) const { return paths_[v]; }
  // Whether arc k from v to w lies on a shortest path from the source.
  [[nodiscard]] bool on_path(VertexId v, std::size_t /*k*/, VertexId w) const {
    return distance_[w] == distance_[v] + 1;
  }

 private:
  Arcs arcs_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_;
  std::vector<VertexId> order_;
};

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
