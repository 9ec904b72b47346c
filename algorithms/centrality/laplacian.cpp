#include "algorithms/centrality/laplacian.hpp"

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 16384;

std::vector<double> strengths(const SimpleGraph& graph, const Run& run) {
  std::vector<double> strength(graph.vertex_count(), 0.0);
  parallel_blocks(strength.size(), kBlock, run, "laplacian", [&](const Block& block) {
    for (std::size_t v = block.begin; v < block.end; ++v) {
      for (const double weight : graph.weights(static_cast<VertexId>(v))) strength[v] += weight;
    }
  });
  return strength;
}

double drop(const SimpleGraph& graph, const std::vector<double>& strength, VertexId v) {
  const auto neighbours = graph.neighbours(v);
  const auto weights = graph.weights(v);
  double total = strength[v] * strength[v];
  for (std::size_t k = 0; k < neighbours.size(); ++k) {
    total += weights[k] * (2.0 * strength[neighbours[k]] + weights[k]);
  }
  return total;
}

double energy(const SimpleGraph& graph, const std::vector<double>& strength) {
  double total = 0.0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    total += strength[v] * strength[v];
    for (const double weight : graph.weights(v)) total += weight * weight;  // once from each end
  }
  return total;
}

}  // namespace

Scores laplacian(const Graph& graph, const LaplacianOptions& options, const Run& run) {
  require_strengths("laplacian", graph);
  const SimpleGraph simple(graph, SimpleGraph::Pairs::weighted);
  const std::vector<double> strength = strengths(simple, run);
  const double whole = options.scale == Scale::normalized ? energy(simple, strength) : 1.0;
  Scores scores{std::vector<double>(graph.vertex_count(), 0.0), {}};
  if (whole == 0.0) return scores;
  parallel_blocks(scores.values.size(), kBlock, run, "laplacian", [&](const Block& block) {
    for (std::size_t v = block.begin; v < block.end; ++v) {
      scores.values[v] = drop(simple, strength, static_cast<VertexId>(v)) / whole;
    }
  });
  return scores;
}

template <class Visit>
void describe(LaplacianOptions& o, Visit&& visit) {
  visit("normalized", o.scale, "yes or no; divide by the energy of the whole network");
}

namespace entry {

extern const Measure laplacian;
const Measure laplacian = entry_of<LaplacianOptions>(
    {.name = "laplacian",
     .title = "energy that the network loses without the entity",
     .family = "degree",
     .definition =
         "By how much the sum of the squared eigenvalues of the network's Laplacian falls "
         "when the vertex is taken out; direction is ignored.",
     .cost = "O(n + m)",
     .reference = "Qi, Fuller, Wu, Wu & Zhang 2012, doi:10.1016/j.ins.2011.12.027",
     .weights = WeightUse::strength,
     .work = {steps::linear, 20.0}},
    summitry::laplacian);

}  // namespace entry
}  // namespace summitry
