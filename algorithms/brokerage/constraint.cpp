#include "algorithms/brokerage/constraint.hpp"

#include <limits>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

std::vector<double> total_weights(const SimpleGraph& graph) {
  std::vector<double> totals(graph.vertex_count(), 0.0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (const double weight : graph.weights(v)) totals[v] += weight;
  }
  return totals;
}

// `invested` is zero everywhere, and is again when this returns.
double constraint_of(const SimpleGraph& graph, const std::vector<double>& totals, VertexId v,
                     std::vector<double>& invested) {
  if (!(totals[v] > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  const auto contacts = graph.neighbours(v);
  const auto weights = graph.weights(v);
  for (std::size_t k = 0; k < contacts.size(); ++k) {
    const double direct = weights[k] / totals[v];
    invested[contacts[k]] += direct;
    if (direct == 0.0) continue;
    const auto theirs = graph.neighbours(contacts[k]);
    const auto their_weights = graph.weights(contacts[k]);
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      invested[theirs[i]] += direct * their_weights[i] / totals[contacts[k]];
    }
  }
  double sum = 0.0;
  for (const VertexId j : contacts) sum += invested[j] * invested[j];
  for (const VertexId j : contacts) {
    invested[j] = 0.0;
    for (const VertexId q : graph.neighbours(j)) invested[q] = 0.0;
  }
  return sum;
}

}  // namespace

Scores constraint(const Graph& graph, const Run& run) {
  constexpr std::size_t kBlock = 256;
  require_strengths("constraint", graph);
  const SimpleGraph simple(graph, SimpleGraph::Pairs::weighted);
  const std::vector<double> totals = total_weights(simple);
  std::vector<std::vector<double>> scratch(static_cast<std::size_t>(run.thread_count()));
  Scores scores{std::vector<double>(graph.vertex_count()), {}};
  parallel_blocks(graph.vertex_count(), kBlock, run, "constraint", [&](const Block& block) {
    auto& invested = scratch[block.thread];
    invested.resize(graph.vertex_count(), 0.0);
    for (std::size_t v = block.begin; v < block.end; ++v) {
      scores.values[v] = constraint_of(simple, totals, static_cast<VertexId>(v), invested);
    }
  });
  return scores;
}

namespace entry {

extern const Measure constraint;
const Measure constraint = entry_of(
    {.name = "constraint",
     .title = "constraint by contacts that know each other",
     .family = "brokerage",
     .definition = "The sum over contacts of the squared share of the vertex's relations that goes "
                   "to them, directly or through other contacts; low values leave room to broker. "
                   "Direction is ignored; missing without contacts.",
     .cost = "O(m * mean degree)",
     .reference = "Burt 1992, ISBN 978-0-674-84371-4; Burt 2004, doi:10.1086/421787",
     .weights = WeightUse::strength},
    summitry::constraint);

}  // namespace entry
}  // namespace summitry
