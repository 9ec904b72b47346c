#include "algorithms/centrality/pagerank.hpp"

#include <cmath>

#include "algorithms/entry.hpp"
#include "algorithms/sweep.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

void check(const PageRankOptions& options) {
  if (!(options.damping >= 0.0 && options.damping < 1.0)) {
    refuse_option("pagerank", "damping", "in [0, 1)", option_text(options.damping));
  }
  if (!(options.tolerance > 0.0)) {
    refuse_option("pagerank", "tolerance", "> 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option("pagerank", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

std::vector<double> leaving_weight(const Graph& graph) {
  std::vector<double> leaving(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    leaving[v] = graph.weighted() ? 0.0 : static_cast<double>(graph.out(v).size());
    for (const double weight : graph.out_weights(v)) leaving[v] += weight;
  }
  return leaving;
}

// What every vertex hands to each unit of weight that leaves it; sets D as well.
void share_out(const std::vector<double>& x, const std::vector<double>& leaving,
               std::vector<double>& share, double& dangling) {
  dangling = 0.0;
  for (std::size_t v = 0; v < x.size(); ++v) {
    if (leaving[v] > 0.0) {
      share[v] = x[v] / leaving[v];
    } else {
      share[v] = 0.0;
      dangling += x[v];
    }
  }
}

}  // namespace

Scores pagerank(const Graph& graph, const PageRankOptions& options, const Run& run) {
  check(options);
  require_strengths("pagerank", graph);
  const double n = graph.vertex_count();
  Scores scores{std::vector<double>(graph.vertex_count(), 1.0 / n), Convergence{0, 0.0, true}};
  if (graph.vertex_count() == 0) return scores;

  const std::vector<double> leaving = leaving_weight(graph);
  std::vector<double> share(leaving.size());
  std::vector<double> arriving(leaving.size());
  Convergence& state = *scores.convergence;
  state.reached = false;
  while (state.iterations < options.max_iterations && !state.reached) {
    double dangling = 0.0;
    share_out(scores.values, leaving, share, dangling);
    const double base = (1.0 - options.damping + options.damping * dangling) / n;
    sum_along(graph, Along::in, share, arriving, run);
    state.change = 0.0;
    for (std::size_t v = 0; v < arriving.size(); ++v) {
      const double value = base + options.damping * arriving[v];
      state.change += std::abs(value - scores.values[v]);
      scores.values[v] = value;
    }
    ++state.iterations;
    state.reached = state.change < options.tolerance;
  }
  return scores;
}

template <class Visit>
void describe(PageRankOptions& o, Visit&& visit) {
  visit("damping", o.damping, "chance of following an edge, in [0, 1)");
  visit("tolerance", o.tolerance, "stop below this total change, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const Measure pagerank;
const Measure pagerank = entry_of<PageRankOptions>(
    {.name = "pagerank",
     .title = "how often a walker along the relations stands on each entity",
     .family = "spectral",
     .definition = "The share of time that a walker spends at the vertex who follows an edge with "
                   "chance 0.85 (the damping) and else jumps anywhere; from a vertex without a way "
                   "out the walker jumps anywhere. Sums to 1.",
     .cost = "O(iterations * (n + m))",
     .reference = "Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X",
     .weights = WeightUse::strength},
    summitry::pagerank);

}  // namespace entry
}  // namespace summitry
