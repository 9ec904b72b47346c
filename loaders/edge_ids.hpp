// Ids of vertices as they stand in a list, made dense: vertex 0 is the smallest that occurs.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "loaders/edge_text.hpp"

namespace summitry {

struct DenseIds {
  std::uint64_t count = 0;
  std::vector<std::uint64_t> ids;  // by vertex, ascending; empty when they are 0..count-1 already
};

// Replaces the ends of `edges`, the highest of which is `highest`, by vertices.
[[nodiscard]] DenseIds make_dense(std::vector<Edge>& edges, std::uint64_t highest, const Run& run);
// The same for wide ids; gives the edges, and lets go of what it was given.
[[nodiscard]] DenseIds make_dense(std::vector<WideEdge>& wide, std::vector<Edge>& edges,
                                  const Run& run);

}  // namespace summitry
