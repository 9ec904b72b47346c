// What joins a vertex to others, row by row, with the weights of what joins them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph.hpp"

namespace summitry::communities {

struct WeightedRows {
  std::vector<std::uint64_t> offsets{0};
  std::vector<VertexId> targets;  // ascending in a row
  std::vector<double> weights;    // > 0, parallel to targets

  [[nodiscard]] VertexId size() const { return static_cast<VertexId>(offsets.size() - 1); }
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return {targets.data() + offsets[v], targets.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const double> joining(VertexId v) const {
    return {weights.data() + offsets[v], weights.data() + offsets[v + 1]};
  }
};

struct WeightedArc {
  VertexId source = 0;
  VertexId target = 0;
  double weight = 0.0;

  auto operator<=>(const WeightedArc&) const = default;
};

// Rows for vertices 0..size-1 from arcs by rising source and target; the weights of arcs between the same
// vertices add up in the order in which they come.
void fill_rows(std::span<const WeightedArc> arcs, VertexId size, WeightedRows& rows);

}  // namespace summitry::communities
