// The exponential of a non-negative adjacency matrix: what communicability and subgraph centrality
// share.
#pragma once

#include <string_view>
#include <vector>

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// The largest eigenvalue of the adjacency matrix, as leading.hpp finds it.
[[nodiscard]] double spectral_radius(const Graph& graph, const Run& run);

// Throws InvalidOption for a beta that is not a finite number >= 0.
void require_beta(std::string_view function, double beta);

// beta * radius when normalized, else 0. Throws InvalidOption where raw values would be too large
// numbers.
[[nodiscard]] double exponent_taken_out(std::string_view function, double beta, Scale scale,
                                        double radius);

// exp(-shift) exp(beta A) x for x >= 0, where `radius` is spectral_radius(); iterations counts
// multiplications. Taylor's series, in stages of exponents up to 200: nothing is negative, so nothing
// cancels; it ends where no value changes by more than 1e-17 of itself.
struct Exponential {
  std::vector<double> values;
  int iterations = 0;
};
[[nodiscard]] Exponential exponential_times(const Graph& graph, double beta, double radius,
                                            double shift, std::vector<double> x, const Run& run);

}  // namespace summitry
