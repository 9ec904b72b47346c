// Diameter and radius: the largest and the smallest eccentricity.
//
//   diameter = max over v of e(v)      radius = min over v of e(v)
//
//   e(v)  the largest distance to v from a vertex that reaches it, see centrality/distances/eccentricity.hpp
//
// Reads      direction yes | distances, > 0, or hops | parallel edges: the shortest counts | loops do
//            not matter
// Gives      Within::largest: of the largest component, a strong one when directed, by the way inside
//            it. Within::all: the longest of all shortest paths; the smallest eccentricity of any
//            vertex, so 0 where one is reached by nobody. No vertices: 0. Exact
// Cost       hops in one component: a few searches, O(n + m) each, on the graphs one meets; where a few
//            hundred do not decide it, from every vertex by multi_source.hpp. With weights, or all of a
//            directed graph: a search from every vertex
// Method     diameter: iFUB, Crescenzi et al. 2013, doi:10.1016/j.tcs.2012.09.018, from the middle of a
//            double sweep; directed: Crescenzi et al. 2012, doi:10.1007/978-3-642-30850-5_10. Radius:
//            lower bounds of all eccentricities by every search, as Takes & Kosters 2011,
//            doi:10.1145/2063576.2063748
// See also   centrality/distances/eccentricity.hpp, bfs.hpp
#pragma once

#include <cstddef>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

enum class Within { largest, all };

struct Extent {
  double value = 0.0;
  std::size_t searches = 0;  // from how many vertices distances were measured, each way counted
};

// Both throw InvalidWeight for strengths and for a distance that is not > 0, and Cancelled.
[[nodiscard]] Extent diameter(const Graph& graph, Within within = Within::largest,
                              const Run& run = {});
[[nodiscard]] Extent radius(const Graph& graph, Within within = Within::largest,
                            const Run& run = {});

}  // namespace summitry
