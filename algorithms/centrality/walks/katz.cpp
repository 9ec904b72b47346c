#include "algorithms/centrality/walks/katz.hpp"

#include <cmath>

#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/centrality/walks/discounted.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

void check(const KatzOptions& options) {
  if (options.alpha && !(*options.alpha >= 0.0)) {
    refuse_option("katz", "alpha", ">= 0", option_text(*options.alpha));
  }
  if (!(options.tolerance > 0.0)) {
    refuse_option("katz", "tolerance", "> 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option("katz", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

double chosen_alpha(const KatzOptions& options, double lambda) {
  if (!options.alpha) return lambda > 0.0 ? 0.9 / lambda : 0.9;
  if (*options.alpha * lambda >= 1.0) {
    refuse_option("katz", "alpha",
                  "in [0, 1 / largest eigenvalue = " + rounded(1.0 / lambda, 6) + ")",
                  option_text(*options.alpha));
  }
  return *options.alpha;
}

double norm(const std::vector<double>& x) {
  double sum = 0.0;
  for (const double value : x) sum += value * value;
  return std::sqrt(sum);
}

}  // namespace

Scores katz(const Graph& graph, const KatzOptions& options, const Run& run) {
  check(options);
  require_strengths("katz", graph);
  Scores scores{std::vector<double>(graph.vertex_count(), 1.0), Convergence{0, 0.0, true}};
  if (graph.vertex_count() == 0) return scores;
  // The value alone is wanted, which undirected is much nearer than the vector that shows it.
  LeadingOptions how;
  if (!graph.directed()) how.tolerance = 1e-10;
  const LeadingVector found = leading_vector(graph, how, run);
  const double alpha = chosen_alpha(options, found.value);

  scores = discounted_walks(graph, Along::in, scores.values,
                            {alpha, options.tolerance, options.max_iterations}, run);
  const double length = norm(scores.values);
  for (double& value : scores.values) value /= length;
  scores.convergence->reached &= found.convergence.reached;
  return scores;
}

template <class Visit>
void describe(KatzOptions& o, Visit&& visit) {
  visit("alpha", o.alpha,
        "discount of each step, in [0, 1 / largest eigenvalue); auto: 0.9 of that");
  visit("tolerance", o.tolerance, "stop below this relative change, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const Measure katz;
const Measure katz = entry_of<KatzOptions>(
    {.name = "katz",
     .title = "walks that arrive, longer ones discounted",
     .family = "spectral",
     .definition = "The number of walks that arrive at the vertex, each step discounted by alpha "
                   "(0.9 / largest eigenvalue unless given), Euclidean norm 1.",
     .cost = "O(iterations * m)",
     .reference = "Katz 1953, doi:10.1007/BF02289026",
     .weights = WeightUse::strength,
     .work = {steps::discounted, 1.0}},
    summitry::katz);

}  // namespace entry
}  // namespace summitry
