#include "algorithms/structure/components.hpp"

#include <algorithm>

namespace summitry {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

void visit(const Graph& graph, VertexId start, std::uint32_t label,
           std::vector<std::uint32_t>& labels, std::vector<VertexId>& queue) {
  const auto reach = [&](std::span<const VertexId> ends) {
    for (const VertexId w : ends) {
      if (labels[w] != kUnseen) continue;
      labels[w] = label;
      queue.push_back(w);
    }
  };
  queue.assign(1, start);
  labels[start] = label;
  while (!queue.empty()) {
    const VertexId v = queue.back();
    queue.pop_back();
    reach(graph.out(v));
    if (graph.directed()) reach(graph.in(v));
  }
}

std::vector<std::uint32_t> weak_components(const Graph& graph) {
  std::vector<std::uint32_t> labels(graph.vertex_count(), kUnseen);
  std::vector<VertexId> queue;
  std::uint32_t count = 0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (labels[v] == kUnseen) visit(graph, v, count++, labels, queue);
  }
  return labels;
}

// Tarjan's search with its own stack: a path of a million vertices must not overflow the program's.
class Tarjan {
 public:
  explicit Tarjan(const Graph& graph)
      : graph_(graph),
        index_(graph.vertex_count(), kUnseen),
        low_(graph.vertex_count(), 0),
        labels_(graph.vertex_count(), kUnseen) {}

  std::vector<std::uint32_t> run() && {
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (index_[v] == kUnseen) search(v);
    }
    return std::move(labels_);
  }

 private:
  struct Frame {
    VertexId v;
    std::size_t next;  // position in out(v)
  };

  void enter(VertexId v) {
    index_[v] = low_[v] = visited_++;
    open_.push_back(v);
    frames_.push_back({v, 0});
  }

  void search(VertexId root) {
    enter(root);
    while (!frames_.empty()) {
      const VertexId v = frames_.back().v;
      if (const auto ends = graph_.out(v); frames_.back().next < ends.size()) {
        const VertexId w = ends[frames_.back().next++];
        if (index_[w] == kUnseen) {
          enter(w);
        } else if (labels_[w] == kUnseen) {
          low_[v] = std::min(low_[v], index_[w]);
        }
      } else {
        leave(v);
      }
    }
  }

  void leave(VertexId v) {
    frames_.pop_back();
    if (!frames_.empty()) {
      const VertexId parent = frames_.back().v;
      low_[parent] = std::min(low_[parent], low_[v]);
    }
    if (low_[v] != index_[v]) return;
    VertexId w = v;
    do {
      w = open_.back();
      open_.pop_back();
      labels_[w] = count_;
    } while (w != v);
    ++count_;
  }

  const Graph& graph_;
  std::vector<std::uint32_t> index_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> labels_;
  std::vector<VertexId> open_;
  std::vector<Frame> frames_;
  std::uint32_t visited_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace

std::vector<std::uint32_t> strong_components_reversed(const Graph& graph) {
  return Tarjan(graph).run();
}

Partition components(const Graph& graph, Connection connection) {
  const bool strong = connection == Connection::strong && graph.directed();
  return canonical(strong ? strong_components_reversed(graph) : weak_components(graph));
}

}  // namespace summitry
