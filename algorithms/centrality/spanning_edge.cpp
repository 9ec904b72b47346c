#include "algorithms/centrality/spanning_edge.hpp"

#include <algorithm>
#include <tuple>

#include "algorithms/centrality/potentials.hpp"
#include "algorithms/centrality/resistance_work.hpp"
#include "algorithms/centrality/sample_size.hpp"
#include "algorithms/centrality/spanning_trees.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

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

double chance(double conductance, double resistance) {
  return std::clamp(conductance * resistance, 0.0, 1.0);
}

void by_factor(const Factor& factor, Chances& chances, const Run& run) {
  const Factor::Inverse inverse = factor.inverse(chances.wires, run);
  for (std::size_t i = 0; i < chances.wires.size(); ++i) {
    const Wire& wire = chances.wires[i];
    const double own = inverse.diagonal[wire.from] + inverse.diagonal[wire.to];
    chances.values.push_back(chance(wire.conductance, own - 2.0 * inverse.wires[i]));
  }
}

void by_solving(const Component& component, const Potentials& potentials, Chances& chances,
                const Run& run) {
  const std::size_t count = chances.wires.size();
  chances.values.resize(count);
  std::vector<GradientOutcome> outcomes(block_count(count, kLanes));
  std::vector<Potentials::Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(count, kLanes, run, "resistances", [&](const Block& block) {
    std::vector<Lanes> x(component.size());
    for (std::size_t i = block.begin; i < block.end; ++i) {
      x[chances.wires[i].from].lane[i - block.begin] = 1.0;
      x[chances.wires[i].to].lane[i - block.begin] = -1.0;
    }
    outcomes[block.index] = potentials.solve(x, scratch[block.thread]);
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const Wire& wire = chances.wires[i];
      const std::size_t l = i - block.begin;
      chances.values[i] = chance(wire.conductance, x[wire.from].lane[l] - x[wire.to].lane[l]);
    }
  });
  chances.convergence = worst(outcomes);
}

Chances chances_of(const Component& component, double error, const Run& run) {
  Chances chances{component.wires(), {}, {}};
  if (error > 0.0) {
    const auto figures = static_cast<double>(chances.wires.size());
    const std::size_t trees = samples_of_means(figures, error);
    chances.values = tree_shares(component, chances.wires, trees, run);
    return chances;
  }
  const Potentials potentials(component, Precision::exact, run);
  if (potentials.factor() != nullptr) {
    by_factor(*potentials.factor(), chances, run);
  } else {
    by_solving(component, potentials, chances, run);
  }
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
