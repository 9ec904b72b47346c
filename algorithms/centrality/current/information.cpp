#include "algorithms/centrality/current/information.hpp"

#include "algorithms/centrality/current/resistance_sums.hpp"
#include "algorithms/centrality/current/resistance_work.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores information(const Graph& graph, const InformationOptions& options, const Run& run) {
  require_strengths("information", graph);
  require_share("information", "error", options.error);
  const Circuit circuit(graph);
  Scores scores = resistance_sums(circuit, options.error, run);
  for (const auto& members : circuit.parts) {
    const auto n = static_cast<double>(members.size());
    for (const VertexId v : members) scores.values[v] = n / scores.values[v];
  }
  return scores;
}

template <class Visit>
void describe(InformationOptions& o, Visit&& visit) {
  visit(
      "error", o.error,
      "in [0, 1); 0: exact, else the largest relative error, kept by all values in 99 of 100 runs");
}

namespace entry {

extern const Measure information;
const Measure information = entry_of<InformationOptions>(
    {.name = "information",
     .title = "nearness by all paths together",
     .family = "flow",
     .definition = "The size of the vertex's component divided by the sum of its effective "
                   "resistances to the others; direction is ignored; missing without neighbours.",
     .cost =
         "that of a sparse Cholesky factor, O(c^3) at worst, c the size of the largest component",
     .reference = "Stephenson & Zelen 1989, doi:10.1016/0378-8733(89)90016-6; sampled: Spielman & "
                  "Srivastava 2011, doi:10.1137/080734029",
     .weights = WeightUse::strength,
     .work = kFactorWork},
    summitry::information);

}  // namespace entry
}  // namespace summitry
