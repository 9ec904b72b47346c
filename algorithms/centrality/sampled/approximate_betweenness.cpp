#include "algorithms/centrality/sampled/approximate_betweenness.hpp"

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/centrality/sampled/kadabra.hpp"
#include "algorithms/cost.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

void check(const ApproximationOptions& options) {
  constexpr std::string_view kName = "approximate-betweenness";
  if (!(options.error > 0.0 && options.error < 1.0)) {
    refuse_option(kName, "error", "(0, 1)", option_text(options.error));
  }
  if (!(options.confidence > 0.0 && options.confidence < 1.0)) {
    refuse_option(kName, "confidence", "(0, 1)", option_text(options.confidence));
  }
  if (!(options.exact_up_to >= 0.0)) {
    refuse_option(kName, "exact-up-to", ">= 0", option_text(options.exact_up_to));
  }
}

Scores scores_of(const Graph& graph, const ApproximationOptions& options, const Run& run) {
  return approximate_betweenness(graph, options, run).scores;
}

}  // namespace

Approximation approximate_betweenness(const Graph& graph, const ApproximationOptions& options,
                                      const Run& run) {
  check(options);
  require_distances("approximate-betweenness", graph);
  const double n = graph.vertex_count();
  if (n < 3.0 || steps::all_sources(graph) <= options.exact_up_to) {
    return {betweenness(graph, {options.scale}, run), {}};
  }
  // Ends lie inside no path: of n (n - 1) pairs (n - 1) (n - 2) can lead through a vertex.
  const double scale = n / (n - 2.0);
  const Shares shares =
      sampled_shares(graph, {options.error / scale, 1.0 - options.confidence}, run);
  double factor = scale;
  if (options.scale == Scale::raw) factor *= (n - 1.0) * (n - 2.0) / (graph.directed() ? 1.0 : 2.0);
  Approximation result{{shares.value, {}},
                       {options.error, options.confidence, shares.samples, true}};
  for (double& value : result.scores.values) value *= factor;
  return result;
}

template <class Visit>
void describe(ApproximationOptions& o, Visit&& visit) {
  visit("error", o.error, "largest error of a normalized value, in (0, 1)");
  visit("confidence", o.confidence, "chance that no value has a larger error, in (0, 1)");
  visit("normalized", o.scale, "yes or no; divide by the number of pairs of others");
}

namespace entry {

extern const Measure approximate_betweenness;
const Measure approximate_betweenness = entry_of<ApproximationOptions>(
    {.name = "approximate-betweenness",
     .title = "share of shortest paths that lead through the entity, within an error",
     .family = "paths",
     .definition =
         "Betweenness estimated from shortest paths drawn by chance: with the confidence "
         "asked, no normalized value is farther off than the error. Exact where that costs "
         "no more.",
     .cost = "O(log(longest path) / error^2) searches from both ends",
     .reference = "Borassi & Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20",
     .weights = WeightUse::distance,
     .work = {steps::linear, 500.0}},
    scores_of);

}  // namespace entry
}  // namespace summitry
