#include "algorithms/communities/proofs/exact.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/communities/agreement/pair_values.hpp"
#include "algorithms/communities/proofs/clique_partition.hpp"
#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/searches/leiden.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/structure/components.hpp"

namespace summitry {
namespace {

void check(const Graph& graph, const ExactOptions& options) {
  communities::check_resolution("exact", options.resolution);
  if (options.max_nodes < 1) {
    refuse_option("exact", "max-nodes", ">= 1", option_text(options.max_nodes));
  }
  if (graph.vertex_count() > kMostForExact) {
    refuse_option("exact", "the number of vertices", "at most " + std::to_string(kMostForExact),
                  std::to_string(graph.vertex_count()));
  }
}

std::vector<std::uint32_t> best_of_leiden(const Graph& graph, const ExactOptions& options,
                                          const Run& run) {
  constexpr std::uint64_t kRuns = 20;
  Partition best;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    Run one = run;
    one.seed = seed;
    one.progress = nullptr;
    Partition found =
        leiden(graph, {.quality = options.quality, .resolution = options.resolution}, one);
    if (seed == 1 || found.quality > best.quality) best = std::move(found);
  }
  return std::move(best.community);
}

// Vertices between which nothing is to gain or lose may have been left together.
Partition connected_parts(const Graph& graph, const std::vector<std::uint32_t>& community) {
  GraphParts inside;
  inside.vertices = graph.vertex_count();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto targets = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (community[targets[k]] != community[v]) continue;
      if (weights.empty() || weights[k] > 0.0) inside.edges.push_back({v, targets[k]});
    }
  }
  return components(Graph(std::move(inside), Run{.threads = 1}));
}

}  // namespace

Partition exact(const Graph& graph, const ExactOptions& options, const Run& run) {
  check(graph, options);
  const auto valued = communities::pair_values(graph, "exact", options.quality, options.resolution);
  communities::CliquePartition found;
  found.proven = true;
  found.community.resize(graph.vertex_count());
  if (valued.total > 0.0) {
    const double step = std::max(0.999 * valued.quantum, 1e-7 * valued.total);
    found = communities::best_clique_partition(valued.pairs, best_of_leiden(graph, options, run),
                                               {.step = step, .max_nodes = options.max_nodes}, run);
  }
  Partition partition = connected_parts(graph, found.community);
  partition.quality =
      communities::quality_of(options.quality, graph, partition.community, options.resolution);
  const double unit = options.quality == Quality::cpm || valued.total <= 0.0 ? 1.0 : valued.total;
  partition.convergence =
      Convergence{static_cast<int>(found.nodes), (found.bound - found.value) / unit, found.proven};
  return partition;
}

template <class Visit>
void describe(ExactOptions& o, Visit&& visit) {
  visit("quality", o.quality, "what is optimised: modularity or cpm");
  visit("resolution", o.resolution, "higher gives more and smaller communities, >= 0");
  visit("max-nodes", o.max_nodes, "give up after this many subproblems, >= 1");
}

namespace entry {

extern const CommunityMethod exact;
const CommunityMethod exact = entry_of<ExactOptions>(
    {.name = "exact",
     .title = "exact optimum",
     .definition =
         "The partition of the highest quality (modularity unless another is chosen), with "
         "a proof that there is no better one; for up to 200 entities. Directed graphs by "
         "Leicht and Newman's modularity.",
     .cost = "exponential at worst; seconds for 60 entities in clear communities, gives up after a "
             "minute "
             "or so",
     .reference = "Brandes et al. 2008, doi:10.1109/TKDE.2007.190689",
     .random = false},
    summitry::exact);

}  // namespace entry
}  // namespace summitry
