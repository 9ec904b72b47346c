#include "algorithms/communities/louvain.hpp"

#include <numeric>

#include "algorithms/communities/condensed.hpp"
#include "algorithms/communities/inside.hpp"
#include "algorithms/communities/moving.hpp"
#include "algorithms/entry.hpp"

namespace summitry {

Partition louvain(const Graph& graph, const LouvainOptions& options, const Run& run) {
  communities::check_resolution("louvain", options.resolution);
  auto level = communities::condense(graph, "louvain", options.quality, options.resolution);
  Random random(run.seed);
  std::vector<std::uint32_t> labels(graph.vertex_count());
  std::iota(labels.begin(), labels.end(), std::uint32_t{0});
  for (;;) {
    std::vector<std::uint32_t> community(level.size());
    std::iota(community.begin(), community.end(), std::uint32_t{0});
    while (communities::move_locally(level, community, random, run) > 0) continue;
    const std::uint32_t count = communities::renumber(community);
    for (std::uint32_t& label : labels) label = community[label];
    if (count == level.size()) break;
    level = communities::condense(level, community, count, run);
  }
  Partition partition = canonical(labels);
  partition.quality =
      communities::quality_of(options.quality, graph, partition.community, options.resolution);
  return partition;
}

template <class Visit>
void describe(LouvainOptions& o, Visit&& visit) {
  visit("quality", o.quality, "what is optimised: modularity or cpm");
  visit("resolution", o.resolution, "higher gives more and smaller communities, >= 0");
}

namespace entry {

extern const CommunityMethod louvain;
const CommunityMethod louvain = entry_of<LouvainOptions>(
    {.name = "louvain",
     .title = "Louvain",
     .definition = "Moves vertices where the quality (modularity unless another is chosen) gains "
                   "most, condenses communities to vertices, and repeats. Communities need not be "
                   "connected. Directed graphs by Leicht and Newman's modularity.",
     .cost = "O(levels * (n + m))",
     .reference = "Blondel, Guillaume, Lambiotte & Lefebvre 2008, "
                  "doi:10.1088/1742-5468/2008/10/P10008"},
    summitry::louvain);

}  // namespace entry
}  // namespace summitry
