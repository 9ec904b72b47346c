// Whether who is joined at one edition is joined at the next: among those who took part in both.
//
//   persistence p(1|1)  kept / edges before            formation p(1|0)  formed / pairs not joined before
//   Jaccard             kept / (kept + formed + dissolved)       Hamming  formed + dissolved
//
// Reads      undirected Graphs that know their entities, in order of entities; weights by QAP alone
// Gives      ratios in [0, 1]; missing where there is nothing to divide by
// Cost       O(n + m log m), and QAP's
// Method     persistence and formation as in Snijders 2017,
//            doi:10.1146/annurev-statistics-060116-054035; QAP: qap.hpp
#pragma once

#include <cstddef>

#include "engine/graph.hpp"
#include "engine/positions.hpp"
#include "engine/run.hpp"

namespace summitry {

// Two graphs on the entities that are in both, in order of entities.
struct CommonGraphs {
  Graph before;
  Graph after;
};

[[nodiscard]] CommonGraphs common_graphs(const Graph& before, const Graph& after);

// Everything but positions, spreads and QAP.
[[nodiscard]] EdgeStep compare_edges(const Graph& before, const Graph& after,
                                     const CommonGraphs& common);

// p that as high a correlation comes by relabelling. The name is left to the caller.
[[nodiscard]] NullTest qap_test(const CommonGraphs& common, std::size_t permutations,
                                const Run& run);

}  // namespace summitry
