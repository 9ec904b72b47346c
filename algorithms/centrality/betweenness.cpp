#include "algorithms/centrality/betweenness.hpp"

#include <memory>

#include "algorithms/block_sums.hpp"
#include "algorithms/centrality/batched_dependencies.hpp"
#include "algorithms/centrality/geodesics.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 16;  // sources

// One thread's search along distances.
struct Scratch {
  Lengthwise search;
  std::vector<double> share;  // what each path to a vertex is worth

  explicit Scratch(const Graph& graph) : search(graph), share(graph.vertex_count()) {}
};

// Walks back from the farthest vertex. What a path to w is worth: all that depends on w, and w itself,
// divided by the paths that lead to it. `credit(k, amount)` hears of each arc.
template <class Credit>
void walk_back(const Arcs& out, Scratch& scratch, std::span<double> at_vertex, Credit&& credit) {
  const Lengthwise& found = scratch.search;
  const auto order = found.order();
  for (std::size_t i = order.size(); i-- > 0;) {
    const VertexId v = order[i];
    double received = 0.0;
    for (std::size_t k = out.begin(v); k < out.end(v); ++k) {
      const VertexId w = out.ends[k];
      if (!found.on_path(v, k, w)) continue;
      received += scratch.share[w];
      credit(k, found.paths(v) * scratch.share[w]);
    }
    const double dependency = received * found.paths(v);
    scratch.share[v] = (1.0 + dependency) / found.paths(v);
    if (i > 0 && !at_vertex.empty()) at_vertex[v] += dependency;
  }
}

template <class AddSource>
std::vector<double> over_all_sources(const Graph& graph, std::size_t width, const Run& run,
                                     AddSource&& add_source) {
  std::vector<std::unique_ptr<Scratch>> scratch(static_cast<std::size_t>(run.thread_count()));
  return sum_over_blocks(graph.vertex_count(), kBlock, width, run, "betweenness",
                         [&](const Block& block, std::span<double> sums) {
                           auto& mine = scratch[block.thread];
                           if (!mine) mine = std::make_unique<Scratch>(graph);
                           for (std::size_t s = block.begin; s < block.end; ++s) {
                             mine->search.search(static_cast<VertexId>(s));
                             add_source(*mine, sums);
                           }
                         });
}

std::vector<double> weighted_vertex_sums(const Graph& graph, const Run& run) {
  const Arcs out = arcs(graph, Along::out);
  return over_all_sources(graph, graph.vertex_count(), run,
                          [&out](Scratch& mine, std::span<double> sums) {
                            walk_back(out, mine, sums, [](std::size_t, double) {});
                          });
}

std::vector<double> weighted_edge_sums(const Graph& graph, const Run& run) {
  const Arcs out = arcs(graph, Along::out);
  std::vector<EdgeId> edges;  // of each arc
  edges.reserve(graph.out_targets().size());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (std::size_t k = 0; k < graph.out(v).size(); ++k) edges.push_back(graph.out_edge(v, k));
  }
  return over_all_sources(
      graph, graph.edge_count(), run, [&](Scratch& mine, std::span<double> sums) {
        walk_back(out, mine, {}, [&](std::size_t k, double amount) { sums[edges[k]] += amount; });
      });
}

// Undirected pairs were met from both ends.
Scores scaled(std::vector<double> sums, const Graph& graph, Scale scale, double ordered_pairs) {
  double divisor = graph.directed() ? 1.0 : 2.0;
  if (scale == Scale::normalized && ordered_pairs > 0.0) divisor = ordered_pairs;
  for (double& value : sums) value /= divisor;
  return {std::move(sums), {}};
}

}  // namespace

Scores betweenness(const Graph& graph, const BetweennessOptions& options, const Run& run) {
  require_distances("betweenness", graph);
  const double n = graph.vertex_count();
  auto sums = graph.weighted() ? weighted_vertex_sums(graph, run) : vertex_dependencies(graph, run);
  return scaled(std::move(sums), graph, options.scale, (n - 1.0) * (n - 2.0));
}

Scores edge_betweenness(const Graph& graph, const BetweennessOptions& options, const Run& run) {
  require_distances("edge betweenness", graph);
  const double n = graph.vertex_count();
  auto sums = graph.weighted() ? weighted_edge_sums(graph, run) : edge_dependencies(graph, run);
  return scaled(std::move(sums), graph, options.scale, n * (n - 1.0));
}

template <class Visit>
void describe(BetweennessOptions& o, Visit&& visit) {
  visit("normalized", o.scale, "yes or no; divide by the number of pairs of others");
}

namespace entry {

extern const Measure betweenness, edge_betweenness;
const Measure betweenness = entry_of<BetweennessOptions>(
    {.name = "betweenness",
     .title = "share of shortest paths that lead through the entity",
     .family = "paths",
     .definition = "The sum over pairs of others of the share of their shortest paths that pass "
                   "through the vertex; every unordered pair once when undirected, every ordered "
                   "pair when directed.",
     .cost = "O(n m); with weights O(n m log n)",
     .reference = "Freeman 1977, doi:10.2307/3033543; Brandes 2001, "
                  "doi:10.1080/0022250X.2001.9990249",
     .weights = WeightUse::distance,
     .work = {steps::all_sources, 0.3},
     .estimate = "approximate-betweenness"},
    summitry::betweenness);

const Measure edge_betweenness = entry_of<BetweennessOptions>(
    {.name = "edge-betweenness",
     .title = "share of shortest paths that lead along the edge",
     .family = "paths",
     .definition = "The sum over pairs of vertices of the share of their shortest paths that lead "
                   "along the edge; every unordered pair once when undirected, every ordered pair "
                   "when directed.",
     .cost = "O(n m); with weights O(n m log n)",
     .reference = "Girvan & Newman 2002, doi:10.1073/pnas.122653799; Brandes 2008, "
                  "doi:10.1016/j.socnet.2007.11.001",
     .weights = WeightUse::distance,
     .over = Over::edges,
     .work = {steps::all_sources, 0.4}},
    summitry::edge_betweenness);

}  // namespace entry
}  // namespace summitry
