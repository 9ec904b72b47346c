#include "algorithms/communities/searches/leiden.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "algorithms/communities/moving/first_joins.hpp"
#include "algorithms/communities/moving/haste.hpp"
#include "algorithms/communities/moving/moving.hpp"
#include "algorithms/communities/moving/refining.hpp"
#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/labels.hpp"
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

constexpr std::uint32_t kNone = communities::KnownRows::kNone;

// Where time matters, what an iteration left as it was is not refined in the next. When nothing is left
// to refine, all is once more, where more than this share of the edges' weight was gained since the last
// time.
constexpr double kWorthMore = 1e-4;

// Where an iteration ends, and the next begins.
struct Standing {
  std::vector<std::uint32_t> labels;
  double worth = 0.0;
  Condensed top;  // one vertex a community, by label; none where it is not to be looked back at
  std::vector<std::uint8_t> settled;  // by label: the iteration left this community as it was
};

// What the communities hold beyond what is expected of them, up to a constant, in the weight of arcs.
// `top` has a vertex for each.
double worth_of(const Condensed& top) {
  double worth = -top.weight;
  for (VertexId v = 0; v < top.size(); ++v) {
    const double expected = top.scale * top.mass[v];
    worth -= top.in_mass.empty() ? expected * top.mass[v] : 2.0 * expected * top.in_mass[v];
  }
  return worth;
}

// How much of the quality that is, a unit of worth.
double quality_of_worth(const Condensed& base, Quality quality) {
  if (quality == Quality::cpm) return 0.5;  // every edge is two arcs
  const double ends = std::accumulate(base.mass.begin(), base.mass.end(), 0.0) +
                      std::accumulate(base.in_mass.begin(), base.in_mass.end(), 0.0);
  return ends > 0.0 ? 1.0 / ends : 0.0;
}

// By community: the label that just its members had earlier, or kNone.
std::vector<std::uint32_t> as_earlier(const std::vector<std::uint32_t>& earlier,
                                      const std::vector<std::uint32_t>& community,
                                      std::uint32_t count) {
  std::vector<std::uint32_t> before(count, kNone);
  std::vector<std::uint32_t> after(earlier.size(), kNone);
  std::vector<std::uint8_t> changed(count, 0);
  for (std::size_t v = 0; v < earlier.size(); ++v) {
    const std::uint32_t c = community[v];
    if (before[c] == kNone) before[c] = earlier[v];
    if (after[earlier[v]] == kNone) after[earlier[v]] = c;
    if (before[c] == earlier[v] && after[earlier[v]] == c) continue;
    changed[c] = 1;
    changed[after[earlier[v]]] = 1;
  }
  for (std::uint32_t c = 0; c < count; ++c) before[c] = changed[c] == 0 ? before[c] : kNone;
  return before;
}

// The levels of an iteration, from the vertices of the graph upwards.
class Levels {
 public:
  Levels(const Condensed& base, communities::Rooms& rooms)
      : place_(communities::labels_apart(base.size())), graph_(&base), rooms_(rooms) {}

  [[nodiscard]] const Condensed& graph() const { return *graph_; }

  void condense(const std::vector<std::uint32_t>& group, std::uint32_t count, const Run& run,
                const communities::KnownRows& known) {
    rooms_.keep(std::exchange(
        level_, communities::condense(*graph_, group, count, run, rooms_.take_largest(), known)));
    graph_ = &level_;
    for (VertexId& p : place_) p = group[p];
  }

  // `community` by vertex of the present level.
  [[nodiscard]] std::vector<std::uint32_t> of_base(const std::vector<std::uint32_t>& community) {
    std::vector<std::uint32_t> labels(place_.size());
    for (std::size_t v = 0; v < labels.size(); ++v) labels[v] = community[place_[v]];
    return labels;
  }
  [[nodiscard]] Condensed take() { return std::move(level_); }

 private:
  std::vector<VertexId> place_;  // of each vertex of the graph at the present level
  const Condensed* graph_;
  communities::Rooms& rooms_;
  Condensed level_;
};

// The communities of the groups' vertices, a label a group.
std::vector<std::uint32_t> of_groups(const std::vector<std::uint32_t>& community,
                                     const std::vector<std::uint32_t>& group, std::uint32_t count) {
  std::vector<std::uint32_t> result(count);
  for (std::size_t v = 0; v < group.size(); ++v) result[group[v]] = community[v];
  return result;
}

// How an iteration goes. A round of moves that gains less than `enough`, a share of what all of its level
// have gained, ends the level.
struct Manner {
  double enough = 0.0;
  bool hasty = false;  // at the lowest level communities are condensed as they are
};

// Whether the first iteration condenses the graph's communities as they are, as Louvain does: that saves a
// third of the time, and the next one takes apart what it joins too soon. In graphs that are not large it
// leaves a little, for which there is time where many iterations may follow.
bool hasty_at_first(const Condensed& base, int max_iterations) {
  constexpr VertexId kMany = 1U << 16U;
  constexpr VertexId kManyForTwo = 1U << 13U;
  if (max_iterations < 2 || !communities::time_matters(base)) return false;
  return base.size() >= (max_iterations == 2 ? kManyForTwo : kMany);
}

// What the first rounds leave undone the next iterations do, with better communities to go to.
Manner manner_of(const Condensed& base, int iteration, bool hasty) {
  const double enough = communities::time_matters(base) ? 0.1 : 0.01;
  return {iteration < 2 ? enough : 0.0, hasty && iteration == 0};
}

// What is not to be refined again: the communities that the last iteration left as they were, refined
// as they are, and that are so still.
struct Settled {
  std::vector<std::uint32_t> earlier;  // by community: its label before, or kNone
  std::vector<std::uint8_t> held;      // by community
  bool any = false;
};

Settled settled_of(const Standing& before, const std::vector<std::uint32_t>& community,
                   std::uint32_t count) {
  Settled settled;
  if (before.top.size() == 0) return settled;
  settled.earlier = as_earlier(before.labels, community, count);
  settled.held.assign(count, 0);
  for (std::uint32_t c = 0; c < count; ++c) {
    const std::uint32_t label = settled.earlier[c];
    if (label == kNone || before.settled[label] == 0) continue;
    settled.held[c] = 1;
    settled.any = true;
  }
  return settled;
}

communities::KnownRows known_of(const Settled& settled, const Standing& before,
                                const std::vector<std::uint32_t>& community,
                                const std::vector<std::uint32_t>& group, std::uint32_t count) {
  communities::KnownRows known;
  if (!settled.any) return known;
  known.graph = &before.top;
  known.vertex.assign(count, kNone);
  for (std::size_t v = 0; v < group.size(); ++v) {
    if (settled.held[community[v]] != 0) known.vertex[group[v]] = settled.earlier[community[v]];
  }
  return known;
}

struct Groups {
  std::vector<std::uint32_t> of;  // by vertex
  std::uint32_t count = 0;
};

// What becomes one vertex each at the next level.
Groups groups_of(const Condensed& graph, const std::vector<std::uint32_t>& community,
                 const Settled& settled, double randomness, Random& random, const Run& run) {
  Groups groups{communities::refine(graph, community, randomness, random, run, settled.held), 0};
  groups.count = communities::renumber(groups.of);
  if (groups.count < graph.size()) return groups;
  // No merger seemed worth it: go on with the connected parts of the communities.
  groups.of = community;
  groups.count = communities::split_disconnected(graph, groups.of);
  return groups;
}

// Once through all levels.
Standing improve(const Condensed& base, const Standing& before, const Manner& manner,
                 double randomness, Random& random, const Run& run, communities::Rooms& rooms) {
  Levels levels(base, rooms);
  std::vector<std::uint32_t> community = before.labels;
  std::uint32_t count = 0;
  for (bool lowest = true;; lowest = false) {
    const Condensed& graph = levels.graph();
    (void)communities::move_locally(graph, community, random, run, manner.enough);
    count = communities::renumber(community);
    if (count == graph.size()) break;
    Settled settled;
    if (lowest && manner.enough == 0.0) settled = settled_of(before, community, count);
    const Groups groups = manner.hasty && lowest
                              ? Groups{community, count}
                              : groups_of(graph, community, settled, randomness, random, run);
    if (groups.count == graph.size()) break;
    const auto known = known_of(settled, before, community, groups.of, groups.count);
    levels.condense(groups.of, groups.count, run, known);
    community = of_groups(community, groups.of, groups.count);
  }
  Standing now{levels.of_base(community), 0.0, levels.take(), std::vector<std::uint8_t>(count, 0)};
  if (now.top.size() != count) now.top = communities::condense(base, now.labels, count, run);
  now.worth = worth_of(now.top);
  const auto earlier = as_earlier(before.labels, now.labels, count);
  for (std::uint32_t c = 0; c < count; ++c) now.settled[c] = earlier[c] == kNone ? 0 : 1;
  return now;
}

void forget(Condensed& level, communities::Rooms& rooms) {
  rooms.keep(std::exchange(level, {}));
}

bool all_settled(const Standing& now) {
  return std::find(now.settled.begin(), now.settled.end(), 0) == now.settled.end();
}

}  // namespace

Partition leiden(const Graph& graph, const LeidenOptions& options, const Run& run) {
  check(options);
  const Condensed base =
      communities::condense(graph, "leiden", options.quality, options.resolution);
  Random random(run.seed);
  communities::Rooms rooms;
  Standing before;
  // What the first joins gain counts as the first iteration's.
  Standing now{communities::labels_to_begin_with(base, random, run), worth_of(base), {}, {}};
  Convergence state;
  const bool hasty = hasty_at_first(base, options.max_iterations);
  double worth_before = 0.0;  // when all were refined last
  while (state.iterations < options.max_iterations && !state.reached) {
    rooms.keep(std::move(before.top));
    before = std::move(now);
    const Manner manner = manner_of(base, state.iterations, hasty);
    const bool thorough = manner.enough == 0.0;
    if (!thorough) forget(before.top, rooms);
    now = improve(base, before, manner, options.randomness, random, run, rooms);
    ++state.iterations;
    if (!communities::time_matters(base)) forget(now.top, rooms);  // the next one refines all
    if (thorough && !all_settled(now)) continue;
    const bool little = now.worth - worth_before <= kWorthMore * base.weight;
    state.reached = thorough && (before.top.size() == 0 || little);
    if (thorough) forget(now.top, rooms);
    worth_before = now.worth;
  }
  Partition partition = canonical(now.labels);
  partition.quality =
      communities::quality_of(options.quality, graph, partition.community, options.resolution, run);
  if (!state.reached) {
    state.change = std::abs(now.worth - before.worth) * quality_of_worth(base, options.quality);
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
