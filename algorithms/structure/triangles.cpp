#include "algorithms/structure/triangles.hpp"

#include <cstdint>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

// Every edge points to the end of higher degree (of equal ones to the larger vertex), so that each
// triangle is found once, and from a list that is short even at a hub.
struct Oriented {
  std::vector<std::uint64_t> offsets{0};
  std::vector<VertexId> targets;

  explicit Oriented(const SimpleGraph& graph) {
    targets.reserve(graph.edge_count());
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      const std::size_t degree = graph.degree(v);
      for (const VertexId w : graph.neighbours(v)) {
        const std::size_t other = graph.degree(w);
        if (other > degree || (other == degree && w > v)) targets.push_back(w);
      }
      offsets.push_back(targets.size());
    }
  }

  [[nodiscard]] std::span<const VertexId> out(VertexId v) const {
    return {targets.data() + offsets[v], targets.data() + offsets[v + 1]};
  }
};

// What one thread counts; whole numbers, so that adding threads up in any order gives the same.
struct Counts {
  std::vector<std::uint64_t> triangles;
  std::vector<std::uint8_t> marked;
};

void count_from(const Oriented& graph, VertexId u, Counts& counts) {
  const auto ends = graph.out(u);
  if (ends.size() < 2) return;
  for (const VertexId v : ends) counts.marked[v] = 1;
  for (const VertexId v : ends) {
    std::uint64_t at_v = 0;
    for (const VertexId w : graph.out(v)) {
      counts.triangles[w] += counts.marked[w];
      at_v += counts.marked[w];
    }
    counts.triangles[v] += at_v;
    counts.triangles[u] += at_v;
  }
  for (const VertexId v : ends) counts.marked[v] = 0;
}

std::vector<std::uint64_t> count_triangles(const SimpleGraph& simple, const Run& run) {
  constexpr std::size_t kBlock = 1024;
  const Oriented graph(simple);
  const std::size_t n = simple.vertex_count();
  std::vector<Counts> threads(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(n, kBlock, run, "triangles", [&](const Block& block) {
    Counts& counts = threads[block.thread];
    counts.triangles.resize(n);
    counts.marked.resize(n);
    for (std::size_t u = block.begin; u < block.end; ++u) {
      count_from(graph, static_cast<VertexId>(u), counts);
    }
  });
  std::vector<std::uint64_t> total(n, 0);
  for (const Counts& counts : threads) {
    for (std::size_t v = 0; v < counts.triangles.size(); ++v) total[v] += counts.triangles[v];
  }
  return total;
}

}  // namespace

Scores triangles(const Graph& graph, const Run& run) {
  const auto counts = count_triangles(SimpleGraph(graph), run);
  return {std::vector<double>(counts.begin(), counts.end()), {}};
}

Scores clustering(const Graph& graph, const Run& run) {
  const SimpleGraph simple(graph);
  const auto counts = count_triangles(simple, run);
  Scores scores{std::vector<double>(counts.size(), 0.0), {}};
  for (VertexId v = 0; v < counts.size(); ++v) {
    const double k = static_cast<double>(simple.degree(v));
    if (k >= 2) scores.values[v] = static_cast<double>(counts[v]) / (k * (k - 1) / 2);
  }
  return scores;
}

namespace entry {

extern const Measure triangles, clustering;

namespace {
constexpr std::string_view kSource =
    "Watts & Strogatz 1998, doi:10.1038/30918; Latapy 2008, doi:10.1016/j.tcs.2008.07.017";
constexpr std::string_view kCost = "O(m^1.5)";
}  // namespace

const Measure clustering = entry_of(
    {.name = "clustering",
     .title = "local clustering coefficient",
     .family = "cohesion",
     .definition = "The share of pairs of neighbours that are joined themselves, on the undirected "
                   "simple graph; 0 with fewer than two neighbours.",
     .cost = kCost,
     .reference = kSource},
    summitry::clustering);

const Measure triangles = entry_of(
    {.name = "triangles",
     .title = "triangles through the entity",
     .family = "cohesion",
     .definition = "How many pairs of neighbours are joined themselves, on the undirected simple "
                   "graph.",
     .cost = kCost,
     .reference = kSource},
    summitry::triangles);

}  // namespace entry
}  // namespace summitry
