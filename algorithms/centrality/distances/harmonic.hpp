// Harmonic centrality: the sum of the inverse distances from all others.
//
//   h(v) = sum over u != v of 1 / d(u, v)        1 / infinity = 0
//
// Reads      direction yes: distances *to* v | distances, > 0 | parallel edges: the shortest counts |
//            loops do not matter
// Gives      values in [0, n - 1] without weights; normalized: divided by n - 1; isolates 0
// Cost       O(n (n + m)), with weights O(n m log n) time; O(n) memory a thread
// Method     Rochat 2009, infoscience.epfl.ch/record/200525; Boldi & Vigna 2014,
//            doi:10.1080/15427951.2013.865686. As NetworkX; igraph divides by n - 1 by default.
// See also   closeness.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct HarmonicOptions {
  Scale scale = Scale::raw;
};

// Throws InvalidWeight for strengths and for a distance that is not > 0.
[[nodiscard]] Scores harmonic(const Graph& graph, const HarmonicOptions& options = {},
                              const Run& run = {});

}  // namespace summitry
