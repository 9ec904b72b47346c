// Betweenness within a stated error, by drawing shortest paths.
//
//   |estimate(v) - b(v)| <= error * (pairs of others)   for all v at once, with the confidence asked
//
// Reads      direction yes | distances, > 0 | parallel edges are different paths | loops do not matter
// Gives      values >= 0 on the scale of betweenness(); normalized: in [0, 1], where the error is what
//            it says. Random: the seed of the run counts, the threads do not. A Graph so small that
//            the exact figures cost no more gets those, and says so: error 0
// Cost       O(log(longest path) / error^2) drawn paths at most, each a search from both ends; weights:
//            a whole search a path. O(n) memory a thread
// Method     KADABRA: Borassi & Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20, see kadabra.hpp. As
//            NetworKit's KadabraBetweenness without a top
// See also   betweenness.hpp, sampled_betweenness.hpp, top.hpp
#pragma once

#include <cstddef>

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// What is promised of figures that rest on a sample.
struct Guarantee {
  double error = 0.0;       // no normalized value is farther from the truth than this,
  double confidence = 1.0;  // with at least this chance for all of them together
  std::size_t samples = 0;  // drawn; 0: the figures are exact
  bool reached = true;      // whether that is what was asked for
};

struct ApproximationOptions {
  double error = 0.01;      // in (0, 1); of every normalized value
  double confidence = 0.9;  // in (0, 1); that all values are within the error
  Scale scale = Scale::raw;
  double exact_up_to = 1e8;  // exact where n (n + arcs) is at most this, >= 0; 0: always draw
};

struct Approximation {
  Scores scores;
  Guarantee guarantee;
};

// Throws InvalidOption for an option outside its range, InvalidWeight for strengths and for a distance
// that is not > 0, and Cancelled.
[[nodiscard]] Approximation approximate_betweenness(const Graph& graph,
                                                    const ApproximationOptions& options = {},
                                                    const Run& run = {});

}  // namespace summitry
