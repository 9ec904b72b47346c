#include "algorithms/centrality/distances/harmonic.hpp"

#include "algorithms/entry.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores harmonic(const Graph& graph, const HarmonicOptions& options, const Run& run) {
  require_distances("harmonic", graph);
  Scores scores{distance_sums(graph, Lengths::weights, run).inverse, {}};
  if (options.scale == Scale::normalized && graph.vertex_count() > 1) {
    for (double& value : scores.values) value /= graph.vertex_count() - 1.0;
  }
  return scores;
}

template <class Visit>
void describe(HarmonicOptions& o, Visit&& visit) {
  visit("normalized", o.scale, "yes or no; divide by n - 1");
}

namespace entry {

extern const Measure harmonic;
const Measure harmonic = entry_of<HarmonicOptions>(
    {.name = "harmonic",
     .title = "sum of inverse distances from all others",
     .family = "paths",
     .definition = "The sum over all others of 1 / distance to the vertex; those without a path "
                   "add 0.",
     .cost = "O(n (n + m)); with weights O(n m log n)",
     .reference = "Rochat 2009; Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686",
     .weights = WeightUse::distance,
     .work = {distance_steps, kDistanceStepNanoseconds}},
    summitry::harmonic);

}  // namespace entry
}  // namespace summitry
