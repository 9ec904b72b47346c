#include "engine/reshape.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

// Calls visit(neighbour) once for every other vertex joined to v, whatever the direction.
template <class Visit>
void each_neighbour(const Graph& graph, VertexId v, std::vector<VertexId>& mark, VertexId stamp,
                    Visit visit) {
  const auto see = [&](std::span<const VertexId> row) {
    for (const VertexId u : row) {
      if (u == v || mark[u] == stamp) continue;
      mark[u] = stamp;
      visit(u);
    }
  };
  see(graph.out(v));
  if (graph.directed()) see(graph.in(v));
}

// Breadth-first from `start` without regard to direction; gives what was reached, in order.
std::vector<VertexId> reached(const Graph& graph, VertexId start, std::uint32_t radius,
                              std::vector<bool>& seen) {
  std::vector<VertexId> queue{start};
  seen[start] = true;
  std::size_t level_end = 1;
  std::uint32_t depth = 0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    if (head == level_end) {
      level_end = queue.size();
      ++depth;
    }
    if (depth == radius) break;
    const VertexId v = queue[head];
    for (const auto row : {graph.out(v), graph.in(v)}) {
      for (const VertexId u : row) {
        if (seen[u]) continue;
        seen[u] = true;
        queue.push_back(u);
      }
    }
  }
  return queue;
}

struct Shared {
  VertexId other;
  double weight;
};

// Kept vertices that share a dropped neighbour with u and are larger than it, with the weight.
class SharedCounter {
 public:
  SharedCounter(const Graph& graph, const std::vector<bool>& keep, ProjectionWeight weight)
      : graph_(graph),
        keep_(keep),
        newman_(weight == ProjectionWeight::newman),
        outer_mark_(graph.vertex_count(), UINT32_MAX),
        inner_mark_(graph.vertex_count(), UINT32_MAX),
        total_(graph.vertex_count(), 0.0),
        degree_(graph.vertex_count(), 0) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      if (keep[v]) continue;
      each_neighbour(graph, v, inner_mark_, v, [&](VertexId u) { degree_[v] += keep_[u] ? 1 : 0; });
    }
    std::fill(inner_mark_.begin(), inner_mark_.end(), UINT32_MAX);
  }

  [[nodiscard]] std::vector<Shared> of(VertexId u) {
    std::vector<VertexId> touched;
    each_neighbour(graph_, u, outer_mark_, u, [&](VertexId k) {
      if (keep_[k]) return;
      const double share = newman_ ? 1.0 / (degree_[k] - 1) : 1.0;
      each_neighbour(graph_, k, inner_mark_, stamp_, [&](VertexId v) {
        if (v <= u || !keep_[v]) return;
        if (total_[v] == 0.0) touched.push_back(v);
        total_[v] += share;
      });
      ++stamp_;
    });
    std::sort(touched.begin(), touched.end());
    std::vector<Shared> found;
    found.reserve(touched.size());
    for (const VertexId v : touched) found.push_back({v, std::exchange(total_[v], 0.0)});
    return found;
  }

 private:
  const Graph& graph_;
  const std::vector<bool>& keep_;
  bool newman_;
  std::vector<VertexId> outer_mark_;
  std::vector<VertexId> inner_mark_;
  VertexId stamp_ = 0;  // one for every pair (u, k); at most one an arc
  std::vector<double> total_;
  std::vector<std::uint32_t> degree_;  // kept neighbours of a dropped vertex
};

}  // namespace

Graph at(const Network& network, std::string_view summit, Selection selection) {
  selection.at = std::string(summit);
  return select(network, selection);
}

Graph between(const Network& network, Date from, Date to, Selection selection) {
  selection.from = from;
  selection.to = to;
  return select(network, selection);
}

Graph induced(const Graph& graph, std::span<const VertexId> vertices) {
  std::vector<VertexId> kept(vertices.begin(), vertices.end());
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  constexpr VertexId kOut = UINT32_MAX;
  std::vector<VertexId> number(graph.vertex_count(), kOut);
  for (VertexId i = 0; i < kept.size(); ++i) number[kept[i]] = i;

  GraphParts parts;
  parts.vertices = static_cast<VertexId>(kept.size());
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  parts.meaning = graph.weight_meaning();
  for (const VertexId v : kept) parts.entities.push_back(graph.entity(v));
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  parts.relation_begin.push_back(0);
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const Edge edge{number[edges[e].source], number[edges[e].target]};
    if (edge.source == kOut || edge.target == kOut) continue;
    parts.edges.push_back(edge);
    if (!weights.empty()) parts.weights.push_back(weights[e]);
    const auto relations = graph.relations(e);
    parts.relations.insert(parts.relations.end(), relations.begin(), relations.end());
    parts.relation_begin.push_back(static_cast<std::uint32_t>(parts.relations.size()));
  }
  if (parts.relations.empty()) parts.relation_begin.clear();
  return Graph(std::move(parts));
}

Graph giant(const Graph& graph) {
  std::vector<bool> seen(graph.vertex_count(), false);
  std::vector<VertexId> largest;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (seen[v]) continue;
    std::vector<VertexId> component = reached(graph, v, UINT32_MAX, seen);
    if (component.size() > largest.size()) largest = std::move(component);
  }
  return induced(graph, largest);
}

Graph ego(const Graph& graph, VertexId centre, std::uint32_t radius) {
  if (centre >= graph.vertex_count()) {
    throw InvalidOption("ego: centre must be a vertex in [0, " +
                        std::to_string(graph.vertex_count()) + "), got " + std::to_string(centre));
  }
  std::vector<bool> seen(graph.vertex_count(), false);
  return induced(graph, reached(graph, centre, radius, seen));
}

Graph project(const Graph& graph, const std::vector<bool>& keep, ProjectionWeight weight) {
  if (keep.size() != graph.vertex_count()) throw Error("project: one flag a vertex is needed");
  GraphParts parts;
  parts.meaning = weight == ProjectionWeight::none ? WeightMeaning::none : WeightMeaning::strength;
  std::vector<VertexId> number(graph.vertex_count(), 0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (!keep[v]) continue;
    number[v] = parts.vertices++;
    parts.entities.push_back(graph.entity(v));
  }
  SharedCounter counter(graph, keep, weight);
  for (VertexId u = 0; u < graph.vertex_count(); ++u) {
    if (!keep[u]) continue;
    for (const Shared& shared : counter.of(u)) {
      parts.edges.push_back({number[u], number[shared.other]});
      if (weight != ProjectionWeight::none) parts.weights.push_back(shared.weight);
    }
  }
  return Graph(std::move(parts));
}

Graph project(const Network& network, const Graph& graph, std::string_view kind,
              ProjectionWeight weight) {
  std::vector<std::string_view> kinds;
  const std::vector<Counted> counted = network.kinds();
  kinds.reserve(counted.size());
  for (const Counted& one : counted) kinds.push_back(one.name);
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
    throw UnknownName(unknown_name("kind", kind, kinds));
  }
  std::vector<bool> keep;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    keep.push_back(network.entity(graph.entity(v)).kind == kind);
  }
  return project(graph, keep, weight);
}

}  // namespace summitry
