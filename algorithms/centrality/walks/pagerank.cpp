#include "algorithms/centrality/walks/pagerank.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "algorithms/centrality/walks/walk.hpp"
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

std::vector<double> jumps(const Graph& graph, const std::vector<VertexId>& teleport) {
  const VertexId n = graph.vertex_count();
  if (teleport.empty()) return std::vector<double>(n, 1.0 / static_cast<double>(n));
  std::vector<double> count(n, 0.0);
  for (const VertexId v : teleport) {
    if (v >= n) {
      refuse_option("pagerank", "teleport", "vertices below " + std::to_string(n),
                    option_text(teleport));
    }
    ++count[v];
  }
  for (double& value : count) value /= static_cast<double>(teleport.size());
  return count;
}

// One step of the formula from values that sum to 1; gives their change in total.
double step(const Walk& walk, std::vector<double>& x, const Run& run) {
  std::vector<double> share(x.size(), 0.0);
  std::vector<double> arriving(x.size());
  double dangling = 0.0;
  for (std::size_t v = 0; v < x.size(); ++v) {
    if (walk.leaving[v] > 0.0) {
      share[v] = x[v] / walk.leaving[v];
    } else {
      dangling += x[v];
    }
  }
  sum_along(walk.graph, Along::in, share, arriving, run);
  const double jumping = 1.0 - walk.damping + walk.damping * dangling;
  double change = 0.0;
  for (std::size_t v = 0; v < x.size(); ++v) {
    const double value = jumping * walk.teleport[v] + walk.damping * arriving[v];
    change += std::abs(value - x[v]);
    x[v] = value;
  }
  return change;
}

}  // namespace

Scores pagerank(const Graph& graph, const PageRankOptions& options, const Run& run) {
  check(options);
  require_strengths("pagerank", graph);
  Scores scores{{}, Convergence{0, 0.0, true}};
  const Walk walk{graph, options.damping, jumps(graph, options.teleport), leaving_weight(graph)};
  if (graph.vertex_count() == 0) return scores;

  Convergence& state = *scores.convergence;
  scores.values = walk.teleport;
  if (options.max_iterations > 1) {
    const auto solve = graph.directed() ? walk_directed : walk_undirected;
    Arrivals found = solve(walk, options.tolerance, options.max_iterations - 1, run);
    scores.values = std::move(found.values);
    state.iterations = found.iterations;
  }
  do {  // the first step shows that it is solved, unless rounding or max_iterations came between
    state.change = step(walk, scores.values, run);
    state.reached = state.change < options.tolerance;
    ++state.iterations;
  } while (!state.reached && state.iterations < options.max_iterations);
  return scores;
}

template <class Visit>
void describe(PageRankOptions& o, Visit&& visit) {
  visit("damping", o.damping, "chance of following an edge, in [0, 1)");
  visit("tolerance", o.tolerance, "stop below this total change, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
  visit("teleport", o.teleport,
        "numbers of the vertices to jump to, such as 3 17, from 0; all: every one alike");
}

namespace entry {

extern const Measure pagerank;
const Measure pagerank = entry_of<PageRankOptions>(
    {.name = "pagerank",
     .title = "how often a walker along the relations stands on each entity",
     .family = "spectral",
     .definition =
         "The share of time that a walker spends at the vertex who follows an edge with "
         "chance 0.85 (the damping) and else jumps anywhere, or to the vertices of teleport; "
         "from a vertex without a way out the walker jumps. Sums to 1.",
     .cost = "O(iterations * (n + m))",
     .reference = "Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X",
     .weights = WeightUse::strength,
     .work = {steps::sweeps, 0.5}},
    summitry::pagerank);

}  // namespace entry
}  // namespace summitry
