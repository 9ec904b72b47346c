// How degrees are spread over the vertices.
//
//   entropy = - sum over degrees k of p(k) log2 p(k)      p(k) share of vertices with degree k
//   gini    = sum over u, v of |k(u) - k(v)| / (2 n sum of k)
//
// Reads      degrees as in degree.hpp: direction no (in plus out) | no weights | parallel edges and loops
//            count
// Gives      entropy in bits, 0 where all degrees are alike; gini in [0, 1), missing without an edge
// Cost       O(n log n)
// Method     entropy: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; gini: Gini 1912, of the
//            whole population
// See also   degree_tail.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

struct DegreeCount {
  std::uint64_t degree = 0;
  std::size_t vertices = 0;
  double at_least = 0.0;  // share of vertices with this degree or a higher one
};

struct DegreeSpread {
  std::vector<DegreeCount> counts;  // rising; degrees that nobody has are left out
  std::optional<double> mean;       // missing without vertices, as are the next three
  std::optional<double> sd;         // of the whole population
  std::optional<double> median;
  std::optional<double> entropy;
  std::optional<double> gini;
};

[[nodiscard]] DegreeSpread degree_spread(const Graph& graph);

}  // namespace summitry
