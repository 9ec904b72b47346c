#include "algorithms/communities/searches/louvain.hpp"

#include <numeric>
#include <utility>

#include "algorithms/communities/moving/first_joins.hpp"
#include "algorithms/communities/moving/moving.hpp"
#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/entry.hpp"

namespace summitry {

namespace {

using communities::Condensed;

// A round of moves that gains less than this share of what all of its level have gained ends the level:
// what it leaves undone the last moves do, with better communities to go to.
constexpr double kEnough = 0.02;

std::vector<std::uint32_t> through_levels(const Condensed& base, Random& random, const Run& run) {
  std::vector<std::uint32_t> community = communities::labels_to_begin_with(base, random, run);
  std::vector<std::uint32_t> labels = communities::labels_apart(base.size());
  Condensed level;
  communities::Rooms rooms;
  for (const Condensed* graph = &base;; graph = &level) {
    (void)communities::move_locally(*graph, community, random, run, kEnough);
    const std::uint32_t count = communities::renumber(community);
    for (std::uint32_t& label : labels) label = community[label];
    if (count == graph->size()) return labels;
    rooms.keep(std::exchange(
        level, communities::condense(*graph, community, count, run, rooms.take_largest())));
    community = communities::labels_apart(count);
  }
}

}  // namespace

Partition louvain(const Graph& graph, const LouvainOptions& options, const Run& run) {
  communities::check_resolution("louvain", options.resolution);
  const Condensed base =
      communities::condense(graph, "louvain", options.quality, options.resolution);
  Random random(run.seed);
  std::vector<std::uint32_t> labels = through_levels(base, random, run);
  (void)communities::move_locally(base, labels, random, run, kEnough);
  Partition partition = canonical(labels);
  partition.quality =
      communities::quality_of(options.quality, graph, partition.community, options.resolution, run);
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
     .definition =
         "Moves vertices where the quality (modularity unless another is chosen) gains "
         "most, condenses communities to vertices, and repeats; at the end single vertices "
         "move once more. Communities need not be connected. Directed graphs by Leicht "
         "and Newman's modularity.",
     .cost = "O(levels * (n + m))",
     .reference = "Blondel, Guillaume, Lambiotte & Lefebvre 2008, "
                  "doi:10.1088/1742-5468/2008/10/P10008"},
    summitry::louvain);

}  // namespace entry
}  // namespace summitry
