#include "algorithms/communities/leiden.hpp"

#include <cmath>

#include "algorithms/communities/condensed.hpp"
#include "algorithms/communities/inside.hpp"
#include "algorithms/communities/labels.hpp"
#include "algorithms/communities/moving.hpp"
#include "algorithms/communities/refining.hpp"
#include "algorithms/entry.hpp"

namespace summitry {
namespace {

using communities::Condensed;

void check(const LeidenOptions& options) {
  communities::check_resolution("leiden", options.resolution);
  if (!std::isfinite(options.randomness) || options.randomness <= 0.0) {
    refuse_option("leiden", "randomness", "a finite number > 0", option_text(options.randomness));
  }
  if (options.max_iterations < 1) {
    refuse_option("leiden", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

// The communities of the groups' vertices, a label a group.
std::vector<std::uint32_t> of_groups(const std::vector<std::uint32_t>& community,
                                     const std::vector<std::uint32_t>& group, std::uint32_t count) {
  std::vector<std::uint32_t> result(count);
  for (std::size_t v = 0; v < group.size(); ++v) result[group[v]] = community[v];
  return result;
}

// A round of moves that gains less than this share of the edges' weight ends a level, in the first
// iterations: what they leave undone the next ones do, with better communities to go to.
double enough_in(int iteration) {
  return iteration == 0 ? 1e-3 : iteration == 1 ? 1e-4 : 0.0;
}

// Once through all levels, from `labels` of the lowest; leaves them numbered by first vertex.
void improve(const Condensed& base, std::vector<std::uint32_t>& labels, double enough,
             double randomness, Random& random, const Run& run) {
  // Of each vertex at the present level.
  std::vector<VertexId> place = communities::labels_apart(base.size());
  Condensed level;
  Condensed below;  // whose room is used again
  const Condensed* graph = &base;
  std::vector<std::uint32_t> community = labels;
  for (;;) {
    (void)communities::move_locally(*graph, community, random, run, enough);
    if (communities::renumber(community) == graph->size()) break;
    auto group = communities::refine(*graph, community, randomness, random, run);
    std::uint32_t count = communities::renumber(group);
    if (count == graph->size()) {
      // No merger seemed worth it: go on with the connected parts of the communities.
      group = community;
      count = communities::split_disconnected(*graph, group);
      if (count == graph->size()) break;
    }
    Condensed next = communities::condense(*graph, group, count, run, std::move(below.kept));
    below = std::move(level);
    level = std::move(next);
    graph = &level;
    community = of_groups(community, group, count);
    for (VertexId& p : place) p = group[p];
  }
  for (std::size_t v = 0; v < labels.size(); ++v) labels[v] = community[place[v]];
  communities::renumber(labels);
}

}  // namespace

Partition leiden(const Graph& graph, const LeidenOptions& options, const Run& run) {
  check(options);
  const Condensed base =
      communities::condense(graph, "leiden", options.quality, options.resolution);
  Random random(run.seed);
  std::vector<std::uint32_t> labels = communities::labels_apart(graph.vertex_count());
  std::vector<std::uint32_t> before;
  Convergence state;
  while (state.iterations < options.max_iterations && !state.reached) {
    before = labels;
    const double enough = enough_in(state.iterations);
    improve(base, labels, enough, options.randomness, random, run);
    ++state.iterations;
    state.reached = enough == 0.0 && labels == before;
  }
  const auto quality = [&](const std::vector<std::uint32_t>& community) {
    return communities::quality_of(options.quality, graph, community, options.resolution);
  };
  Partition partition = canonical(labels);
  partition.quality = quality(partition.community);
  if (!state.reached) {
    state.change = std::abs(partition.quality.value_or(0.0) - quality(before).value_or(0.0));
  }
  partition.convergence = state;
  return partition;
}

template <class Visit>
void describe(LeidenOptions& o, Visit&& visit) {
  visit("quality", o.quality, "what is optimised: modularity or cpm");
  visit("resolution", o.resolution, "higher gives more and smaller communities, >= 0");
  visit("randomness", o.randomness, "of the refinement, in mean edge weights, > 0");
  visit("max-iterations", o.max_iterations,
        "give up after this many rounds, >= 1; 2 is fast and nearly as good");
}

namespace entry {

extern const CommunityMethod leiden;
const CommunityMethod leiden = entry_of<LeidenOptions>(
    {.name = "leiden",
     .title = "Leiden",
     .definition = "Moves, refines and condenses until the quality (modularity unless another is "
                   "chosen) no longer rises; every community is connected. Directed graphs by "
                   "Leicht and Newman's modularity.",
     .cost = "O(rounds * (n + m))",
     .reference = "Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z"},
    summitry::leiden);

}  // namespace entry
}  // namespace summitry
