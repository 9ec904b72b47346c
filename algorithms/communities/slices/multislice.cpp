#include "algorithms/communities/slices/multislice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/slices/slice_graph.hpp"
#include "algorithms/communities/slices/slice_moving.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/communities/trust/stability.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/partition.hpp"
#include "engine/random.hpp"

namespace summitry {

std::string option_text(CouplingKind kind) {
  return kind == CouplingKind::ordinal ? "ordinal" : "categorical";
}

bool read_option(std::string_view text, CouplingKind& kind) {
  if (text != "ordinal" && text != "categorical") return false;
  kind = text == "ordinal" ? CouplingKind::ordinal : CouplingKind::categorical;
  return true;
}

namespace {

using communities::Coupled;
using communities::SliceGraph;
using Labels = std::vector<std::uint32_t>;

// As many times the largest weight; beyond it edges would be lost in the rounding of sums.
constexpr double kMostCoupling = 1e6;

double largest_weight(std::span<const Graph> slices) {
  double largest = 0.0;
  for (const Graph& slice : slices) {
    if (!slice.weighted()) largest = std::max(largest, 1.0);
    for (const double weight : slice.out_arc_weights()) largest = std::max(largest, weight);
  }
  return largest > 0.0 ? largest : 1.0;
}

void check(std::span<const Graph> slices, const MultisliceOptions& options) {
  const double most = kMostCoupling * largest_weight(slices);
  if (!(options.coupling >= 0.0 && options.coupling <= most)) {
    refuse_option("multislice", "coupling",
                  "from 0 to a million times the largest weight, " + option_text(most),
                  option_text(options.coupling));
  }
  if (options.resolutions.size() != 1 && options.resolutions.size() != slices.size()) {
    refuse_option("multislice", "resolutions", "one for all slices or one each",
                  option_text(options.resolutions.size()));
  }
  for (const double resolution : options.resolutions) {
    communities::check_resolution("multislice", resolution);
  }
  std::size_t vertices = 0;
  for (const Graph& slice : slices) vertices += slice.vertex_count();
  if (options.runs) communities::check_runs("multislice", *options.runs, vertices);
}

double resolution_of(const MultisliceOptions& options, std::size_t slice) {
  return options.resolutions[options.resolutions.size() == 1 ? 0 : slice];
}

// Where each entity is: its slices, and its vertices counted through all of them.
struct Places {
  std::vector<std::uint32_t> slices;
  std::vector<VertexId> vertices;
};

std::map<std::uint32_t, Places> places_of(std::span<const Graph> slices) {
  std::map<std::uint32_t, Places> places;
  VertexId first = 0;
  for (std::uint32_t s = 0; s < slices.size(); ++s) {
    for (VertexId v = 0; v < slices[s].vertex_count(); ++v) {
      Places& of = places[slices[s].entity(v)];
      of.slices.push_back(s);
      of.vertices.push_back(first + v);
    }
    first += slices[s].vertex_count();
  }
  return places;
}

std::vector<Coupled> coupled_pairs(std::span<const Graph> slices, CouplingKind kind) {
  std::vector<Coupled> pairs;
  for (const auto& [entity, of] : places_of(slices)) {
    for (std::size_t i = 0; i < of.slices.size(); ++i) {
      for (std::size_t k = i + 1; k < of.slices.size(); ++k) {
        if (kind == CouplingKind::ordinal && of.slices[k] != of.slices[i] + 1) continue;
        pairs.push_back({of.vertices[i], of.vertices[k]});
      }
    }
  }
  return pairs;
}

// Once through all levels, from `labels` of the lowest.
void improve(const SliceGraph& base, Labels& labels, Random& random, const Run& run) {
  Labels place = communities::labels_apart(base.size());  // of each vertex at the present level
  Labels community = labels;
  SliceGraph level;
  const SliceGraph* graph = &base;
  for (;;) {
    communities::move_in_slices(*graph, community, random, run);
    if (communities::renumber(community) == graph->size()) break;
    Labels group = communities::group_in_slices(*graph, community, random, run);
    const std::uint32_t count = communities::split_disconnected(*graph, group);
    if (count == graph->size()) break;
    level = communities::condensed(*graph, group, count);
    graph = &level;
    Labels of_groups(count);
    for (std::size_t v = 0; v < group.size(); ++v) of_groups[group[v]] = community[v];
    community = std::move(of_groups);
    for (std::uint32_t& p : place) p = group[p];
  }
  for (std::size_t v = 0; v < labels.size(); ++v) labels[v] = community[place[v]];
  (void)communities::split_disconnected(base, labels);
}

std::vector<Labels> by_slice(std::span<const Graph> slices, const Labels& labels) {
  std::vector<Labels> result;
  std::size_t first = 0;
  for (const Graph& slice : slices) {
    const auto begin = labels.begin() + static_cast<std::ptrdiff_t>(first);
    result.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(slice.vertex_count()));
    first += slice.vertex_count();
  }
  return result;
}

// From every vertex alone, until nothing changes: a label for the vertices of all slices.
Partition one_run(std::span<const Graph> slices, const SliceGraph& graph,
                  const MultisliceOptions& options, const Run& run) {
  constexpr int kRounds = 100;
  constexpr int kUnchanged = 3;  // rounds that must bring nothing: groups depend on chance
  Random random(run.seed);
  Labels labels = communities::labels_apart(graph.size());
  Labels before;
  Convergence state;
  int unchanged = 0;
  while (state.iterations < kRounds && !state.reached) {
    before = labels;
    improve(graph, labels, random, run);
    ++state.iterations;
    unchanged = labels == before ? unchanged + 1 : 0;
    state.reached = unchanged == kUnchanged;
  }
  Partition whole = canonical(labels);
  const auto quality_of = [&](const Labels& division) {
    return multislice_modularity(slices, by_slice(slices, division), options);
  };
  const double quality = quality_of(whole.community);
  if (!std::isnan(quality)) whole.quality = quality;
  if (whole.quality && !state.reached) state.change = std::abs(quality - quality_of(before));
  whole.convergence = state;
  return whole;
}

std::size_t runs_of(std::span<const Graph> slices, const MultisliceOptions& options) {
  double size = 0.0;
  for (const Graph& slice : slices) {
    size += slice.vertex_count() + static_cast<double>(slice.edge_count());
  }
  return options.runs.value_or(communities::runs_for(size));
}

}  // namespace

SlicedPartition multislice(std::span<const Graph> slices, const MultisliceOptions& options,
                           const Run& run) {
  check(slices, options);
  std::vector<double> resolutions;
  for (std::size_t s = 0; s < slices.size(); ++s) resolutions.push_back(resolution_of(options, s));
  const SliceGraph graph =
      communities::slice_graph(slices, coupled_pairs(slices, options.coupling_kind),
                               options.coupling, resolutions, "multislice");
  std::vector<Partition> found(runs_of(slices, options));
  parallel_blocks(found.size(), 1, run, "multislice", [&](const Block& block) {
    found[block.index] = one_run(slices, graph, options, communities::single_run(run, block.index));
  });
  const Partition& best = found[communities::best_of(found)];
  SlicedPartition result{by_slice(slices, best.community),
                         best.count,
                         best.quality,
                         best.convergence,
                         found.size(),
                         {}};
  if (found.size() > 1 && best.quality) {
    result.stability = communities::stability_of(found, best, run);
  }
  return result;
}

double multislice_modularity(std::span<const Graph> slices,
                             std::span<const std::vector<std::uint32_t>> community,
                             const MultisliceOptions& options) {
  check(slices, options);
  if (community.size() != slices.size()) {
    refuse_option("multislice", "community", "labels of every slice",
                  option_text(community.size()));
  }
  double weight = 0.0;
  double quality = 0.0;
  Labels labels;
  for (std::size_t s = 0; s < slices.size(); ++s) {
    const auto inside = communities::look_inside("multislice", slices[s], community[s]);
    labels.insert(labels.end(), community[s].begin(), community[s].end());
    if (inside.total <= 0.0) continue;
    weight += inside.total;
    quality += inside.total * modularity(slices[s], community[s], resolution_of(options, s));
  }
  for (const Coupled& pair : coupled_pairs(slices, options.coupling_kind)) {
    weight += options.coupling;
    if (labels[pair.first] == labels[pair.second]) quality += options.coupling;
  }
  return weight > 0.0 ? quality / weight : std::numeric_limits<double>::quiet_NaN();
}

std::vector<Itinerary> itineraries(std::span<const Graph> slices,
                                   const SlicedPartition& partition) {
  std::vector<std::size_t> first(slices.size(), 0);
  for (std::size_t s = 1; s < slices.size(); ++s) {
    first[s] = first[s - 1] + slices[s - 1].vertex_count();
  }
  std::vector<Itinerary> result;
  for (const auto& [entity, of] : places_of(slices)) {
    Itinerary one{entity, of.slices, {}, 0};
    for (std::size_t i = 0; i < of.slices.size(); ++i) {
      const std::uint32_t s = of.slices[i];
      one.communities.push_back(partition.community[s][of.vertices[i] - first[s]]);
      if (i > 0 && one.communities[i] != one.communities[i - 1]) ++one.switches;
    }
    result.push_back(std::move(one));
  }
  return result;
}

}  // namespace summitry
