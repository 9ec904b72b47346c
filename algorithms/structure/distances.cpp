#include "algorithms/structure/distances.hpp"

#include <memory>

#include "algorithms/arcs.hpp"
#include "algorithms/structure/dijkstra.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 64;  // sources
constexpr std::string_view kWhat = "distances";

// Breadth-first search against the direction, level by level.
class Levels {
 public:
  explicit Levels(const Graph& graph)
      : arcs_(arcs(graph, Along::in)), seen_(graph.vertex_count(), 0) {}

  void measure(VertexId v, DistanceSums& sums) {
    queue_.assign(1, v);
    seen_[v] = 1;
    double level = 0.0;
    for (std::size_t begin = 0, end = 1; begin < end; begin = end, end = queue_.size()) {
      if (level > 0.0) {
        const double count = static_cast<double>(end - begin);
        sums.total[v] += level * count;
        sums.inverse[v] += count / level;
        sums.farthest[v] = level;
      }
      for (std::size_t i = begin; i < end; ++i) reach(queue_[i]);
      level += 1.0;
    }
    sums.reached[v] = static_cast<std::uint32_t>(queue_.size());
    for (const VertexId u : queue_) seen_[u] = 0;
  }

 private:
  void reach(VertexId v) {
    for (std::size_t k = arcs_.begin(v); k < arcs_.end(v); ++k) {
      const VertexId u = arcs_.ends[k];
      if (seen_[u] != 0) continue;
      seen_[u] = 1;
      queue_.push_back(u);
    }
  }

  Arcs arcs_;
  std::vector<std::uint8_t> seen_;
  std::vector<VertexId> queue_;
};

class WeightedLevels {
 public:
  explicit WeightedLevels(const Graph& graph) : search_(graph, Along::in) {}

  void measure(VertexId v, DistanceSums& sums) {
    search_.search(v);
    const auto settled = search_.settled();
    for (const VertexId u : settled.subspan(1)) {
      sums.total[v] += search_.distance(u);
      sums.inverse[v] += 1.0 / search_.distance(u);
    }
    sums.farthest[v] = search_.distance(settled.back());
    sums.reached[v] = static_cast<std::uint32_t>(settled.size());
  }

 private:
  Dijkstra search_;
};

template <class Search>
void measure_all(const Graph& graph, const Run& run, DistanceSums& sums) {
  std::vector<std::unique_ptr<Search>> scratch(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(graph.vertex_count(), kBlock, run, kWhat, [&](const Block& block) {
    auto& search = scratch[block.thread];
    if (!search) search = std::make_unique<Search>(graph);
    for (std::size_t v = block.begin; v < block.end; ++v) {
      search->measure(static_cast<VertexId>(v), sums);
    }
  });
}

}  // namespace

DistanceSums distance_sums(const Graph& graph, Lengths lengths, const Run& run) {
  const std::size_t n = graph.vertex_count();
  DistanceSums sums{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n),
                    std::vector<double>(n)};
  if (lengths == Lengths::weights && graph.weighted()) {
    require_distances(kWhat, graph);
    measure_all<WeightedLevels>(graph, run, sums);
  } else {
    measure_all<Levels>(graph, run, sums);
  }
  return sums;
}

}  // namespace summitry
