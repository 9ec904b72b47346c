#include "algorithms/centrality/exponential/communicability.hpp"

#include <cmath>
#include <string>

#include "algorithms/centrality/exponential/exponential.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

constexpr std::string_view kName = "communicability";

Exponential applied(const Graph& graph, std::vector<double> x,
                    const CommunicabilityOptions& options, const Run& run) {
  require_beta(kName, options.beta);
  require_strengths(kName, graph);
  const double radius = spectral_radius(graph, run);
  const double shift = exponent_taken_out(kName, options.beta, options.scale, radius);
  return exponential_times(graph, options.beta, radius, shift, std::move(x), run);
}

}  // namespace

Scores communicability(const Graph& graph, const CommunicabilityOptions& options, const Run& run) {
  Exponential found = applied(graph, std::vector<double>(graph.vertex_count(), 1.0), options, run);
  return {std::move(found.values), {}};
}

std::vector<double> communicability_with(const Graph& graph, VertexId v,
                                         const CommunicabilityOptions& options, const Run& run) {
  if (v >= graph.vertex_count()) {
    refuse_option(kName, "vertex", "below " + std::to_string(graph.vertex_count()),
                  std::to_string(v));
  }
  std::vector<double> unit(graph.vertex_count(), 0.0);
  unit[v] = 1.0;
  return applied(graph, std::move(unit), options, run).values;
}

template <class Visit>
void describe(CommunicabilityOptions& o, Visit&& visit) {
  visit("beta", o.beta, "how much longer walks count, >= 0");
  visit("normalized", o.scale, "yes: divided by exp(beta * largest eigenvalue)");
}

namespace entry {

extern const Measure communicability;
const Measure communicability = entry_of<CommunicabilityOptions>(
    {.name = kName,
     .title = "reaching everybody by walks, short ones most",
     .family = "spectral",
     .definition = "The total communicability: all walks that start at the vertex, one of k steps "
                   "counted beta^k / k!; the row sum of the exponential of the adjacency matrix.",
     .cost = "O(largest eigenvalue * m)",
     .reference = "Benzi & Klymko 2013, doi:10.1093/comnet/cnt007",
     .weights = WeightUse::strength,
     .work = {steps::sweeps, 2.0}},
    summitry::communicability);

}  // namespace entry
}  // namespace summitry
