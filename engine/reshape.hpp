// Graphs from Graphs (and the two selections that have a name of their own).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/selection.hpp"

namespace summitry {

// The snapshot of one summit, and of a span of time: select() with that one field changed.
[[nodiscard]] Graph at(const Network& network, std::string_view summit, Selection selection = {});
[[nodiscard]] Graph between(const Network& network, Date from, Date to, Selection selection = {});

// The subgraph induced by `vertices` (any order, duplicates count once).
[[nodiscard]] Graph induced(const Graph& graph, std::span<const VertexId> vertices);

// The largest (weakly) connected component; of equal ones that with the smallest vertex.
[[nodiscard]] Graph giant(const Graph& graph);

// Everything within `radius` steps of `centre`, against the direction as well.
[[nodiscard]] Graph ego(const Graph& graph, VertexId centre, std::uint32_t radius = 1);

enum class ProjectionWeight {
  none,    // a plain edge where anything is shared
  shared,  // how many neighbours are shared
  newman,  // Newman 2001: each shared neighbour k adds 1 / (degree(k) - 1); doi:10.1103/PhysRevE.64.016132
};

// One-mode projection onto the vertices for which `keep` is true: two of them are joined when they
// share a neighbour for which it is false. Direction, loops and parallel edges of `graph` are ignored;
// edges between two kept vertices are dropped. Undirected; edges stand for no single relation.
// Cost O(sum over dropped vertices of degree squared).
[[nodiscard]] Graph project(const Graph& graph, const std::vector<bool>& keep,
                            ProjectionWeight weight = ProjectionWeight::none);
// Onto the entities of one kind. Throws UnknownName.
[[nodiscard]] Graph project(const Network& network, const Graph& graph, std::string_view kind,
                            ProjectionWeight weight = ProjectionWeight::none);

}  // namespace summitry
