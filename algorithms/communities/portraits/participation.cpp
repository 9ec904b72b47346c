#include "algorithms/communities/portraits/participation.hpp"

#include <limits>

#include "algorithms/communities/trust/detect.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

// The weight from one vertex to each community, kept between vertices so that each costs its degree.
class Spread {
 public:
  explicit Spread(const Partition& partition)
      : partition_(partition), share_(partition.count, 0.0) {}

  // A loop of weight w in the row counts `loop_ends` w.
  void add(std::span<const VertexId> targets, std::span<const double> weights, VertexId v,
           double loop_ends) {
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const double weight =
          (targets[k] == v ? loop_ends : 1.0) * (weights.empty() ? 1.0 : weights[k]);
      if (weight == 0.0) continue;
      const std::uint32_t c = partition_.community[targets[k]];
      if (share_[c] == 0.0) communities_.push_back(c);
      share_[c] += weight;
    }
  }

  // The coefficient of what was added, and back to nothing.
  double take() {
    double total = 0.0;
    for (const std::uint32_t c : communities_) total += share_[c];
    double squares = 0.0;
    for (const std::uint32_t c : communities_) {
      squares += (share_[c] / total) * (share_[c] / total);
      share_[c] = 0.0;
    }
    communities_.clear();
    return total > 0.0 ? 1.0 - squares : std::numeric_limits<double>::quiet_NaN();
  }

 private:
  const Partition& partition_;
  std::vector<double> share_;
  std::vector<std::uint32_t> communities_;
};

}  // namespace

Scores participation(const Graph& graph, const Partition& partition) {
  require_strengths("participation", graph);
  if (partition.community.size() != graph.vertex_count()) {
    refuse_option("participation", "partition", "one label a vertex",
                  option_text(partition.community.size()));
  }
  Scores scores;
  scores.values.reserve(graph.vertex_count());
  Spread spread(partition);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    // An undirected loop stands once in its row and has both ends there.
    spread.add(graph.out(v), graph.out_weights(v), v, graph.directed() ? 1.0 : 2.0);
    if (graph.directed()) spread.add(graph.in(v), graph.in_weights(v), v, 1.0);
    scores.values.push_back(spread.take());
  }
  return scores;
}

Scores participation(const Graph& graph, const ParticipationOptions& options, const Run& run) {
  const DetectOptions detect{options.method, {}, options.runs};
  return participation(graph, kept_partition(graph, detect, run));
}

template <class Visit>
void describe(ParticipationOptions& o, Visit&& visit) {
  visit("method", o.method, "the community method, with its default options");
  visit(
      "runs", o.runs,
      "keep the best partition of so many runs, >= 1; auto: by the size of the graph, 100 at most");
}

namespace entry {

extern const Measure participation;
const Measure participation = entry_of<ParticipationOptions>(
    {.name = "participation",
     .title = "how evenly an entity's relations are spread over the communities",
     .family = "communities",
     .definition = "1 - sum over communities of the squared share of the vertex's edges that lead "
                   "to it, against the best partition of several runs with the seed in use; 0 when "
                   "all lead to one community, missing without edges.",
     .cost = "O(n + m) after the communities",
     .reference = "Guimera & Amaral 2005, doi:10.1038/nature03288",
     .weights = WeightUse::strength},
    summitry::participation);

}  // namespace entry
}  // namespace summitry
