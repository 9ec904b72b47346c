// Subgraph centrality: closed walks through a vertex, one of k steps counted 1/k!, so that being part
// of many small dense subgraphs counts.
//
//   x(v) = exp(beta A)(v, v) = sum over k of beta^k / k! * (closed walks of k steps from v)
//
// Reads      direction yes: along it | strengths, >= 0: a walk counts the product of its weights |
//            parallel edges add up | a self-loop counts once
// Gives      values >= 1, whoever is on no closed walk 1; normalised, divided by exp(beta lambda),
//            lambda being the largest eigenvalue: values in [0, 1], never too large a number
// Cost       O(n k m) time for k multiplications a vertex, growing as beta lambda when directed and
//            slower when undirected; components of up to 256 vertices O(n^3) when undirected
// Method     Estrada & Rodriguez-Velazquez 2005, doi:10.1103/PhysRevE.71.056103. Undirected: small
//            components by Eigen's symmetric solver, others by Lanczos quadrature from each vertex
//            (Golub & Meurant 2010, Matrices, moments and quadrature) until four more steps change
//            the value by less than 1e-13 of itself; directed: Taylor's series in each strong
//            component, whose terms are all positive. As igraph and NetworkX (beta 1).
// See also   communicability.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct SubgraphCentralityOptions {
  double beta = 1.0;         // in [0, infinity): how much longer walks count
  Scale scale = Scale::raw;  // normalized: divided by exp(beta lambda)
};

// Throws InvalidOption for an option outside its range, which raw values are where beta * lambda is
// above 700, and InvalidWeight for distances or a negative weight.
[[nodiscard]] Scores subgraph_centrality(const Graph& graph,
                                         const SubgraphCentralityOptions& options = {},
                                         const Run& run = {});

}  // namespace summitry
