#include "algorithms/centrality/hits.hpp"

#include <numeric>

#include "algorithms/centrality/leading.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

void check(std::string_view function, const HitsOptions& options) {
  if (!(options.tolerance > 0.0)) {
    refuse_option(function, "tolerance", "> 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option(function, "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

// Vertex v becomes v, from which its edges leave, and n + v, at which they arrive.
Graph ends_apart(const Graph& graph) {
  const VertexId n = graph.vertex_count();
  GraphParts parts;
  parts.vertices = 2 * n;
  parts.meaning = graph.weight_meaning();
  parts.edges.reserve(graph.out_targets().size());
  for (VertexId v = 0; v < n; ++v) {
    for (const VertexId w : graph.out(v)) parts.edges.push_back({v, n + w});
  }
  parts.weights.assign(graph.out_arc_weights().begin(), graph.out_arc_weights().end());
  return Graph(std::move(parts));
}

enum class Role { hub, authority };

Scores hits(const Graph& graph, const HitsOptions& options, Role role, const Run& run) {
  const std::size_t n = graph.vertex_count();
  std::vector<double> start(2 * n, 0.0);
  std::fill_n(start.begin(), n, 1.0);
  const LeadingVector leading =
      leading_symmetric(ends_apart(graph), start, {options.tolerance, options.max_iterations}, run);
  Scores scores{std::vector<double>(n, 1.0), leading.convergence};
  if (leading.value > 0.0) {
    const auto first = leading.vector.begin() + (role == Role::hub ? 0 : static_cast<long>(n));
    scores.values.assign(first, first + static_cast<long>(n));
  }
  const double sum = std::accumulate(scores.values.begin(), scores.values.end(), 0.0);
  for (double& value : scores.values) value /= sum;
  return scores;
}

}  // namespace

Scores hub(const Graph& graph, const HitsOptions& options, const Run& run) {
  check("hub", options);
  require_strengths("hub", graph);
  return hits(graph, options, Role::hub, run);
}

Scores authority(const Graph& graph, const HitsOptions& options, const Run& run) {
  check("authority", options);
  require_strengths("authority", graph);
  return hits(graph, options, Role::authority, run);
}

template <class Visit>
void describe(HitsOptions& o, Visit&& visit) {
  visit("tolerance", o.tolerance, "stop below this relative error, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const Measure hub, authority;

namespace {
constexpr std::string_view kSource = "Kleinberg 1999, doi:10.1145/324133.324140";
constexpr std::string_view kCost = "O(iterations * m)";
}  // namespace

const Measure hub = entry_of<HitsOptions>(
    {.name = "hub",
     .title = "pointing to good authorities",
     .family = "spectral",
     .definition =
         "The hub score of HITS: proportional to the sum of the authority scores that the "
         "vertex points to. Sums to 1.",
     .cost = kCost,
     .reference = kSource,
     .weights = WeightUse::strength},
    summitry::hub);

const Measure authority = entry_of<HitsOptions>(
    {.name = "authority",
     .title = "being pointed to by good hubs",
     .family = "spectral",
     .definition = "The authority score of HITS: proportional to the sum of the hub scores that "
                   "point to the vertex. Sums to 1.",
     .cost = kCost,
     .reference = kSource,
     .weights = WeightUse::strength},
    summitry::authority);

}  // namespace entry
}  // namespace summitry
