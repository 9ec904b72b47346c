// Betweenness estimated from the shortest paths of a few sources.
//
//   b(v) ~ n / k * sum over k sources s, drawn without repetition, of the dependency of s on v
//
// Reads      direction yes | hops: weights no | parallel edges are different paths | loops do not matter
// Gives      values >= 0 on the scale of betweenness(), right on average; exact for k = n. Random: the
//            seed of the run counts, the threads do not. Nothing is promised of the error: that is
//            approximate_betweenness()
// Cost       O(k (n + m)) time, several sources in one sweep, see lanes.hpp
// Method     Brandes & Pich 2007, doi:10.1142/S0218127407018403, sources uniformly by chance
// See also   betweenness.hpp, approximate_betweenness.hpp
#pragma once

#include <cstddef>

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct SamplingOptions {
  std::size_t samples = 64;  // >= 1; sources; all of them where there are fewer
  Scale scale = Scale::raw;
};

// Throws InvalidOption for an option outside its range, InvalidWeight for a Graph with weights, and
// Cancelled.
[[nodiscard]] Scores sampled_betweenness(const Graph& graph, const SamplingOptions& options = {},
                                         const Run& run = {});

}  // namespace summitry
