// KADABRA: how many shortest paths must be drawn until every vertex' share of them is known within an
// error, and the drawing itself. The share is betweenness divided by n (n - 1).
//
// Reads      direction yes | distances, > 0, or hops | parallel edges are paths of their own
// Cost       at most O(log(longest path) + log(1/risk)) / error^2 paths, see path_sampler.hpp; far
//            fewer where no vertex has a large share. O(n) memory a thread
// Method     Borassi & Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20: the bound that holds whenever one
//            stops (their theorem 9), the limit of Riondato & Kornaropoulos 2016,
//            doi:10.1007/s10618-015-0423-0, and the risk shared out among the vertices by a first
//            small sample, which is drawn anew. Stopping is tried at fixed numbers of samples, and
//            samples come in fixed blocks with a generator each: the same bytes for any threads
// See also   approximate_betweenness.hpp, top.hpp
#pragma once

#include <cstddef>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct Shares {
  std::vector<double> value;  // of the paths drawn, that lead through the vertex
  std::vector<double> lower;  // the true share lies in [lower, upper] for all vertices at once,
  std::vector<double> upper;  // except with the risk given
  std::size_t samples = 0;
};

struct Precision {
  double error = 0.01;    // > 0; of every share
  double risk = 0.1;      // in (0, 1); that any share lies farther off
  std::size_t first = 0;  // also stop when the bounds part the `first` largest from the others
};

// The Graph has at least two vertices. Reads the seed. Throws Cancelled.
[[nodiscard]] Shares sampled_shares(const Graph& graph, const Precision& precision,
                                    const Run& run = {});

// At least the number of vertices on any shortest path. O(n + m).
[[nodiscard]] std::size_t longest_path_bound(const Graph& graph);

// Whether the `first` largest values are parted from the others by their bounds.
[[nodiscard]] bool parted(const Shares& shares, std::size_t first);

}  // namespace summitry
