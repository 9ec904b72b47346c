#include "algorithms/centrality/information.hpp"

#include <limits>

#include "algorithms/centrality/resistance.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

Scores information(const Graph& graph, const Run& run) {
  require_strengths("information", graph);
  const Circuit circuit(graph);
  Scores scores{std::vector<double>(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN()),
                {}};
  for (const auto& members : circuit.parts) {
    if (members.size() < 2) continue;
    run.check();
    const std::size_t size = members.size();
    const std::vector<double> inverse = laplacian_inverse(circuit, members);
    double trace = 0.0;
    for (std::size_t i = 0; i < size; ++i) trace += inverse[i * size + i];
    // The rows of the inverse sum to 0, so the resistances to v sum to n c(v,v) + trace.
    const double n = static_cast<double>(size);
    for (std::size_t i = 0; i < size; ++i) {
      scores.values[members[i]] = n / (n * inverse[i * size + i] + trace);
    }
  }
  return scores;
}

namespace entry {

extern const Measure information;
const Measure information = entry_of(
    {.name = "information",
     .title = "nearness by all paths together",
     .family = "flow",
     .definition = "The size of the vertex's component divided by the sum of its effective "
                   "resistances to the others; direction is ignored; missing without neighbours.",
     .cost = "O(c^3), c the size of the largest component",
     .reference = "Stephenson & Zelen 1989, doi:10.1016/0378-8733(89)90016-6",
     .weights = WeightUse::strength},
    summitry::information);

}  // namespace entry
}  // namespace summitry
