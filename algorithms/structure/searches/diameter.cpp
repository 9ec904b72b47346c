#include "algorithms/structure/searches/diameter.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "algorithms/structure/components.hpp"
#include "algorithms/structure/searches/bfs.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

constexpr std::size_t kPatience = 400;  // searches, after which all vertices at once cost less
constexpr VertexId kNobody = std::numeric_limits<VertexId>::max();

// The largest component alone, in the order of its vertices: a strong one when directed.
Graph largest_component(const Graph& graph) {
  const Partition parts = components(graph, Connection::strong);
  std::vector<VertexId> place(graph.vertex_count(), kNobody);
  GraphParts kept;
  kept.direction = graph.directed() ? Direction::directed : Direction::undirected;
  kept.meaning = graph.weight_meaning();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (parts.community[v] == 0) place[v] = kept.vertices++;
  }
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const Edge edge{place[edges[e].source], place[edges[e].target]};
    if (edge.source == kNobody || edge.target == kNobody) continue;
    kept.edges.push_back(edge);
    if (!weights.empty()) kept.weights.push_back(weights[e]);
  }
  return Graph(std::move(kept));
}

Extent by_all_distances(const Graph& graph, bool largest, const Run& run) {
  const std::vector<double> farthest = distance_sums(graph, Lengths::weights, run).farthest;
  const auto [least, most] = std::minmax_element(farthest.begin(), farthest.end());
  return {largest ? *most : *least, farthest.size()};
}

// Searches from and to a vertex; undirected, the two are one.
class TwoWay {
 public:
  TwoWay(const Graph& graph, const Run& run)
      : run_(run), directed_(graph.directed()), from_(graph, Along::out), to_(graph, Along::in) {}

  std::uint32_t search_from(VertexId v) {
    run_.check();
    ++searches_;
    return from_.search(v);
  }
  std::uint32_t search_to(VertexId v) {
    if (!directed_) return search_from(v);
    run_.check();
    ++searches_;
    return to_.search(v);
  }
  [[nodiscard]] const HopSearch& from() const { return from_; }
  [[nodiscard]] const HopSearch& to() const { return directed_ ? to_ : from_; }
  [[nodiscard]] bool directed() const { return directed_; }
  [[nodiscard]] std::size_t searches() const { return searches_; }

 private:
  const Run& run_;
  bool directed_;
  HopSearch from_;
  HopSearch to_;
  std::size_t searches_ = 0;
};

VertexId of_most_edges(const Graph& graph, std::span<const VertexId> among) {
  VertexId best = among.front();
  for (const VertexId v : among) {
    if (graph.degree(v) > graph.degree(best) || (graph.degree(v) == graph.degree(best) && v < best))
      best = v;
  }
  return best;
}

// Halfway on a shortest path to the last vertex that the last search from somewhere reached.
VertexId middle(const Graph& graph, const HopSearch& from) {
  VertexId v = from.reached().back();
  for (std::uint32_t steps = from.distance(v) / 2; steps > 0; --steps) {
    for (const VertexId u : graph.in(v)) {
      if (from.distance(u) + 1 != from.distance(v)) continue;
      v = u;
      break;
    }
  }
  return v;
}

struct Fringes {
  std::vector<std::vector<VertexId>> after;   // by distance from the middle
  std::vector<std::vector<VertexId>> before;  // by distance to it; undirected: left out
};

std::vector<std::vector<VertexId>> levels_of(const HopSearch& search, std::uint32_t depth) {
  std::vector<std::vector<VertexId>> levels(depth + std::size_t{1});
  for (std::uint32_t i = 0; i <= depth; ++i) {
    levels[i].assign(search.level(i).begin(), search.level(i).end());
  }
  return levels;
}

// iFUB: a path longer than 2 (i - 1) has an end at distance i or more from the middle. False when its
// patience ends first.
bool fringe_by_fringe(TwoWay& ways, const Fringes& fringes, std::uint32_t& longest) {
  const std::size_t deepest = std::max(fringes.after.size(), fringes.before.size());
  for (std::size_t i = deepest; i-- > 1;) {
    if (longest >= 2 * i) return true;
    for (const bool after : {true, false}) {
      const auto& levels = after ? fringes.after : fringes.before;
      if (i >= levels.size()) continue;
      for (const VertexId v : levels[i]) {
        longest = std::max(longest, after ? ways.search_to(v) : ways.search_from(v));
        if (longest >= 2 * i) return true;
        if (ways.searches() > kPatience) return false;
      }
    }
  }
  return true;
}

// Of the component in which `start` lies, which is strong when directed.
bool component_diameter(const Graph& graph, VertexId start, TwoWay& ways, std::uint32_t& longest) {
  longest = std::max(longest, ways.search_from(start));
  for (int sweep = 0; sweep < 2; ++sweep) {
    longest = std::max(longest, ways.search_from(ways.from().reached().back()));
    const VertexId centre = middle(graph, ways.from());
    longest = std::max(longest, ways.search_from(centre));
  }
  Fringes fringes;
  const VertexId centre = ways.from().reached().front();
  fringes.after = levels_of(ways.from(), ways.search_from(centre));
  if (ways.directed()) fringes.before = levels_of(ways.to(), ways.search_to(centre));
  return fringe_by_fringe(ways, fringes, longest);
}

// Components by falling size, while they are large enough to hold a longer path.
Extent hop_diameter(const Graph& graph, const Run& run) {
  TwoWay ways(graph, run);
  std::uint32_t longest = 0;
  for (const std::vector<VertexId>& vertices : members(components(graph))) {
    if (vertices.size() <= longest + std::size_t{1}) break;
    if (!component_diameter(graph, of_most_edges(graph, vertices), ways, longest)) {
      return by_all_distances(graph, true, run);
    }
  }
  return {static_cast<double>(longest), ways.searches()};
}

// What is known of all eccentricities from below.
class Bounds {
 public:
  Bounds(const Graph& graph, const Run& run)
      : graph_(graph), ways_(graph, run), least_(graph.vertex_count(), 0) {}

  // A search to v says how eccentric it is, and the ways from it and to it bound all others.
  void measure(VertexId v) {
    const std::uint32_t exact = ways_.search_to(v);
    best_ = std::min(best_, exact);
    last_ = ways_.to().reached().back();
    if (ways_.directed()) static_cast<void>(ways_.search_from(v));
    for (VertexId u = 0; u < least_.size(); ++u) {
      const std::uint32_t detour = ways_.to().distance(u);
      const std::uint32_t rest = exact > detour ? exact - detour : 0;
      least_[u] = std::max({least_[u], ways_.from().distance(u), rest});
    }
  }
  // Of those that may be the least eccentric, the one with the most edges.
  [[nodiscard]] VertexId promising() const {
    VertexId next = 0;
    for (VertexId v = 1; v < least_.size(); ++v) {
      if (least_[v] > least_[next]) continue;
      if (least_[v] < least_[next] || graph_.degree(v) > graph_.degree(next)) next = v;
    }
    return next;
  }
  [[nodiscard]] bool decided(VertexId v) const { return least_[v] >= best_; }
  [[nodiscard]] VertexId last() const { return last_; }  // farthest from the one measured last
  [[nodiscard]] Extent best() const { return {static_cast<double>(best_), ways_.searches()}; }

 private:
  const Graph& graph_;
  TwoWay ways_;
  std::vector<std::uint32_t> least_;
  std::uint32_t best_ = std::numeric_limits<std::uint32_t>::max();
  VertexId last_ = 0;
};

// In turn the most promising vertex and the one farthest from it, which bounds the others best.
Extent hop_radius(const Graph& graph, const Run& run) {
  Bounds bounds(graph, run);
  while (bounds.best().searches <= kPatience) {
    const VertexId next = bounds.promising();
    if (bounds.decided(next)) return bounds.best();
    bounds.measure(next);
    if (!bounds.decided(bounds.last())) bounds.measure(bounds.last());
  }
  return by_all_distances(graph, false, run);
}

}  // namespace

Extent diameter(const Graph& graph, Within within, const Run& run) {
  require_distances("diameter", graph);
  if (graph.vertex_count() == 0) return {};
  if (within == Within::all) {
    const bool hops = !graph.weighted() && !graph.directed();
    return hops ? hop_diameter(graph, run) : by_all_distances(graph, true, run);
  }
  const Graph part = largest_component(graph);
  return part.weighted() ? by_all_distances(part, true, run) : hop_diameter(part, run);
}

Extent radius(const Graph& graph, Within within, const Run& run) {
  require_distances("radius", graph);
  if (graph.vertex_count() == 0) return {};
  if (within == Within::all) return by_all_distances(graph, false, run);
  const Graph part = largest_component(graph);
  return part.weighted() ? by_all_distances(part, false, run) : hop_radius(part, run);
}

}  // namespace summitry
