// A Graph as methods see it that count what joins two vertices: both directions and parallel edges
// added up, loops set aside in the ends. What exact, spectral and multislice read.
#pragma once

#include <string_view>
#include <vector>

#include "algorithms/communities/rows/weighted_rows.hpp"
#include "engine/graph.hpp"

namespace summitry::communities {

struct JoinedRows : WeightedRows {
  bool directed = false;
  double total = 0.0;            // weight of all edges
  std::vector<double> out_ends;  // undirected: all ends; a loop has two
  std::vector<double> in_ends;   // undirected: the same

  // Factor of out_ends(u) in_ends(v) + in_ends(u) out_ends(v) in the weight that modularity expects
  // between u and v; 0 without any weight.
  [[nodiscard]] double expected_scale(double resolution) const {
    if (total <= 0.0) return 0.0;
    return resolution / (directed ? total : 4.0 * total);
  }
};

// The sums do not depend on the order of the input. Throws InvalidWeight, naming `method`, unless the
// weights are strengths. O(n + m log m).
[[nodiscard]] JoinedRows joined_rows(const Graph& graph, std::string_view method);

}  // namespace summitry::communities
