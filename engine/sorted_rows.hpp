// Edges in any order into sorted rows, by counting and scattering three times: nothing is compared.
// Edges are let go as soon as they are scattered, so that never more than 12 bytes an edge are held.
//
// With two threads or more every pass runs from both ends at once, one thread filling rows from the
// front and one from the back; the rows are the same.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// Row v of `targets` is [offsets[v], offsets[v + 1]), ascending.
struct SortedRows {
  std::vector<std::uint32_t> offsets;
  std::vector<VertexId> targets;
};

// Every edge in the rows of both ends, a loop once. Of each row the ends that are not smaller than the
// vertex come last: there are first_edge[v + 1] - first_edge[v] of them.
struct UndirectedRows {
  SortedRows rows;
  std::vector<EdgeId> first_edge;
  EdgeId loops = 0;
};
struct DirectedRows {
  SortedRows out;
  SortedRows in;
  EdgeId loops = 0;
};

// All ends must be below n.
[[nodiscard]] UndirectedRows undirected_rows(std::vector<Edge> edges, VertexId n, const Run& run);
[[nodiscard]] DirectedRows directed_rows(std::vector<Edge> edges, VertexId n, const Run& run);
// DirectedRows::out alone, by scattering twice.
[[nodiscard]] SortedRows outgoing_rows(std::vector<Edge> edges, VertexId n, const Run& run);

}  // namespace summitry
