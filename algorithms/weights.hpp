// What an algorithm may assume about weights, checked once at its door.
#pragma once

#include <optional>
#include <string_view>

#include "engine/graph.hpp"

namespace summitry {

// Both pass for a Graph without weights, and throw InvalidWeight otherwise: when the weights mean
// something else, or one of them cannot be read that way. Cost O(m).
//
// Strengths are finite and >= 0, the largest of them from 1e-100 to 1e100, so that no product of sums
// of them overflows or vanishes. Distances are finite and > 0: with a distance of 0 the shortest
// paths between two vertices need not be countable.
void require_strengths(std::string_view function, const Graph& graph);
void require_distances(std::string_view function, const Graph& graph);

// The Graph without its edges of weight 0, which join nobody where weights are strengths; nothing
// when there are none.
[[nodiscard]] std::optional<Graph> without_zero_weights(const Graph& graph);

}  // namespace summitry
