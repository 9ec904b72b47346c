#include "algorithms/centrality/distances/closeness.hpp"

#include "algorithms/entry.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores closeness(const Graph& graph, const Run& run) {
  require_distances("closeness", graph);
  const DistanceSums sums = distance_sums(graph, Lengths::weights, run);
  const double others = graph.vertex_count() - 1.0;
  Scores scores{std::vector<double>(graph.vertex_count(), 0.0), {}};
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (sums.reached[v] < 2) continue;
    const double reached = sums.reached[v] - 1.0;
    scores.values[v] = reached / sums.total[v] * (reached / others);
  }
  return scores;
}

namespace entry {

extern const Measure closeness;
const Measure closeness = entry_of(
    {.name = "closeness",
     .title = "nearness to all others",
     .family = "paths",
     .definition = "(r - 1) / (sum of distances to the vertex) * (r - 1) / (n - 1), r being the "
                   "vertices that reach it; 0 where nobody does.",
     .cost = "O(n (n + m)); with weights O(n m log n)",
     .reference = "Wasserman & Faust 1994, doi:10.1017/CBO9780511815478",
     .weights = WeightUse::distance,
     .work = {distance_steps, kDistanceStepNanoseconds}},
    summitry::closeness);

}  // namespace entry
}  // namespace summitry
