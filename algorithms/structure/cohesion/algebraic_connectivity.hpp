// Algebraic connectivity: the second smallest eigenvalue of the Laplacian. How hard a network is to
// part, and how fast what flows along its edges evens out.
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      >= 0, and 0 exactly where the graph is not connected; at most the fewest neighbours that a
//            vertex has, except in a complete graph, where it is n. Missing below two vertices, above
//            options.largest, and where a large graph's iteration does not settle. To a relative 1e-9
// Cost       up to options.direct vertices O(n^3) time, O(n^2) memory; above them some dozens of
//            solutions of eight linear systems each, and 64 vectors
// Method     Fiedler 1973, doi:10.21136/CMJ.1973.101168. Small: all eigenvalues by Eigen. Large: block
//            Lanczos on the inverse of the Laplacian where that is defined, restarted from the best
//            vectors (Golub & Underwood 1977, doi:10.1016/B978-0-12-587260-7.50018-2); systems by a
//            sparse factor of the Laplacian, or by conjugate gradients where that fills in
// See also   components.hpp, algorithms/centrality/circuits/potentials.hpp
#pragma once

#include <optional>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct AlgebraicConnectivityOptions {
  VertexId largest = 200'000;  // vertices; a connected graph with more has no figure
  VertexId direct = 500;       // vertices; up to so many, and 64 at least, by a dense solver
};

[[nodiscard]] std::optional<double> algebraic_connectivity(
    const Graph& graph, const AlgebraicConnectivityOptions& options = {}, const Run& run = {});

}  // namespace summitry
