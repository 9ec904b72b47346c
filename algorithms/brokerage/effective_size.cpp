#include "algorithms/brokerage/effective_size.hpp"

#include <algorithm>
#include <limits>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

// How much each vertex has in all and at most with one other.
struct Spread {
  std::vector<double> total;
  std::vector<double> most;

  explicit Spread(const SimpleGraph& graph)
      : total(graph.vertex_count(), 0.0), most(graph.vertex_count(), 0.0) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      for (const double weight : graph.weights(v)) {
        total[v] += weight;
        most[v] = std::max(most[v], weight);
      }
    }
  }
};

// `share` is zero everywhere, and is again when this returns.
double size_of(const SimpleGraph& graph, const Spread& spread, VertexId v,
               std::vector<double>& share) {
  if (!(spread.total[v] > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  const auto contacts = graph.neighbours(v);
  const auto weights = graph.weights(v);
  for (std::size_t k = 0; k < contacts.size(); ++k) share[contacts[k]] = weights[k];
  double redundant = 0.0;
  double size = 0.0;
  for (std::size_t k = 0; k < contacts.size(); ++k) {
    if (weights[k] == 0.0) continue;
    const VertexId j = contacts[k];
    const auto theirs = graph.neighbours(j);
    const auto their_weights = graph.weights(j);
    double overlap = 0.0;
    for (std::size_t i = 0; i < theirs.size(); ++i) overlap += share[theirs[i]] * their_weights[i];
    redundant += overlap / spread.most[j];
    size += 1.0;
  }
  for (const VertexId j : contacts) share[j] = 0.0;
  return size - redundant / spread.total[v];
}

}  // namespace

Scores effective_size(const Graph& graph, const Run& run) {
  constexpr std::size_t kBlock = 256;
  require_strengths("effective-size", graph);
  const SimpleGraph simple(graph, SimpleGraph::Pairs::weighted);
  const Spread spread(simple);
  std::vector<std::vector<double>> scratch(static_cast<std::size_t>(run.thread_count()));
  Scores scores{std::vector<double>(graph.vertex_count()), {}};
  parallel_blocks(graph.vertex_count(), kBlock, run, "effective size", [&](const Block& block) {
    auto& share = scratch[block.thread];
    share.resize(graph.vertex_count(), 0.0);
    for (std::size_t v = block.begin; v < block.end; ++v) {
      scores.values[v] = size_of(simple, spread, static_cast<VertexId>(v), share);
    }
  });
  return scores;
}

namespace entry {

extern const Measure effective_size;
const Measure effective_size = entry_of(
    {.name = "effective-size",
     .title = "contacts that are not redundant",
     .family = "brokerage",
     .definition = "The number of contacts less their redundancy; with equal weights k - 2 t / k "
                   "for k contacts with t relations among them. Direction is ignored; missing "
                   "without contacts.",
     .cost = "O(m * mean degree)",
     .reference = "Burt 1992, ISBN 978-0-674-84371-4",
     .weights = WeightUse::strength},
    summitry::effective_size);

}  // namespace entry
}  // namespace summitry
