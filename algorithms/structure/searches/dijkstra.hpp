// Dijkstra's search with scratch space that is used again for the next source.
#pragma once

#include <span>

#include "algorithms/arcs.hpp"
#include "algorithms/structure/searches/length_search.hpp"
#include "engine/graph.hpp"

namespace summitry {

class Dijkstra {
 public:
  Dijkstra(const Graph& graph, Along along);
  // Along rows with weights, which must stay.
  explicit Dijkstra(const Arcs& rows);

  // Weights must be > 0. Cost one pass over the reached arcs beside the queue, see length_search.hpp;
  // clears only what the last search touched.
  void search(VertexId source);

  // In the order in which they were settled, the source first: every vertex after all that lie before
  // it on a shortest path.
  [[nodiscard]] std::span<const VertexId> settled() const { return search_.settled(); }
  [[nodiscard]] double distance(VertexId v) const {
    return search_.distance(v);
  }  // infinite: no path

 private:
  Arcs arcs_;
  LengthSearch search_;
};

}  // namespace summitry
