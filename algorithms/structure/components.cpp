#include "algorithms/structure/components.hpp"

#include <algorithm>
#include <atomic>
#include <span>
#include <utility>

#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 4096;  // vertices

// A forest that threads join without locks: parents only ever become smaller, so there is no cycle,
// and the root of a finished tree is its smallest vertex whatever the order of the joins.
class Forest {
 public:
  explicit Forest(std::size_t n) : parent_(n) {
    for (std::size_t v = 0; v < n; ++v) parent_[v] = static_cast<VertexId>(v);
  }

  [[nodiscard]] VertexId root(VertexId v) {
    VertexId above = load(v);
    while (above != v) {
      const VertexId next = load(above);
      if (next != above) at(v).store(next, std::memory_order_relaxed);  // halves the path
      v = above;
      above = next;
    }
    return v;
  }

  void join(VertexId u, VertexId v) {
    for (u = root(u), v = root(v); u != v; u = root(u), v = root(v)) {
      if (u < v) std::swap(u, v);
      VertexId expected = u;
      if (at(u).compare_exchange_strong(expected, v, std::memory_order_relaxed)) return;
    }
  }

 private:
  [[nodiscard]] std::atomic_ref<VertexId> at(VertexId v) {
    return std::atomic_ref<VertexId>(parent_[v]);
  }
  [[nodiscard]] VertexId load(VertexId v) { return at(v).load(std::memory_order_relaxed); }

  std::vector<VertexId> parent_;
};

// Those who were found to hang together with the hub, the vertex with the longest list. A flag is set
// by one thread and may be seen by another at once or a round later: in the end the same are set.
class AroundHub {
 public:
  AroundHub(const Graph& graph, const Run& run)
      : graph_(graph), run_(run), inside_(graph.vertex_count(), 0) {
    spread();
    std::size_t found = pull();
    while (found > open_ / kWorthwhile && open_ > 0) found = pull();
  }

  [[nodiscard]] VertexId hub() const { return hub_; }
  [[nodiscard]] bool inside(VertexId v) {
    return std::atomic_ref<std::uint8_t>(inside_[v]).load(std::memory_order_relaxed) != 0;
  }

 private:
  static constexpr std::size_t kWorthwhile = 8;  // of so many that were open a round must find one

  void take(VertexId v) {
    std::atomic_ref<std::uint8_t>(inside_[v]).store(1, std::memory_order_relaxed);
  }
  [[nodiscard]] std::size_t degree(VertexId v) const {
    return graph_.out(v).size() + (graph_.directed() ? graph_.in(v).size() : 0);
  }

  // Breadth first from the hub until enough are inside that the others will soon meet one.
  void spread() {
    const VertexId n = graph_.vertex_count();
    for (VertexId v = 1; v < n; ++v) {
      if (degree(v) > degree(hub_)) hub_ = v;
    }
    std::vector<VertexId> queue{hub_};
    take(hub_);
    const auto reach = [&](std::span<const VertexId> ends) {
      for (const VertexId w : ends) {
        if (inside(w)) continue;
        take(w);
        queue.push_back(w);
      }
    };
    for (std::size_t next = 0; next < queue.size() && queue.size() < n / 64; ++next) {
      reach(graph_.out(queue[next]));
      if (graph_.directed()) reach(graph_.in(queue[next]));
    }
    open_ = n - queue.size();
  }

  // Four at a time: most meet somebody among the first four, so that the branch is foreseen.
  [[nodiscard]] bool meets(std::span<const VertexId> ends) {
    constexpr std::size_t kAtOnce = 4;
    for (std::size_t k = 0; k < ends.size(); k += kAtOnce) {
      bool met = false;
      for (std::size_t i = k; i < k + kAtOnce; ++i)
        met |= inside(ends[std::min(i, ends.size() - 1)]);
      if (met) return true;
    }
    return false;
  }

  // Takes in everybody outside with a neighbour inside; how many.
  std::size_t pull() {
    std::atomic<std::size_t> found = 0;
    parallel_blocks(graph_.vertex_count(), kBlock, run_, "components", [&](const Block& block) {
      std::size_t here = 0;
      for (auto v = static_cast<VertexId>(block.begin); v < block.end; ++v) {
        if (inside(v) || !(meets(graph_.out(v)) || (graph_.directed() && meets(graph_.in(v))))) {
          continue;
        }
        take(v);
        ++here;
      }
      found += here;
    });
    open_ -= found;
    return found;
  }

  const Graph& graph_;
  const Run& run_;
  std::vector<std::uint8_t> inside_;
  VertexId hub_ = 0;
  std::size_t open_ = 0;
};

// The smallest vertex of everybody's component.
std::vector<VertexId> weak_components(const Graph& graph, const Run& run) {
  const VertexId n = graph.vertex_count();
  if (n == 0) return {};
  AroundHub around(graph, run);
  Forest forest(n);
  VertexId first = 0;
  while (!around.inside(first)) ++first;
  const auto blocks = [&](auto&& each) {
    parallel_blocks(n, kBlock, run, "components", [&](const Block& block) {
      for (auto v = static_cast<VertexId>(block.begin); v < block.end; ++v) each(v);
    });
  };
  // The first stands for all inside: an arc between two of them joins nobody, and one across is seen
  // from its end outside.
  blocks([&](VertexId v) {
    if (around.inside(v)) return;
    for (const VertexId w : graph.out(v)) {
      const bool inside = around.inside(w);
      if (inside || w < v || graph.directed()) forest.join(v, inside ? first : w);
    }
    for (const VertexId w : graph.directed() ? graph.in(v) : std::span<const VertexId>{}) {
      if (around.inside(w)) forest.join(v, first);
    }
  });
  const VertexId inside = forest.root(first);
  std::vector<VertexId> label(n);
  blocks([&](VertexId v) { label[v] = around.inside(v) ? inside : forest.root(v); });
  return label;
}

// Components by falling size, then smallest vertex, from the smallest vertex of each.
Partition numbered(std::vector<VertexId> label) {
  std::vector<std::uint32_t> size(label.size(), 0);
  std::size_t run_begin =
      0;  // of equal labels: most stand in long runs, and one sum a run is quicker
  for (std::size_t v = 1; v <= label.size(); ++v) {
    if (v < label.size() && label[v] == label[run_begin]) continue;
    size[label[run_begin]] += static_cast<std::uint32_t>(v - run_begin);
    run_begin = v;
  }
  std::vector<VertexId> roots;
  for (VertexId v = 0; v < label.size(); ++v) {
    if (size[v] > 0) roots.push_back(v);
  }
  std::stable_sort(roots.begin(), roots.end(),
                   [&size](VertexId a, VertexId b) { return size[a] > size[b]; });
  std::vector<std::uint32_t>& number = size;
  for (std::uint32_t i = 0; i < roots.size(); ++i) number[roots[i]] = i;
  for (VertexId& of : label) of = number[of];
  Partition partition;
  partition.count = static_cast<std::uint32_t>(roots.size());
  partition.community = std::move(label);
  return partition;
}

// Tarjan's search with one number a vertex, and with its own stack: a path of a million vertices must not
// overflow the program's. The number is 0 before the visit, then the smallest rank that the vertex is
// known to reach among those still open, and in the end the component's, which no rank exceeds: so
// taking the minimum over all neighbours needs no question whether they are open.
class StrongSearch {
 public:
  explicit StrongSearch(const Graph& graph) : graph_(graph), mark_(graph.vertex_count(), 0) {}

  std::vector<std::uint32_t> run() && {
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (mark_[v] == 0) search(v);
    }
    for (std::uint32_t& mark : mark_) mark = kFirst - mark;
    return std::move(mark_);
  }

 private:
  static constexpr std::uint32_t kFirst = UINT32_MAX;  // component; the others count down

  struct Frame {
    VertexId v;
    std::uint32_t rank;
    std::size_t next;  // position in out(v)
  };

  void enter(VertexId v) {
    mark_[v] = ++rank_;
    frames_.push_back({v, rank_, 0});
  }

  void search(VertexId root) {
    enter(root);
    while (!frames_.empty()) {
      const VertexId unseen = look(frames_.back());
      if (unseen == graph_.vertex_count()) {
        leave();
      } else {
        enter(unseen);
      }
    }
  }

  // Goes on through the neighbours until one is new, which is looked at again when it is finished.
  VertexId look(Frame& frame) {
    const auto ends = graph_.out(frame.v);
    std::uint32_t low = mark_[frame.v];
    while (frame.next < ends.size() && mark_[ends[frame.next]] != 0) {
      low = std::min(low, mark_[ends[frame.next++]]);
    }
    mark_[frame.v] = low;
    return frame.next < ends.size() ? ends[frame.next] : graph_.vertex_count();
  }

  void leave() {
    const auto [v, rank, next] = frames_.back();
    frames_.pop_back();
    if (mark_[v] != rank) {
      waiting_.push_back(v);
      return;
    }
    mark_[v] = component_;
    --rank_;
    while (!waiting_.empty() && mark_[waiting_.back()] >= rank) {
      mark_[waiting_.back()] = component_;
      waiting_.pop_back();
      --rank_;
    }
    --component_;
  }

  const Graph& graph_;
  std::vector<std::uint32_t> mark_;
  std::vector<VertexId> waiting_;  // finished, but for the root of their component
  std::vector<Frame> frames_;
  std::uint32_t rank_ = 0;
  std::uint32_t component_ = kFirst;
};

}  // namespace

std::vector<std::uint32_t> strong_components_reversed(const Graph& graph) {
  return StrongSearch(graph).run();
}

Partition components(const Graph& graph, Connection connection, const Run& run) {
  if (connection == Connection::strong && graph.directed()) {
    return canonical(strong_components_reversed(graph));
  }
  return numbered(weak_components(graph, run));
}

}  // namespace summitry
