#include "algorithms/centrality/current_flow_betweenness.hpp"

#include <algorithm>

#include "algorithms/centrality/resistance.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

// Sum over pairs s < t of |difference(s) - difference(t)|, which is the current along an edge for a
// unit from s to t. Sorting turns the pairs into one sum.
double over_pairs(std::vector<double>& difference) {
  std::sort(difference.begin(), difference.end());
  const double size = static_cast<double>(difference.size());
  double total = 0.0;
  for (std::size_t i = 0; i < difference.size(); ++i) {
    total += (2.0 * static_cast<double>(i) + 1.0 - size) * difference[i];
  }
  return total;
}

// Half of all current along the edges of the i-th member, over all pairs of the component.
double throughput(const Circuit& circuit, const std::vector<VertexId>& members,
                  const std::vector<double>& inverse, std::size_t i) {
  const std::size_t size = members.size();
  const VertexId v = members[i];
  const auto neighbours = circuit.graph.neighbours(v);
  std::vector<double> difference(size);
  double total = 0.0;
  for (std::size_t k = 0; k < neighbours.size(); ++k) {
    const std::size_t j = circuit.place[neighbours[k]];
    for (std::size_t s = 0; s < size; ++s) {
      difference[s] = inverse[i * size + s] - inverse[j * size + s];
    }
    total += circuit.graph.weights(v)[k] * over_pairs(difference);
  }
  return total / 2.0;
}

}  // namespace

Scores current_flow_betweenness(const Graph& graph, const CurrentFlowBetweennessOptions& options,
                                const Run& run) {
  constexpr std::size_t kBlock = 8;
  require_strengths("current-flow-betweenness", graph);
  const Circuit circuit(graph);
  Scores scores{std::vector<double>(graph.vertex_count(), 0.0), {}};
  for (const auto& members : circuit.parts) {
    if (members.size() < 3) continue;  // nobody is between anybody
    const double others = static_cast<double>(members.size()) - 1.0;
    const double pairs = options.scale == Scale::normalized ? others * (others - 1.0) / 2.0 : 1.0;
    const std::vector<double> inverse = laplacian_inverse(circuit, members);
    parallel_blocks(members.size(), kBlock, run, "current flow", [&](const Block& block) {
      for (std::size_t i = block.begin; i < block.end; ++i) {
        // Nothing passes through the end of a single edge: 0, and not what rounding leaves of it.
        if (circuit.graph.degree(members[i]) < 2) continue;
        // Each of the pairs that v is an end of puts half a unit through v's edges.
        const double flow = throughput(circuit, members, inverse, i) - others / 2.0;
        scores.values[members[i]] = std::max(0.0, flow) / pairs;
      }
    });
  }
  return scores;
}

template <class Visit>
void describe(CurrentFlowBetweennessOptions& o, Visit&& visit) {
  visit("normalized", o.scale,
        "yes or no; divide by the number of pairs of others in the component");
}

namespace entry {

extern const Measure current_flow_betweenness;
const Measure current_flow_betweenness = entry_of<CurrentFlowBetweennessOptions>(
    {.name = "current-flow-betweenness",
     .title = "current between others that passes through the entity",
     .family = "flow",
     .definition = "The current through the vertex when one unit flows between every pair of "
                   "others in its component, edges conducting as much as they weigh; direction is "
                   "ignored.",
     .cost = "O(c^3 + m c log c), c the size of the largest component",
     .reference = "Newman 2005, doi:10.1016/j.socnet.2004.11.009; Brandes & Fleischer 2005, "
                  "doi:10.1007/978-3-540-31856-9_44",
     .weights = WeightUse::strength},
    summitry::current_flow_betweenness);

}  // namespace entry
}  // namespace summitry
