// What the options and the catalogue entries of the measures by current share.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include "algorithms/cost.hpp"
#include "algorithms/options.hpp"

namespace summitry {

// Throws InvalidOption unless the value is in [0, 1).
inline void require_share(std::string_view function, std::string_view name, double value) {
  if (value >= 0.0 && value < 1.0) return;
  refuse_option(function, name, "in [0, 1)", option_text(value));
}

namespace steps {

// A sparse factor and its inverse: trees fill in nothing; what closes cycles ends in a dense core, on
// social networks of a vertex for about every 40 such edges.
[[nodiscard]] inline double factor(const Graph& graph) {
  const double n = graph.vertex_count();
  const double closing = std::max(0.0, static_cast<double>(graph.edge_count()) - n);
  return linear(graph) + std::pow(std::min(n, closing / 40.0), 3.0);
}

// For every edge the potentials of all vertices, sorted.
[[nodiscard]] inline double sorted_potentials(const Graph& graph) {
  const double n = std::max(2.0, static_cast<double>(graph.vertex_count()));
  return factor(graph) + static_cast<double>(graph.edge_count()) * n * std::log2(n);
}

}  // namespace steps

inline constexpr Work kFactorWork{steps::factor, 1.5};
inline constexpr Work kSortedPotentialsWork{steps::sorted_potentials, 5.0};

}  // namespace summitry
