#include "algorithms/centrality/betweenness/betweenness.hpp"

#include <memory>

#include "algorithms/block_sums.hpp"
#include "algorithms/centrality/betweenness/batched_dependencies.hpp"
#include "algorithms/centrality/betweenness/geodesics.hpp"
#include "algorithms/centrality/betweenness/reduction.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 16;  // sources

// One thread's search along distances.
struct Scratch {
  Lengthwise search;
  std::vector<double> depends;  // on each row

  explicit Scratch(const PathRows& rows) : search(rows), depends(rows.size(), 0.0) {}
};

// Walks back from the farthest row; `credit(arc, amount)` hears of each step.
template <class Credit>
void walk_back(const PathRows& rows, Scratch& scratch, Credit&& credit) {
  const Lengthwise& found = scratch.search;
  for (const VertexId v : found.order()) scratch.depends[v] = 0.0;
  const auto steps = found.steps();
  for (std::size_t i = steps.size(); i-- > 0;) {
    const auto [v, w, arc, length] = steps[i];
    const double carried =
        found.paths(v) * ((rows.targets[w] + scratch.depends[w]) / found.paths(w));
    scratch.depends[v] += carried;
    credit(arc, carried);
  }
}

// Dependencies of every row as source, as often as it is one.
template <class AddSource>
std::vector<double> over_all_sources(const PathRows& rows, std::size_t width, const Run& run,
                                     AddSource&& add_source) {
  std::vector<std::unique_ptr<Scratch>> scratch(static_cast<std::size_t>(run.thread_count()));
  return sum_over_blocks(rows.size(), kBlock, width, run, "betweenness",
                         [&](const Block& block, std::span<double> sums) {
                           auto& mine = scratch[block.thread];
                           if (!mine) mine = std::make_unique<Scratch>(rows);
                           for (std::size_t s = block.begin; s < block.end; ++s) {
                             mine->search.search(static_cast<VertexId>(s));
                             add_source(*mine, rows.sources[s], sums);
                           }
                         });
}

std::vector<double> weighted_vertex_sums(const Graph& graph, const Run& run) {
  const Reduced reduced = reduced_for_vertices(graph);
  const PathRows& rows = reduced.rows;
  const std::vector<double> sums = over_all_sources(
      rows, rows.size(), run, [&rows](Scratch& mine, double mass, std::span<double> partial) {
        walk_back(rows, mine, [](std::size_t, double) {});
        for (const VertexId v : mine.search.order().subspan(1))
          partial[v] += mass * mine.depends[v];
      });
  std::vector<double> by_vertex = reduced.known;
  for (const Member& member : reduced.members) by_vertex[member.vertex] += sums[member.row];
  return by_vertex;
}

std::vector<double> weighted_edge_sums(const Graph& graph, const Run& run) {
  const Reduced reduced = reduced_for_edges(graph);
  const PathRows& rows = reduced.rows;
  std::vector<double> by_edge = over_all_sources(
      rows, graph.edge_count(), run, [&rows](Scratch& mine, double mass, std::span<double> sums) {
        walk_back(rows, mine, [&](std::size_t arc, double carried) {
          sums[rows.edges[arc]] += mass * carried;
        });
      });
  for (EdgeId e = 0; e < by_edge.size(); ++e) by_edge[e] += reduced.known[e];
  return by_edge;
}

// Undirected pairs were met from both ends.
Scores scaled(std::vector<double> sums, const Graph& graph, Scale scale, double ordered_pairs) {
  double divisor = graph.directed() ? 1.0 : 2.0;
  if (scale == Scale::normalized && ordered_pairs > 0.0) divisor = ordered_pairs;
  for (double& value : sums) value /= divisor;
  return {std::move(sums), {}};
}

// Along lengths there is no sharing of a sweep between sources.
double path_steps(const Graph& graph) {
  return graph.weighted() ? steps::all_sources_sorted(graph) : steps::all_sources(graph);
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
     .work = {path_steps, 0.4},
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
     .work = {path_steps, 0.8}},
    summitry::edge_betweenness);

}  // namespace entry
}  // namespace summitry
