#include "algorithms/centrality/distances/average_distance.hpp"

#include <limits>

#include "algorithms/entry.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores average_distance(const Graph& graph, const Run& run) {
  require_distances("average-distance", graph);
  const DistanceSums sums = distance_sums(graph, Lengths::weights, run);
  Scores scores{std::vector<double>(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN()),
                {}};
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (sums.reached[v] > 1) scores.values[v] = sums.total[v] / (sums.reached[v] - 1.0);
  }
  return scores;
}

namespace entry {

extern const Measure average_distance;
const Measure average_distance =
    entry_of({.name = "average-distance",
              .title = "mean distance from all that reach it",
              .family = "paths",
              .definition =
                  "The mean of the distances to the vertex from those that reach it; missing where "
                  "nobody does.",
              .cost = "O(n (n + m)); with weights O(n m log n)",
              .reference = "Freeman 1979, doi:10.1016/0378-8733(78)90021-7",
              .weights = WeightUse::distance,
              .work = {distance_steps, kDistanceStepNanoseconds}},
             summitry::average_distance);

}  // namespace entry
}  // namespace summitry
