// The vertices of the largest closeness, harmonic centrality or betweenness, without the figures of all
// others: the search stops when the top is certain.
//
// Reads      direction yes, as closeness(), harmonic() and betweenness() | distances, > 0, or hops |
//            parallel edges and loops as there
// Gives      vertices by falling value, equal values by id, with the values that those measures give;
//            fewer than k where there are fewer vertices
// Cost       closeness and harmonic by hops: O(n + m) and a search from each vertex that may be in the
//            top, 64 at once; where more than an eighth may be, or with weights, the whole measure. Betweenness see approximate_betweenness.hpp
// Method     closeness, harmonic: bounds by degrees of neighbours, after Bergamini et al. 2019,
//            doi:10.1145/3284359 (their NBBound, at the second level), vertices in the order of the
//            bounds; betweenness: KADABRA, Borassi & Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20,
//            which stops when the bounds part the top from the others
// See also   closeness.hpp, harmonic.hpp, approximate_betweenness.hpp
#pragma once

#include <cstddef>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct TopScores {
  std::vector<VertexId> vertices;
  std::vector<double> values;
  bool certain = true;       // whether no other vertex can belong to the top
  double confidence = 1.0;   // with which that is so; below 1 where paths were drawn by chance
  std::size_t searches = 0;  // from single vertices, or paths drawn
};

struct TopOptions {
  std::size_t k = 10;  // >= 1; how many
};

enum class Check { sampled, exact };

struct TopBetweennessOptions {
  std::size_t k = 10;    // >= 1; how many
  double error = 0.005;  // in (0, 1); of normalized values; where the top is closer, it stays open
  double confidence = 0.9;       // in (0, 1); that bounds hold
  Check check = Check::sampled;  // exact: where the top stays open, all betweenness is computed
};

// All throw InvalidOption for an option outside its range, InvalidWeight for strengths and for a
// distance that is not > 0, and Cancelled.
[[nodiscard]] TopScores top_closeness(const Graph& graph, const TopOptions& options = {},
                                      const Run& run = {});
[[nodiscard]] TopScores top_harmonic(const Graph& graph, const TopOptions& options = {},
                                     const Run& run = {});

// Values are estimates within the error, on the scale of betweenness(); exact (searches 0) where that
// costs no more, or was asked for and needed. Random: the seed of the run counts.
[[nodiscard]] TopScores top_betweenness(const Graph& graph,
                                        const TopBetweennessOptions& options = {},
                                        const Run& run = {});

}  // namespace summitry
