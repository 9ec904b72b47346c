#include "algorithms/structure/distances.hpp"

#include <memory>

#include "algorithms/cost.hpp"
#include "algorithms/structure/dijkstra.hpp"
#include "algorithms/structure/multi_source.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 64;  // sources
constexpr std::string_view kWhat = "distances";

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

DistanceSums length_sums(const Graph& graph, const Run& run) {
  const std::size_t n = graph.vertex_count();
  DistanceSums sums{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n),
                    std::vector<double>(n)};
  std::vector<std::unique_ptr<WeightedLevels>> scratch(
      static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(n, kBlock, run, kWhat, [&](const Block& block) {
    auto& search = scratch[block.thread];
    if (!search) search = std::make_unique<WeightedLevels>(graph);
    for (std::size_t v = block.begin; v < block.end; ++v) {
      search->measure(static_cast<VertexId>(v), sums);
    }
  });
  return sums;
}

}  // namespace

DistanceSums distance_sums(const Graph& graph, Lengths lengths, const Run& run) {
  if (lengths == Lengths::hops || !graph.weighted()) return hop_sums(graph, run);
  require_distances(kWhat, graph);
  return length_sums(graph, run);
}

double distance_steps(const Graph& graph) {
  return graph.weighted() ? steps::all_sources_sorted(graph) : steps::all_sources(graph) / 100.0;
}

}  // namespace summitry
