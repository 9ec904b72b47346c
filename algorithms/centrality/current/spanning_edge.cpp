#include "algorithms/centrality/current/spanning_edge.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/centrality/circuits/sample_size.hpp"
#include "algorithms/centrality/current/resistance_sums.hpp"
#include "algorithms/centrality/current/resistance_work.hpp"
#include "algorithms/centrality/current/spanning_trees.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

// The chance of each wire of a component.
struct Chances {
  std::vector<Wire> wires;
  std::vector<double> values;
  std::optional<Convergence> convergence;

  [[nodiscard]] double of(VertexId a, VertexId b, double weight) const {
    const auto [from, to] = std::minmax(a, b);
    const auto found = std::lower_bound(
        wires.begin(), wires.end(), std::pair(from, to),
        [](const Wire& wire, const auto& ends) { return std::pair(wire.from, wire.to) < ends; });
    return values[static_cast<std::size_t>(found - wires.begin())] * weight / found->conductance;
  }
};

Chances chances_of(const Component& component, double error, const Run& run) {
  Chances chances{component.wires(), {}, {}};
  if (error > 0.0) {
    const auto figures = static_cast<double>(chances.wires.size());
    const std::size_t trees = samples_of_means(figures, error);
    chances.values = tree_shares(component, chances.wires, trees, run);
    return chances;
  }
  const Potentials potentials(component, Precision::exact, run);
  const Scores resistances = wire_resistances(component, chances.wires, potentials, run);
  for (std::size_t i = 0; i < chances.wires.size(); ++i) {
    const double chance = chances.wires[i].conductance * resistances.values[i];
    chances.values.push_back(std::clamp(chance, 0.0, 1.0));
  }
  chances.convergence = resistances.convergence;
  return chances;
}

}  // namespace

Scores spanning_edge(const Graph& graph, const SpanningEdgeOptions& options, const Run& run) {
  require_strengths("spanning-edge", graph);
  require_share("spanning-edge", "error", options.error);
  const Circuit circuit(graph);
  std::vector<std::uint32_t> part(graph.vertex_count(), 0);
  std::vector<Chances> chances;
  Scores scores;
  for (const auto& members : circuit.parts) {
    run.check();
    for (const VertexId v : members) part[v] = static_cast<std::uint32_t>(chances.size());
    chances.push_back(chances_of(Component(circuit, members), options.error, run));
    include(scores.convergence, chances.back().convergence);
  }
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  scores.values.assign(edges.size(), 0.0);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto [u, v] = edges[e];
    const double weight = weights.empty() ? 1.0 : weights[e];
    if (u == v || weight == 0.0) continue;
    scores.values[e] = chances[part[u]].of(circuit.place[u], circuit.place[v], weight);
  }
  return scores;
}

template <class Visit>
void describe(SpanningEdgeOptions& o, Visit&& visit) {
  visit(
      "error", o.error,
      "in [0, 1); 0: exact, else the largest absolute error, kept by all values in 99 of 100 runs");
}

namespace entry {

extern const Measure spanning_edge;
const Measure spanning_edge = entry_of<SpanningEdgeOptions>(
    {.name = "spanning-edge",
     .title = "how hard the relation would be to replace",
     .family = "flow",
     .definition =
         "The chance that a random spanning tree of the edge's component holds it: its "
         "weight times the effective resistance between its ends; 1 for a bridge, 0 for a "
         "loop; direction is ignored.",
     .cost =
         "that of a sparse Cholesky factor, O(c^3) at worst, c the size of the largest component",
     .reference = "Teixeira, Monteiro, Carrico, Santos & Francisco 2013, "
                  "doi:10.1145/2480362.2480424; Mavroforakis, Garcia-Lebron, Koutis & Terzi 2015, "
                  "doi:10.1145/2736277.2741125",
     .weights = WeightUse::strength,
     .over = Over::edges,
     .work = kFactorWork},
    summitry::spanning_edge);

}  // namespace entry
}  // namespace summitry
