// An edge in words: what the relations that it stands for have in common.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"

namespace summitry {

// Fields of several relations list their distinct values, joined by `|`, in order of relation.
// All is empty for an edge that stands for no relation, such as one of a projection.
struct EdgeSummary {
  std::size_t relations = 0;
  std::string types;
  std::string statuses;
  std::string roles;
  std::string summits;
  std::string from;         // the earliest
  std::string to;           // the latest
  std::string weight;       // the Graph's; without weights that of the one relation, if it has one
  std::size_t sources = 0;  // distinct ones
};

// The ends of every edge, by id, as its relations have them: who signs comes first in an undirected graph
// too, unless some of an edge's relations run the one way and some the other.
[[nodiscard]] std::vector<Edge> asserted_edges(const Network& network, const Graph& graph);

// `weight` is the Graph's own, or nullptr when it has none.
[[nodiscard]] EdgeSummary summarise(const Network& network, const Graph& graph, EdgeId edge,
                                    const double* weight);

}  // namespace summitry
