// Random graphs of many vertices, for what small ones never reach: several blocks, several threads.
#pragma once

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/graph.hpp"
#include "engine/random.hpp"

namespace summitry::testing {

// Loops and parallel edges included. With a skew above 1 low numbers are drawn more often: hubs of
// falling importance, and many stragglers.
inline Graph large_graph(VertexId n, std::size_t m, Direction direction, std::uint64_t seed,
                         double skew = 1.0) {
  Random random(seed);
  const auto draw = [&] { return static_cast<VertexId>(n * std::pow(random.unit(), skew)) % n; };
  GraphParts parts;
  parts.vertices = n;
  parts.direction = direction;
  for (std::size_t i = 0; i < m; ++i) {
    const VertexId u = draw();
    parts.edges.push_back({u, draw()});
  }
  return Graph(std::move(parts));
}

}  // namespace summitry::testing
