// The flat arrays of a Graph's lists in one direction, for kernels: the arcs of v are
// [offsets[v], offsets[v + 1]).
#pragma once

#include <cstdint>
#include <span>

#include "engine/graph.hpp"

namespace summitry {

enum class Along { out, in };

struct Arcs {
  std::span<const std::uint32_t> offsets;
  std::span<const VertexId> ends;
  std::span<const double> weights;  // empty when the Graph has none

  [[nodiscard]] std::size_t begin(std::size_t v) const { return offsets[v]; }
  [[nodiscard]] std::size_t end(std::size_t v) const { return offsets[v + 1]; }
};

[[nodiscard]] inline Arcs arcs(const Graph& graph, Along along) {
  if (along == Along::in) return {graph.in_offsets(), graph.in_targets(), graph.in_arc_weights()};
  return {graph.out_offsets(), graph.out_targets(), graph.out_arc_weights()};
}

}  // namespace summitry
