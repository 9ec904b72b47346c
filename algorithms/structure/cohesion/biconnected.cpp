#include "algorithms/structure/cohesion/biconnected.hpp"

#include <algorithm>
#include <span>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "engine/partition.hpp"

namespace summitry {
namespace {

constexpr VertexId kNobody = UINT32_MAX;

// A depth-first forest of the simple graph. Every edge joins a vertex with one of its ancestors.
struct Forest {
  explicit Forest(const SimpleArcs& graph, const Run& run);

  // Whether nothing from v or below it leads back past its parent.
  [[nodiscard]] bool closes_at_parent(VertexId v) const { return low[v] >= time[parent[v]]; }

  std::vector<VertexId> parent;     // kNobody for a root
  std::vector<std::uint32_t> time;  // when it was found: its position in `order`
  std::vector<std::uint32_t> low;   // the earliest that one edge leads to from v or below it
  std::vector<VertexId> order;

 private:
  void grow(const SimpleArcs& graph, VertexId root, std::vector<std::uint32_t>& next);
  void find(VertexId v, VertexId from);
};

Forest::Forest(const SimpleArcs& graph, const Run& run) {
  const std::size_t n = graph.vertex_count();
  parent.assign(n, kNobody);
  time.assign(n, UINT32_MAX);
  low.assign(n, UINT32_MAX);
  order.reserve(n);
  std::vector<std::uint32_t> next(n, 0);
  for (VertexId root = 0; root < n; ++root) {
    if (time[root] != UINT32_MAX) continue;
    run.check();
    grow(graph, root, next);
  }
}

void Forest::find(VertexId v, VertexId from) {
  parent[v] = from;
  time[v] = low[v] = static_cast<std::uint32_t>(order.size());
  order.push_back(v);
}

// `next`: how many neighbours of each vertex have been looked at.
void Forest::grow(const SimpleArcs& graph, VertexId root, std::vector<std::uint32_t>& next) {
  find(root, kNobody);
  VertexId v = root;
  while (v != kNobody) {
    const std::span<const VertexId> neighbours = graph.neighbours(v);
    const VertexId up = parent[v];
    if (next[v] == neighbours.size()) {
      if (up != kNobody) low[up] = std::min(low[up], low[v]);
      v = up;
      continue;
    }
    const VertexId w = neighbours[next[v]++];
    if (time[w] == UINT32_MAX) {
      find(w, v);
      v = w;
    } else if (w != up) {
      low[v] = std::min(low[v], time[w]);
    }
  }
}

// By vertex, the number of the component of the edge to its parent: a new one where nothing leads back
// past the parent, else that of the parent itself.
std::vector<std::uint32_t> component_above(const Forest& forest) {
  std::vector<std::uint32_t> above(forest.order.size(), 0);
  std::uint32_t count = 0;
  for (const VertexId v : forest.order) {
    if (forest.parent[v] == kNobody) continue;
    above[v] = forest.closes_at_parent(v) ? count++ : above[forest.parent[v]];
  }
  return above;
}

std::vector<std::uint32_t> components_added(const Forest& forest) {
  std::vector<std::uint32_t> added(forest.order.size(), 0);
  for (const VertexId v : forest.order) {
    if (forest.parent[v] != kNobody && forest.closes_at_parent(v)) ++added[forest.parent[v]];
  }
  for (const VertexId v : forest.order) {
    if (forest.parent[v] == kNobody && added[v] > 0) --added[v];
  }
  return added;
}

std::size_t times(std::span<const VertexId> sorted, VertexId v) {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), v);
  return static_cast<std::size_t>(last - first);
}

// Whether one edge alone joins the two.
bool joined_once(const Graph& graph, const Edge& edge) {
  const std::size_t back = graph.directed() ? times(graph.out(edge.target), edge.source) : 0;
  return times(graph.out(edge.source), edge.target) + back == 1;
}

void number_components(const Forest& forest, const std::vector<Edge>& edges, Bicomponents& result) {
  const std::vector<std::uint32_t> above = component_above(forest);
  std::vector<std::uint32_t> labels;
  labels.reserve(edges.size());
  for (const auto& [u, v] : edges) {
    if (u != v) labels.push_back(above[forest.time[u] > forest.time[v] ? u : v]);
  }
  const Partition numbered = canonical(labels);
  result.count = numbered.count;
  result.component.reserve(edges.size());
  std::size_t next = 0;
  for (const auto& [u, v] : edges) {
    result.component.push_back(u == v ? kNoBicomponent : numbered.community[next++]);
  }
}

}  // namespace

Bicomponents bicomponents(const Graph& graph, const Run& run) {
  const Forest forest(SimpleArcs(graph, run), run);
  const std::vector<Edge> edges = graph.edges();
  Bicomponents result;
  number_components(forest, edges, result);
  result.articulation = components_added(forest);
  result.bridge.reserve(edges.size());
  for (const Edge& edge : edges) {
    const VertexId deeper =
        forest.time[edge.source] > forest.time[edge.target] ? edge.source : edge.target;
    const bool last = forest.parent[deeper] != kNobody && forest.low[deeper] == forest.time[deeper];
    const VertexId other = deeper == edge.source ? edge.target : edge.source;
    result.bridge.push_back(last && forest.parent[deeper] == other && joined_once(graph, edge) ? 1
                                                                                               : 0);
  }
  return result;
}

Scores articulation(const Graph& graph, const Run& run) {
  const Bicomponents parts = bicomponents(graph, run);
  return {{parts.articulation.begin(), parts.articulation.end()}, {}};
}

Scores bridges(const Graph& graph, const Run& run) {
  const Bicomponents parts = bicomponents(graph, run);
  return {{parts.bridge.begin(), parts.bridge.end()}, {}};
}

namespace entry {

extern const Measure articulation, bridge;
const Measure articulation =
    entry_of({.name = "articulation",
              .title = "components that its removal adds",
              .family = "cohesion",
              .definition = "How many components more there are without the vertex, whatever the "
                            "direction; above 0 for articulation points, 0 for all others.",
              .cost = "O(n + m)",
              .reference = "Hopcroft & Tarjan 1973, doi:10.1145/362248.362272",
              .work = {steps::linear, 10.0}},
             summitry::articulation);

const Measure bridge =
    entry_of({.name = "bridge",
              .title = "whether its removal adds a component",
              .family = "cohesion",
              .definition = "1 for an edge without which there is one component more, whatever the "
                            "direction; 0 for all others, parallel edges among them.",
              .cost = "O(n + m)",
              .reference = "Hopcroft & Tarjan 1973, doi:10.1145/362248.362272",
              .over = Over::edges,
              .work = {steps::linear, 10.0}},
             summitry::bridges);

}  // namespace entry
}  // namespace summitry
