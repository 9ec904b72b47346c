#include "algorithms/centrality/leading/leading.hpp"

namespace summitry {

LeadingVector leading_vector(const Graph& graph, const LeadingOptions& options, const Run& run) {
  if (graph.directed()) return leading_directed(graph, options, run);
  const std::vector<double> uniform(graph.vertex_count(), 1.0);
  return leading_symmetric(graph, uniform, options, run);
}

}  // namespace summitry
