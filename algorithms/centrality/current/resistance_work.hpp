// What the options and the catalogue entries of the measures by current share.
#pragma once

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

// A sparse factor and its inverse: products of its entries, counted without computing any up to 200,000
// edges. Beyond, guessed: trees fill in nothing; what closes cycles ends in a dense core, on social
// networks of a vertex for about every 40 such edges. Without a factor, sweeps over the edges.
[[nodiscard]] double factor(const Graph& graph);

// Beside that, solutions for every vertex and for every edge the potentials of all vertices, sorted.
[[nodiscard]] double sorted_potentials(const Graph& graph);

}  // namespace steps

inline constexpr Work kFactorWork{steps::factor, 1.7};
inline constexpr Work kSortedPotentialsWork{steps::sorted_potentials, 1.7};

}  // namespace summitry
