// Laplacian centrality: how much energy the network loses when a vertex is taken out.
//
//   l(v) = E(G) - E(G - v) = s(v)^2 + sum over neighbours u of (2 s(u) w(u,v) + w(u,v)^2)
//   E(G) = sum over v of s(v)^2 + 2 * sum over joined pairs of w(u,v)^2, the squared eigenvalues of the
//          Laplacian added up
//
//   s  strength, the degree without weights     w(u,v)  weight between u and v
//
// Reads      direction no: reciprocal edges add up | strengths, >= 0 | parallel edges add up | loops
//            do not matter
// Gives      values >= 0; without weights k(v)^2 + k(v) + 2 (degrees of the neighbours); normalized:
//            divided by E(G), in [0, 1]; isolates 0, and so is everybody where there are no edges
// Cost       O(n + m)
// Method     Qi, Fuller, Wu, Wu & Zhang 2012, doi:10.1016/j.ins.2011.12.027. As NetworkX 3 on
//            undirected graphs, which normalizes unless told otherwise and reads directed ones by
//            another Laplacian, that of random walks.
// See also   degree.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct LaplacianOptions {
  Scale scale = Scale::raw;
};

// Throws InvalidWeight for distances and for a negative weight.
[[nodiscard]] Scores laplacian(const Graph& graph, const LaplacianOptions& options = {},
                               const Run& run = {});

}  // namespace summitry
