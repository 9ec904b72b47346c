#include "algorithms/centrality/current/current_flow_betweenness.hpp"

#include <algorithm>

#include "algorithms/block_sums.hpp"
#include "algorithms/centrality/circuits/potentials.hpp"
#include "algorithms/centrality/circuits/sample_size.hpp"
#include "algorithms/centrality/current/resistance_work.hpp"
#include "algorithms/centrality/current/wire_flows.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"
#include "engine/cpu_versions.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

// Numbers of potentials that are held at once: 512 MiB, all of them up to 8192 vertices.
constexpr std::size_t kHeld = std::size_t{64} << 20U;

// Half of what flows along the wires of each member, without the pairs that it is an end of: each of
// them puts half a unit through its wires.
Scores exact_flows(const Component& component, const Run& run) {
  const Potentials potentials(component, Precision::exact, run);
  const std::vector<Wire> wires = component.wires();
  const Scores along = wire_flows(component, potentials, kHeld, run);
  Scores flows{std::vector<double>(component.size(), 0.0), along.convergence};
  for (std::size_t i = 0; i < wires.size(); ++i) {
    flows.values[wires[i].from] += along.values[i] / 2.0;
    flows.values[wires[i].to] += along.values[i] / 2.0;
  }
  const double ends = (static_cast<double>(component.size()) - 1.0) / 2.0;
  for (VertexId v = 0; v < component.size(); ++v) {
    // Nothing passes through the end of a single edge: 0, and not what rounding leaves of it.
    const bool passed = component.degree(v) > 1;
    flows.values[v] = passed ? std::max(0.0, flows.values[v] - ends) : 0.0;
  }
  return flows;
}

// Adds what flows through every member for the pairs of the lanes.
SUMMITRY_CPU_VERSIONS
void add_throughput(const Component& component, std::span<const Lanes> x,
                    std::span<const Lanes> counted, std::span<double> sums) {
  for (std::size_t v = 0; v < x.size(); ++v) {
    if (component.offsets[v + 1] - component.offsets[v] < 2) continue;
    Lanes flow;
    for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
      const Lanes& end = x[component.ends[k]];
      for (std::size_t l = 0; l < kLanes; ++l) {
        const double difference = x[v].lane[l] - end.lane[l];
        flow.lane[l] += component.conductances[k] * (difference < 0.0 ? -difference : difference);
      }
    }
    for (std::size_t l = 0; l < kLanes; ++l) sums[v] += flow.lane[l] / 2.0 * counted[v].lane[l];
  }
}

// Two different members, every pair with the same chance.
std::pair<VertexId, VertexId> random_pair(VertexId size, Random random) {
  const auto s = static_cast<VertexId>(random.below(size));
  const auto t = static_cast<VertexId>(random.below(size - 1));
  return {s, t < s ? t : t + 1};
}

Scores sampled_flows(const Component& component, std::size_t samples, const Run& run) {
  const Potentials potentials(component, Precision::sampled, run);
  std::vector<GradientOutcome> outcomes(block_count(samples, kLanes));
  std::vector<Potentials::Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
  Scores flows;
  flows.values =
      sum_over_blocks(samples, kLanes, component.size(), run, "current flow",
                      [&](const Block& block, std::span<double> sums) {
                        std::vector<Lanes> x(component.size());
                        Lanes one;
                        for (std::size_t i = block.begin; i < block.end; ++i)
                          one.lane[i - block.begin] = 1.0;
                        std::vector<Lanes> counted(component.size(), one);
                        for (std::size_t i = block.begin; i < block.end; ++i) {
                          const std::size_t l = i - block.begin;
                          const auto [s, t] = random_pair(component.size(), Random(run.seed, i));
                          x[s].lane[l] = 1.0;
                          x[t].lane[l] = -1.0;
                          counted[s].lane[l] = counted[t].lane[l] = 0.0;
                        }
                        outcomes[block.index] = potentials.solve(x, scratch[block.thread]);
                        add_throughput(component, x, counted, sums);
                      });
  const double size = component.size();
  const double pairs_a_sample = size * (size - 1.0) / 2.0 / static_cast<double>(samples);
  for (double& value : flows.values) value *= pairs_a_sample;
  flows.convergence = worst(outcomes);
  return flows;
}

Scores flows_of(const Component& component, double error, const Run& run) {
  if (error > 0.0) {
    const std::size_t samples = samples_of_means(component.size(), error);
    if (samples < component.ends.size() / 2) return sampled_flows(component, samples, run);
  }
  return exact_flows(component, run);
}

}  // namespace

Scores current_flow_betweenness(const Graph& graph, const CurrentFlowBetweennessOptions& options,
                                const Run& run) {
  require_strengths("current-flow-betweenness", graph);
  require_share("current-flow-betweenness", "error", options.error);
  const Circuit circuit(graph);
  Scores scores{std::vector<double>(graph.vertex_count(), 0.0), {}};
  for (const auto& members : circuit.parts) {
    if (members.size() < 3) continue;  // nobody is between anybody
    run.check();
    const double others = static_cast<double>(members.size()) - 1.0;
    const double pairs = options.scale == Scale::normalized ? others * (others - 1.0) / 2.0 : 1.0;
    const Scores flows = flows_of(Component(circuit, members), options.error, run);
    for (std::size_t i = 0; i < members.size(); ++i) {
      scores.values[members[i]] = flows.values[i] / pairs;
    }
    include(scores.convergence, flows.convergence);
  }
  return scores;
}

template <class Visit>
void describe(CurrentFlowBetweennessOptions& o, Visit&& visit) {
  visit("normalized", o.scale,
        "yes or no; divide by the number of pairs of others in the component");
  visit("error", o.error,
        "in [0, 1); 0: exact, else the largest error as a share of the component's pairs, kept by "
        "all "
        "values in 99 of 100 runs");
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
     .cost = "O(m c) beside linear systems, c the size of the largest component",
     .reference = "Newman 2005, doi:10.1016/j.socnet.2004.11.009; Brandes & Fleischer 2005, "
                  "doi:10.1007/978-3-540-31856-9_44",
     .weights = WeightUse::strength,
     .work = kSortedPotentialsWork},
    summitry::current_flow_betweenness);

}  // namespace entry
}  // namespace summitry
