#include "algorithms/centrality/betweenness/block_split.hpp"

#include <algorithm>

namespace summitry {
namespace {

constexpr std::uint32_t kUnmet = std::numeric_limits<std::uint32_t>::max();

// Depth-first search that closes a block whenever nothing below a vertex leads past the one above.
class DepthFirst {
 public:
  DepthFirst(const Graph& graph, BlockSplit& found)
      : graph_(graph),
        found_(found),
        low_(graph.vertex_count()),
        below_(graph.vertex_count(), 1.0) {}

  void visit_all() {
    for (VertexId root = 0; root < graph_.vertex_count(); ++root) {
      if (found_.number[root] == kUnmet) visit(root);
    }
  }

 private:
  struct Frame {
    VertexId vertex;
    VertexId parent;
    std::size_t next;  // arc
  };

  void enter(VertexId v, VertexId parent) {
    found_.number[v] = low_[v] = met_++;
    component_.push_back(v);
    open_.push_back(v);
    frames_.push_back({v, parent, 0});
  }

  void visit(VertexId root) {
    component_.clear();
    enter(root, root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const auto row = graph_.out(frame.vertex);
      if (frame.next == row.size()) {
        leave();
        continue;
      }
      const VertexId w = row[frame.next++];
      if (found_.number[w] == kUnmet) {
        enter(w, frame.vertex);
      } else if (w != frame.parent) {
        low_[frame.vertex] = std::min(low_[frame.vertex], found_.number[w]);
      }
    }
    open_.clear();
    for (const VertexId v : component_) {
      found_.component[v] = static_cast<double>(component_.size());
    }
  }

  void leave() {
    const auto [v, parent, next] = frames_.back();
    frames_.pop_back();
    if (frames_.empty()) return;
    below_[parent] += below_[v];
    low_[parent] = std::min(low_[parent], low_[v]);
    if (low_[v] >= found_.number[parent]) close(parent, v);
  }

  // The block of `top` and all that is open from `child` on.
  void close(VertexId top, VertexId child) {
    const auto block = static_cast<BlockId>(found_.parts.size());
    BlockSplit::Part part{top, below_[child], 1};
    for (VertexId v = top; v != child; ++part.size) {
      v = open_.back();
      open_.pop_back();
      found_.home[v] = block;
    }
    found_.hanging[top] += below_[child];
    found_.parts.push_back(part);
  }

  const Graph& graph_;
  BlockSplit& found_;
  std::uint32_t met_ = 0;
  std::vector<std::uint32_t> low_;  // the earliest vertex reached from below
  std::vector<double> below_;       // vertices of the subtree
  std::vector<Frame> frames_;
  std::vector<VertexId> open_;  // met, not yet in a block
  std::vector<VertexId> component_;
};

void count_edges(const Graph& graph, BlockSplit& split) {
  for (VertexId u = 0; u < graph.vertex_count(); ++u) {
    VertexId last = u;
    for (const VertexId w : graph.out(u)) {
      if (w <= u) continue;
      BlockSplit::Part& part = split.parts[split.block_of(u, w)];
      ++part.edges;
      if (w == last) part.parallel = true;
      last = w;
    }
  }
}

}  // namespace

BlockSplit::BlockSplit(const Graph& graph)
    : home(graph.vertex_count(), kNoBlock),
      number(graph.vertex_count(), kUnmet),
      hanging(graph.vertex_count(), 0.0),
      component(graph.vertex_count(), 0.0) {
  DepthFirst(graph, *this).visit_all();
  count_edges(graph, *this);
}

std::vector<double> BlockSplit::pairs_apart() const {
  std::vector<double> pairs(home.size());
  for (VertexId v = 0; v < pairs.size(); ++v) {
    const double others = component[v] - 1.0;
    const double above = others - hanging[v];
    pairs[v] = others * others - above * above;
  }
  for (const Part& part : parts) pairs[part.top] -= part.below * part.below;
  return pairs;
}

}  // namespace summitry
