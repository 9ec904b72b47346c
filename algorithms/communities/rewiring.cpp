#include "algorithms/communities/rewiring.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace summitry::communities {
namespace {

constexpr std::uint64_t kSwapsAnEdge = 10;
constexpr std::uint8_t kNoColour = 2;

// 0 or 1 by vertex so that every edge joins different ones; empty where there is no such colouring.
std::vector<std::uint8_t> two_colours(const Graph& graph) {
  std::vector<std::uint8_t> colour(graph.vertex_count(), kNoColour);
  std::vector<VertexId> waiting;
  for (VertexId start = 0; start < graph.vertex_count(); ++start) {
    if (colour[start] != kNoColour) continue;
    colour[start] = 0;
    waiting.push_back(start);
    while (!waiting.empty()) {
      const VertexId v = waiting.back();
      waiting.pop_back();
      for (const VertexId u : graph.out(v)) {
        if (colour[u] == colour[v]) return {};
        if (colour[u] != kNoColour) continue;
        colour[u] = colour[v] == 0 ? 1 : 0;
        waiting.push_back(u);
      }
    }
  }
  return colour;
}

class Switching {
 public:
  explicit Switching(const Graph& graph) : graph_(graph), edges_(graph.edges()) {
    const auto colour = graph.directed() ? std::vector<std::uint8_t>{} : two_colours(graph);
    oriented_ = graph.directed() || !colour.empty();
    for (Edge& edge : edges_) {
      if (!colour.empty() && colour[edge.source] == 1) std::swap(edge.source, edge.target);
      ++count_[key(edge)];
    }
  }

  void mix(Random& random) {
    const std::uint64_t m = edges_.size();
    if (m < 2) return;
    for (std::uint64_t i = 0; i < kSwapsAnEdge * m; ++i) {
      Edge& first = edges_[random.below(m)];
      Edge& second = edges_[random.below(m)];
      if (!oriented_ && random.below(2) == 1) std::swap(second.source, second.target);
      exchange(first, second);
    }
  }

  [[nodiscard]] Graph take() {
    GraphParts parts;
    parts.vertices = graph_.vertex_count();
    parts.direction = graph_.directed() ? Direction::directed : Direction::undirected;
    parts.meaning = graph_.weight_meaning();
    parts.weights = graph_.edge_weights();
    parts.edges = std::move(edges_);
    return Graph(std::move(parts));
  }

 private:
  [[nodiscard]] std::uint64_t key(Edge edge) const {
    if (!graph_.directed() && edge.target < edge.source) std::swap(edge.source, edge.target);
    return (std::uint64_t{edge.source} << 32U) | edge.target;
  }

  [[nodiscard]] bool is_there(const Edge& edge) const { return count_.contains(key(edge)); }

  void remove(const Edge& edge) {
    const auto found = count_.find(key(edge));
    if (--found->second == 0) count_.erase(found);
  }

  void exchange(Edge& first, Edge& second) {
    const Edge one{first.source, second.target};
    const Edge other{second.source, first.target};
    if (one.source == one.target || other.source == other.target) return;
    if (is_there(one) || is_there(other) || key(one) == key(other)) return;
    remove(first);
    remove(second);
    ++count_[key(one)];
    ++count_[key(other)];
    first = one;
    second = other;
  }

  const Graph& graph_;
  std::vector<Edge> edges_;
  bool oriented_ = false;
  std::unordered_map<std::uint64_t, std::uint32_t> count_;  // never read in its order
};

}  // namespace

Graph rewired(const Graph& graph, Random& random) {
  Switching switching(graph);
  switching.mix(random);
  return switching.take();
}

}  // namespace summitry::communities
