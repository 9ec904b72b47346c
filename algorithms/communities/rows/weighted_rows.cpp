#include "algorithms/communities/rows/weighted_rows.hpp"

namespace summitry::communities {

void fill_rows(std::span<const WeightedArc> arcs, VertexId size, WeightedRows& rows) {
  std::size_t next = 0;
  for (VertexId v = 0; v < size; ++v) {
    for (; next < arcs.size() && arcs[next].source == v; ++next) {
      const bool again =
          rows.targets.size() > rows.offsets.back() && rows.targets.back() == arcs[next].target;
      if (!again) {
        rows.targets.push_back(arcs[next].target);
        rows.weights.push_back(0.0);
      }
      rows.weights.back() += arcs[next].weight;
    }
    rows.offsets.push_back(rows.targets.size());
  }
}

}  // namespace summitry::communities
