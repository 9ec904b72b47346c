#include "algorithms/communities/trust/rewiring.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "algorithms/communities/searches/two_modes.hpp"

namespace summitry::communities {
namespace {

constexpr std::uint64_t kSwapsAnEdge = 10;

// By vertex; empty where there are no two modes.
std::vector<bool> modes_of(const Graph& graph) {
  TwoModes modes = two_modes(graph);
  return modes.odd ? std::vector<bool>{} : std::move(modes.first);
}

class Switching {
 public:
  // `first_mode` is empty where modes do not matter. An undirected edge is turned to start in the first.
  Switching(const Graph& graph, std::vector<bool> first_mode)
      : graph_(graph), edges_(graph.edges()), first_mode_(std::move(first_mode)) {
    oriented_ = graph.directed() || !first_mode_.empty();
    for (Edge& edge : edges_) {
      const bool turned = !graph.directed() && !first_mode_.empty() && !first_mode_[edge.source];
      if (turned) std::swap(edge.source, edge.target);
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

  // Else an exchange would join two vertices of one mode.
  [[nodiscard]] bool start_in_one_mode(const Edge& a, const Edge& b) const {
    return first_mode_.empty() || first_mode_[a.source] == first_mode_[b.source];
  }

  void exchange(Edge& first, Edge& second) {
    if (!start_in_one_mode(first, second)) return;
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
  std::vector<bool> first_mode_;
  bool oriented_ = false;
  std::unordered_map<std::uint64_t, std::uint32_t> count_;  // never read in its order
};

}  // namespace

Graph rewired(const Graph& graph, Random& random, const std::vector<bool>& first_mode) {
  Switching switching(graph, first_mode.empty() ? modes_of(graph) : first_mode);
  switching.mix(random);
  return switching.take();
}

}  // namespace summitry::communities
