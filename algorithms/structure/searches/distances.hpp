// Distances: for every vertex, from how many it is reached, how far they are, and the farthest.
// Closeness, harmonic centrality, diameter and average distance all read this.
//
// Reads      direction yes: distances *to* the vertex | hops, or distances > 0 as weights | parallel
//            edges: the shortest counts | loops do not matter
// Cost       hops see multi_source.hpp, small whole lengths whole_lengths.hpp, other weights
//            O(n m log n) time; O(n) memory a thread
// Method     hops by multi_source.hpp, weights by Dijkstra 1959, doi:10.1007/BF01386390, small whole
//            ones from many sources at once
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

enum class Lengths { hops, weights };

struct DistanceSums {
  std::vector<std::uint32_t> reached;  // vertices with a path to v, v itself included
  std::vector<double> total;           // sum of their distances to v
  std::vector<double> inverse;         // sum of 1 / distance, v itself left out
  std::vector<double> farthest;        // the largest distance; 0 where nobody else reaches v
};

// Lengths::weights in a Graph without weights: hops. Throws InvalidWeight for strengths and for a
// distance of 0.
[[nodiscard]] DistanceSums distance_sums(const Graph& graph, Lengths lengths, const Run& run = {});

// What distance_sums() by weights takes, for catalogue entries: a step is an arc that one source looks
// at. Where a look serves many sources it costs less: a third by small whole lengths, a hundredth by hops.
[[nodiscard]] double distance_steps(const Graph& graph);
constexpr double kDistanceStepNanoseconds = 3.0;

}  // namespace summitry
