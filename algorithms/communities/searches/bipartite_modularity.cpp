#include "algorithms/communities/searches/bipartite_modularity.hpp"

#include <string>
#include <utility>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/searches/leiden.hpp"
#include "algorithms/communities/searches/two_modes.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"
#include "engine/error.hpp"

namespace summitry {
namespace {

[[noreturn]] void refuse_graph(const std::string& why) {
  throw InvalidOption(
      "bipartite-modularity: the graph must be two-mode (edges between two kinds of "
      "vertices alone), but " +
      why +
      "; choose two kinds and the relations between them with --kinds and "
      "--relations, or use --method leiden");
}

std::string called(VertexId v) {
  return "vertex " + std::to_string(v);
}

std::vector<bool> as_given(const Graph& graph, const std::vector<std::uint32_t>& vertices) {
  std::vector<bool> first(graph.vertex_count(), false);
  for (const std::uint32_t v : vertices) {
    if (v >= graph.vertex_count()) {
      refuse_option("bipartite-modularity", "first-mode",
                    "vertices below " + std::to_string(graph.vertex_count()), std::to_string(v));
    }
    first[v] = true;
  }
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (const VertexId u : graph.out(v)) {
      if (first[u] != first[v]) continue;
      refuse_graph("an edge joins " + called(v) + " and " + called(u) + ", both " +
                   (first[v] ? "in" : "outside") + " the first mode");
    }
  }
  return first;
}

// Every edge from the first mode to the second.
Graph oriented(const Graph& graph, const std::vector<bool>& first) {
  GraphParts parts;
  parts.vertices = graph.vertex_count();
  parts.direction = Direction::directed;
  parts.edges = graph.edges();
  parts.meaning = graph.weight_meaning();
  parts.weights = graph.edge_weights();
  for (Edge& edge : parts.edges) {
    if (!first[edge.source]) std::swap(edge.source, edge.target);
  }
  return Graph(std::move(parts));
}

}  // namespace

std::vector<bool> modes(const Graph& graph, const std::vector<std::uint32_t>& first_mode) {
  if (!first_mode.empty()) return as_given(graph, first_mode);
  communities::TwoModes found = communities::two_modes(graph);
  if (!found.odd) return std::move(found.first);
  const auto [from, to] = *found.odd;
  refuse_graph(from == to ? called(from) + " has a loop"
                          : "an odd cycle leads through " + called(from) + " and " + called(to));
}

double barber_modularity(const Graph& graph, std::span<const std::uint32_t> community,
                         const std::vector<bool>& first_mode, double resolution) {
  if (first_mode.size() != graph.vertex_count()) {
    refuse_option("bipartite-modularity", "first-mode",
                  "yes or no for each of " + std::to_string(graph.vertex_count()) + " vertices",
                  std::to_string(first_mode.size()));
  }
  return modularity(oriented(graph, first_mode), community, resolution);
}

Partition bipartite_modularity(const Graph& graph, const BipartiteModularityOptions& options,
                               const Run& run) {
  communities::check_resolution("bipartite-modularity", options.resolution);
  if (options.attempts < 1) {
    refuse_option("bipartite-modularity", "attempts", ">= 1", option_text(options.attempts));
  }
  require_strengths("bipartite-modularity", graph);
  const Graph arcs = oriented(graph, modes(graph, options.first_mode));
  Run attempt = run;
  Partition best;
  for (std::size_t i = 0; i < options.attempts; ++i) {
    attempt.seed = communities::seed_of(run, i);
    Partition found = leiden(arcs, {.resolution = options.resolution}, attempt);
    const bool better = i == 0 || found.quality.value_or(0.0) > best.quality.value_or(0.0);
    if (better) best = std::move(found);
    if (!best.quality) break;  // no weight at all: nothing to search
  }
  // The connected parts where they are as good: then nothing tells the vertices of a part from one another.
  Partition parts = components(arcs, Connection::weak, run);
  parts.quality = best.quality ? communities::quality_of(Quality::modularity, arcs, parts.community,
                                                         options.resolution, run)
                               : std::nullopt;
  parts.convergence = best.convergence;
  constexpr double kAsGood = 1e-12;
  const bool as_good = best.quality && *parts.quality >= *best.quality - kAsGood;
  return as_good ? parts : best;
}

namespace {

double quality(const Graph& graph, const BipartiteModularityOptions& options,
               std::span<const std::uint32_t> community) {
  return barber_modularity(graph, community, modes(graph, options.first_mode), options.resolution);
}

}  // namespace

template <class Visit>
void describe(BipartiteModularityOptions& o, Visit&& visit) {
  visit("resolution", o.resolution, "higher gives more and smaller communities, >= 0");
  visit("attempts", o.attempts, "searches, of which the best counts, >= 1");
  visit("first-mode", o.first_mode,
        "numbers of the vertices of one mode, such as 0 3 4, from 0; all: as the graph tells");
}

namespace entry {

extern const CommunityMethod bipartite_modularity;
const CommunityMethod bipartite_modularity = entry_of<BipartiteModularityOptions>(
    {.name = "bipartite-modularity",
     .title = "bipartite modularity",
     .definition =
         "Communities of both modes of a two-mode graph by Barber's modularity, which "
         "expects edges between the modes alone; the best of twenty searches. The modes are "
         "told by the direction of the edges, or found by colouring; a graph that is not "
         "two-mode is refused.",
     .cost = "O(attempts * rounds * (n + m))",
     .reference = "Barber 2007, doi:10.1103/PhysRevE.76.066102",
     .quality_name = "bipartite-modularity",
     .effort = 20.0},
    summitry::bipartite_modularity, quality);

}  // namespace entry
}  // namespace summitry
