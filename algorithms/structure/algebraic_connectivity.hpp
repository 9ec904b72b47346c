// Algebraic connectivity: the second smallest eigenvalue of the Laplacian. How hard a network is to
// part, and how fast what flows along its edges evens out.
//
// Reads      the undirected simple view (direction, loops, parallel edges and weights do not count)
// Gives      >= 0, and 0 exactly where the graph is not connected; at most the fewest neighbours that a
//            vertex has, except in a complete graph, where it is n. Missing below two vertices, and
//            above options.largest
// Cost       O(n^3) time, O(n^2) memory
// Method     Fiedler 1973, doi:10.21136/CMJ.1973.101168; all eigenvalues by Eigen
// See also   components.hpp
#pragma once

#include <optional>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct AlgebraicConnectivityOptions {
  VertexId largest = 2000;  // vertices; a connected graph with more has no figure
};

[[nodiscard]] std::optional<double> algebraic_connectivity(
    const Graph& graph, const AlgebraicConnectivityOptions& options = {}, const Run& run = {});

}  // namespace summitry
