#include "algorithms/centrality/distances/eccentricity.hpp"

#include "algorithms/entry.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores eccentricity(const Graph& graph, const Run& run) {
  require_distances("eccentricity", graph);
  return {distance_sums(graph, Lengths::weights, run).farthest, {}};
}

namespace entry {

extern const Measure eccentricity;
const Measure eccentricity = entry_of(
    {.name = "eccentricity",
     .title = "distance from the farthest that reaches it",
     .family = "paths",
     .definition = "The largest distance to the vertex from any that reaches it; 0 where nobody "
                   "does.",
     .cost = "O(n (n + m)); with weights O(n m log n)",
     .reference = "Hage & Harary 1995, doi:10.1016/0378-8733(94)00248-9",
     .weights = WeightUse::distance,
     .work = {distance_steps, kDistanceStepNanoseconds}},
    summitry::eccentricity);

}  // namespace entry
}  // namespace summitry
