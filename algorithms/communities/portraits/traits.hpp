// What entities have in common: kinds, subtypes, values of columns, and relations to one and the
// same entity of another kind. Each trait with the vertices that have it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"

namespace summitry::communities {

struct Shared {
  Trait trait;                     // of, column, value, entity and size
  std::vector<VertexId> vertices;  // ascending
};

struct TraitLimits {
  std::size_t least = 3;         // vertices that must have it; all of them is too many
  std::size_t most_values = 60;  // a column with more different ones describes nobody
};

// Columns of text, truth and lists; a missing value is no trait. Of the relations each whose ends are
// of different kinds gives a trait to both, whether or not the other end is a vertex; one that is not
// realised says its status with its type. In a fixed order: attributes, then relations by type.
[[nodiscard]] std::vector<Shared> shared_traits(const Network& network, const Graph& graph,
                                                std::span<const RelationIndex> relations,
                                                const TraitLimits& limits);

}  // namespace summitry::communities
