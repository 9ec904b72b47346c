#include "algorithms/communities/trust/consensus.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "algorithms/communities/trust/co_membership.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/options.hpp"
#include "engine/random.hpp"

namespace summitry::communities {
namespace {

constexpr std::size_t kRuns = 20;
constexpr double kMostKept = 5e7;  // pairs in memory

void check(std::span<const Partition> partitions, const ConsensusOptions& options) {
  if (!(options.threshold > 0.0 && options.threshold <= 1.0)) {
    refuse_option("consensus", "threshold", "in (0, 1]", option_text(options.threshold));
  }
  if (options.max_iterations < 1) {
    refuse_option("consensus", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
  if (!(options.most_pairs >= 0.0)) {
    refuse_option("consensus", "most-pairs", ">= 0", option_text(options.most_pairs));
  }
  if (partitions.empty()) refuse_option("consensus", "partitions", "at least one", "none");
}

// The pairs of D, each once.
class Pairs {
 public:
  Pairs(std::span<const Partition> partitions, double threshold)
      : companions_(partitions), runs_(static_cast<double>(partitions.size())) {
    has_companion_.assign(partitions.front().community.size(), false);
    threshold_ = threshold;
  }

  void consider(const Together& pair) {
    if (pair.first == pair.second || pair.share < threshold_) return;
    pairs_.push_back(pair);
    has_companion_[pair.first] = has_companion_[pair.second] = true;
  }

  // Parallel edges and those there and back are one pair.
  void consider_edges(const Graph& graph) {
    std::vector<Edge> edges = graph.edges();
    for (Edge& edge : edges) {
      if (edge.target < edge.source) std::swap(edge.source, edge.target);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    for (const Edge& edge : edges) {
      consider({edge.source, edge.target, companions_.runs(edge.source, edge.target) / runs_});
    }
  }

  [[nodiscard]] Graph take() {
    Companions::Scratch scratch;
    std::vector<VertexId> chosen(has_companion_.size(), kNobody);
    for (VertexId v = 0; v < chosen.size(); ++v) {
      if (has_companion_[v]) continue;
      Companions::Count most;
      for (const Companions::Count& count : companions_.of(v, 0, scratch)) {
        if (count.runs > most.runs) most = count;
      }
      if (most.runs == 0) continue;
      chosen[v] = most.vertex;
      const bool mutual = most.vertex < v && chosen[most.vertex] == v;
      if (!mutual) pairs_.push_back({v, most.vertex, most.runs / runs_});
    }
    return graph();
  }

 private:
  static constexpr VertexId kNobody = UINT32_MAX;

  [[nodiscard]] Graph graph() const {
    GraphParts parts;
    parts.vertices = static_cast<VertexId>(has_companion_.size());
    parts.meaning = WeightMeaning::strength;
    parts.edges.reserve(pairs_.size());
    parts.weights.reserve(pairs_.size());
    for (const Together& pair : pairs_) {
      parts.edges.push_back({pair.first, pair.second});
      parts.weights.push_back(pair.share);
    }
    return Graph(std::move(parts));
  }

  Companions companions_;
  double runs_;
  double threshold_ = 0.5;
  std::vector<Together> pairs_;
  std::vector<bool> has_companion_;
};

Graph together(const Graph& graph, std::span<const Partition> partitions,
               const ConsensusOptions& options, const Run& run) {
  Pairs pairs(partitions, options.threshold);
  const double counted = pairs_together(partitions);
  const double kept = counted / static_cast<double>(partitions.size()) / options.threshold;
  if (counted > options.most_pairs || kept > kMostKept) {
    pairs.consider_edges(graph);
  } else {
    const CoMembership all = co_membership(partitions, {.from = options.threshold}, run);
    for (const Together& pair : all.pairs) pairs.consider(pair);
  }
  return pairs.take();
}

}  // namespace

Partition consensus(const Graph& graph, std::span<const Partition> partitions,
                    const ConsensusOptions& options, const Run& run) {
  check(partitions, options);
  const CommunityMethod& leiden = community_method("leiden");
  std::vector<Partition> current(partitions.begin(), partitions.end());
  Convergence state;
  state.reached = variants_of(current).size() == 1;
  while (!state.reached && state.iterations < options.max_iterations) {
    const Graph agreed = together(graph, current, options, run);
    Run next = run;
    next.seed = Random(run.seed, 1'000'000 + static_cast<std::uint64_t>(state.iterations)).next();
    current = run_many(leiden, agreed, {}, kRuns, next);
    ++state.iterations;
    state.reached = variants_of(current).size() == 1;
  }
  Partition result = current[best_of(current)];
  result.quality.reset();
  result.convergence = state;
  return result;
}

}  // namespace summitry::communities
