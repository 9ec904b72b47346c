#include "algorithms/communities/portraits/within_module_z.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/communities/trust/detect.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

// The weight between v and its own community along one list; a loop of weight w counts `loop_ends` w.
double inside(const Partition& partition, std::span<const VertexId> ends,
              std::span<const double> weights, VertexId v, double loop_ends) {
  double total = 0.0;
  for (std::size_t k = 0; k < ends.size(); ++k) {
    if (partition.community[ends[k]] != partition.community[v]) continue;
    total += (ends[k] == v ? loop_ends : 1.0) * (weights.empty() ? 1.0 : weights[k]);
  }
  return total;
}

// Turns the figures of one community into deviations from their mean, in standard deviations.
void standardise(std::span<const VertexId> members, std::vector<double>& values) {
  constexpr double kRounding = 1e-13;  // what the order of a sum may leave between equal figures
  const auto size = static_cast<double>(members.size());
  double mean = 0.0;
  for (const VertexId v : members) mean += values[v];
  mean /= size;
  double squares = 0.0;
  double furthest = 0.0;
  for (const VertexId v : members) {
    values[v] -= mean;
    squares += values[v] * values[v];
    furthest = std::max(furthest, std::abs(values[v]));
  }
  const bool all_equal = furthest <= kRounding * size * mean;
  const double deviation = std::sqrt(squares / size);
  for (const VertexId v : members) values[v] = all_equal ? 0.0 : values[v] / deviation;
}

}  // namespace

Scores within_module_z(const Graph& graph, const Partition& partition) {
  require_strengths("within-module-z", graph);
  if (partition.community.size() != graph.vertex_count()) {
    refuse_option("within-module-z", "partition", "one label a vertex",
                  option_text(partition.community.size()));
  }
  Scores scores;
  scores.values.reserve(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    // An undirected loop stands once in its row and has both ends there.
    const double loop_ends = graph.directed() ? 1.0 : 2.0;
    double k = inside(partition, graph.out(v), graph.out_weights(v), v, loop_ends);
    if (graph.directed()) k += inside(partition, graph.in(v), graph.in_weights(v), v, loop_ends);
    scores.values.push_back(k);
  }
  for (const auto& community : members(partition)) standardise(community, scores.values);
  return scores;
}

Scores within_module_z(const Graph& graph, const WithinModuleZOptions& options, const Run& run) {
  const DetectOptions detect{options.method, {}, options.runs};
  return within_module_z(graph, kept_partition(graph, detect, run));
}

template <class Visit>
void describe(WithinModuleZOptions& o, Visit&& visit) {
  visit("method", o.method, "the community method, with its default options");
  visit(
      "runs", o.runs,
      "keep the best partition of so many runs, >= 1; auto: by the size of the graph, 100 at most");
}

namespace entry {

extern const Measure within_module_z;
const Measure within_module_z = entry_of<WithinModuleZOptions>(
    {.name = "within-module-z",
     .title = "how well connected an entity is inside its own community",
     .family = "communities",
     .definition =
         "The vertex's edges within its community, in standard deviations from the mean "
         "there, against the best partition of several runs with the seed in use; 0 where "
         "all of a community have as many.",
     .cost = "O(n + m) after the communities",
     .reference = "Guimera & Amaral 2005, doi:10.1038/nature03288",
     .weights = WeightUse::strength,
     .work = {steps::sweeps, 20.0}},
    summitry::within_module_z);

}  // namespace entry
}  // namespace summitry
