#include "algorithms/communities/searches/infomap.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "algorithms/communities/flows/module_moving.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/entry.hpp"

namespace summitry {
namespace {

using communities::Flow;
using communities::labels_apart;
using communities::renumber;

// Less than this is no improvement of the description, in bits.
constexpr double kTolerance = 1e-10;

// Once through all levels, from `labels` of the lowest; leaves them numbered by first vertex. Gives the
// length of their description.
double improve(const Flow& base, std::vector<std::uint32_t>& labels, Random& random,
               const Run& run) {
  std::vector<VertexId> place = labels_apart(base.size());  // of each vertex at the present level
  Flow level;
  const Flow* flow = &base;
  std::vector<std::uint32_t> module = labels;
  for (;;) {
    communities::move_between_modules(*flow, module, random, run);
    const std::uint32_t modules = renumber(module);
    if (modules == flow->size()) break;
    auto group = communities::submodules(*flow, module, random, run);
    std::uint32_t count = renumber(group);
    if (count == flow->size()) {  // no submodules: go on with the modules themselves
      group = module;
      count = modules;
    }
    std::vector<std::uint32_t> above(count);
    for (std::size_t v = 0; v < group.size(); ++v) above[group[v]] = module[v];
    level = communities::condense(*flow, group, count);
    flow = &level;
    module = std::move(above);
    for (VertexId& p : place) p = group[p];
  }
  for (std::size_t v = 0; v < labels.size(); ++v) labels[v] = module[place[v]];
  renumber(labels);
  return communities::code_length(*flow, module);
}

// Rounds of improve() until one does not shorten the description; keeps the shortest.
Convergence search(const Flow& flow, std::vector<std::uint32_t>& labels, int max_iterations,
                   const Run& run) {
  Random random(run.seed);
  Convergence state;
  double length = communities::code_length(flow, labels);
  while (state.iterations < max_iterations && !state.reached) {
    std::vector<std::uint32_t> better = labels;
    const double now = improve(flow, better, random, run);
    state.change = std::max(length - now, 0.0);
    state.reached = now > length - kTolerance;
    if (now < length) {
      length = now;
      labels = std::move(better);
    }
    ++state.iterations;
  }
  return state;
}

// Everything that flow reaches as one module, where that is the shorter description; whether it is.
bool prefer_one_module(const Flow& flow, std::vector<std::uint32_t>& labels) {
  const auto apart = [&flow](VertexId v) {
    return flow.jumps.empty() && flow.neighbours(v).empty();
  };
  std::vector<std::uint32_t> one(labels.size());
  VertexId first = 0;
  while (first < flow.size() && apart(first)) ++first;
  for (VertexId v = 0; v < flow.size(); ++v) one[v] = apart(v) ? v : first;
  renumber(one);
  if (communities::code_length(flow, one) > communities::code_length(flow, labels) - kTolerance) {
    return false;
  }
  labels = std::move(one);
  return true;
}

// The connected parts, where their description is as short: then nothing tells the vertices of a part
// from one another.
void prefer_parts(const Flow& flow, std::vector<std::uint32_t>& labels) {
  std::vector<std::uint32_t> parts(labels.size(), 0);
  (void)communities::split_disconnected(flow, parts);
  if (communities::code_length(flow, parts) <=
      communities::code_length(flow, labels) + kTolerance) {
    labels = std::move(parts);
  }
}

}  // namespace

Partition infomap(const Graph& graph, const InfomapOptions& options, const Run& run) {
  const MapEquationOptions measure{options.jumps, options.damping};
  communities::check("infomap", measure);
  if (options.max_iterations < 1) {
    refuse_option("infomap", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
  const Flow flow = communities::flow_of(graph, "infomap", options.jumps, options.damping, run);
  std::vector<std::uint32_t> labels = labels_apart(graph.vertex_count());
  Convergence state = search(flow, labels, options.max_iterations, run);
  if (prefer_one_module(flow, labels)) state = search(flow, labels, options.max_iterations, run);
  prefer_parts(flow, labels);
  Partition partition = canonical(labels);
  partition.quality = -communities::map_equation(flow, partition.community);
  partition.convergence = state;
  return partition;
}

namespace {

double quality(const Graph& graph, const InfomapOptions& options,
               std::span<const std::uint32_t> community) {
  return -map_equation(graph, community, {options.jumps, options.damping});
}

}  // namespace

template <class Visit>
void describe(InfomapOptions& o, Visit&& visit) {
  visit("jumps", o.jumps,
        "of the walker: unrecorded, which only decide where it is, or recorded, which are "
        "described as steps");
  visit("damping", o.damping, "chance of following an edge instead of jumping, in [0, 1)");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const CommunityMethod infomap;
const CommunityMethod infomap = entry_of<InfomapOptions>(
    {.name = "infomap",
     .title = "Infomap",
     .definition = "Modules between which a random walker along the edges seldom steps: the "
                   "partition of the shortest two-level description of the walk (map equation, in "
                   "bits a step). The quality is minus that length. Directed graphs by PageRank's "
                   "walker, whose jumps are not described.",
     .cost = "O(rounds * (n + m))",
     .reference = "Rosvall, Axelsson & Bergstrom 2009, doi:10.1140/epjst/e2010-01179-1",
     .quality_name = "map-equation",
     .effort = 2.0},
    summitry::infomap, quality);

}  // namespace entry
}  // namespace summitry
