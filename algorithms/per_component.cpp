#include "algorithms/per_component.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "algorithms/structure/components.hpp"
#include "engine/reshape.hpp"

namespace summitry {
namespace {

// The edges of each component, ascending: edges keep their order in an induced Graph.
std::vector<std::vector<EdgeId>> edges_of(const Graph& graph, const Partition& partition) {
  std::vector<std::vector<EdgeId>> edges(partition.count);
  const std::vector<Edge> ends = graph.edges();
  for (EdgeId e = 0; e < ends.size(); ++e) {
    edges[partition.community[ends[e].source]].push_back(e);
  }
  return edges;
}

// As slow and as far off as the worst of them.
void merge(std::optional<Convergence>& all, const std::optional<Convergence>& one) {
  if (!one) return;
  if (!all) all = Convergence{0, 0.0, true};
  all->iterations = std::max(all->iterations, one->iterations);
  all->change = std::max(all->change, one->change);
  all->reached = all->reached && one->reached;
}

}  // namespace

NamedScores compute_per_component(const Measure& measure, const Graph& graph,
                                  const Parameters& given, const Run& run) {
  const Partition partition = components(graph);
  const auto vertices = members(partition);
  const auto places = measure.over == Over::edges ? edges_of(graph, partition) : vertices;
  // On nobody: name, parameters and reference, and the check of the options.
  NamedScores result = compute(measure, Graph(), given, run);
  result.scores.convergence.reset();
  result.scores.values.assign(
      measure.over == Over::edges ? graph.edge_count() : graph.vertex_count(),
      std::numeric_limits<double>::quiet_NaN());
  for (std::size_t c = 0; c < vertices.size(); ++c) {
    const Scores scores = measure.compute(induced(graph, vertices[c]), given, run);
    for (std::size_t i = 0; i < scores.values.size(); ++i) {
      result.scores.values[places[c][i]] = scores.values[i];
    }
    merge(result.scores.convergence, scores.convergence);
    run.check();
  }
  result.parameters.emplace_back("per-component", "yes");
  return result;
}

}  // namespace summitry
