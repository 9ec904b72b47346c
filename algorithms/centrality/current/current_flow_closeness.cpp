#include "algorithms/centrality/current/current_flow_closeness.hpp"

#include "algorithms/centrality/current/resistance_sums.hpp"
#include "algorithms/centrality/current/resistance_work.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores current_flow_closeness(const Graph& graph, const CurrentFlowClosenessOptions& options,
                              const Run& run) {
  require_strengths("current-flow-closeness", graph);
  require_share("current-flow-closeness", "error", options.error);
  const Circuit circuit(graph);
  Scores scores = resistance_sums(circuit, options.error, run);
  for (const auto& members : circuit.parts) {
    const bool normalized = options.scale == Scale::normalized;
    const double factor = normalized ? static_cast<double>(members.size()) - 1.0 : 1.0;
    for (const VertexId v : members) scores.values[v] = factor / scores.values[v];
  }
  return scores;
}

template <class Visit>
void describe(CurrentFlowClosenessOptions& o, Visit&& visit) {
  visit("normalized", o.scale, "yes or no; times the number of others in the component");
  visit(
      "error", o.error,
      "in [0, 1); 0: exact, else the largest relative error, kept by all values in 99 of 100 runs");
}

namespace entry {

extern const Measure current_flow_closeness;
const Measure current_flow_closeness = entry_of<CurrentFlowClosenessOptions>(
    {.name = "current-flow-closeness",
     .title = "nearness when current takes all paths",
     .family = "flow",
     .definition =
         "1 divided by the sum of the vertex's effective resistances to the others of its "
         "component: information centrality divided by the size of the component; "
         "direction is ignored; missing without neighbours.",
     .cost =
         "that of a sparse Cholesky factor, O(c^3) at worst, c the size of the largest component",
     .reference = "Brandes & Fleischer 2005, doi:10.1007/978-3-540-31856-9_44; sampled: Spielman & "
                  "Srivastava 2011, doi:10.1137/080734029",
     .weights = WeightUse::strength,
     .work = kFactorWork},
    summitry::current_flow_closeness);

}  // namespace entry
}  // namespace summitry
