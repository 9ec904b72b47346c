// Communicability: all walks between two vertices, one of k steps counted 1/k!; and of a vertex with
// everybody.
//
//   G(u, v)  = exp(beta A)(u, v) = sum over k of beta^k / k! * (walks of k steps from u to v)
//   total(v) = sum over all u of G(v, u), v itself included
//
// Reads      direction yes: walks that leave | strengths, >= 0: a walk counts the product of its
//            weights | parallel edges add up | a self-loop counts once
// Gives      values >= 1, isolates 1; normalised, divided by exp(beta lambda), lambda being the
//            largest eigenvalue: when undirected at most sqrt(n), so never too large a number
// Cost       O(k m) time, k growing as beta lambda; O(n + m) memory; lambda on top
// Method     Estrada & Hatano 2008, doi:10.1103/PhysRevE.77.036111; the total: Benzi & Klymko 2013,
//            doi:10.1093/comnet/cnt007. Taylor's series, whose terms are all positive.
// See also   subgraph_centrality.hpp, katz.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct CommunicabilityOptions {
  double beta = 1.0;         // in [0, infinity): how much longer walks count
  Scale scale = Scale::raw;  // normalized: divided by exp(beta lambda)
};

// The total. Throws InvalidOption for an option outside its range, which raw values are where beta *
// lambda is above 700, and InvalidWeight for distances or a negative weight.
[[nodiscard]] Scores communicability(const Graph& graph, const CommunicabilityOptions& options = {},
                                     const Run& run = {});

// G(u, v) of every u with one v. Throws as above, and InvalidOption where v is not a vertex.
[[nodiscard]] std::vector<double> communicability_with(const Graph& graph, VertexId v,
                                                       const CommunicabilityOptions& options = {},
                                                       const Run& run = {});

}  // namespace summitry
