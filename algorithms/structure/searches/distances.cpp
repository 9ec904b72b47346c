#include "algorithms/structure/searches/distances.hpp"

#include <algorithm>
#include <memory>

#include "algorithms/cost.hpp"
#include "algorithms/structure/searches/dijkstra.hpp"
#include "algorithms/structure/searches/multi_source.hpp"
#include "algorithms/structure/searches/renumbered.hpp"
#include "algorithms/structure/searches/whole_lengths.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 64;  // sources
constexpr std::string_view kWhat = "distances";

// The distances from `source`, along rows turned round, as those to `v`.
void add_up(Dijkstra& search, VertexId source, VertexId v, DistanceSums& sums) {
  search.search(source);
  const auto settled = search.settled();
  for (const VertexId u : settled.subspan(1)) {
    sums.total[v] += search.distance(u);
    sums.inverse[v] += 1.0 / search.distance(u);
    sums.farthest[v] = std::max(sums.farthest[v], search.distance(u));
  }
  sums.reached[v] = static_cast<std::uint32_t>(settled.size());
}

// Rows in order of degree: what is read most lies together.
DistanceSums length_sums(const Graph& graph, const Run& run) {
  const std::size_t n = graph.vertex_count();
  const Renumbered dense(graph, Renumbered::Weights::kept, run);
  DistanceSums sums{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n),
                    std::vector<double>(n)};
  std::vector<std::unique_ptr<Dijkstra>> scratch(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(n, kBlock, run, kWhat, [&](const Block& block) {
    auto& search = scratch[block.thread];
    if (!search) search = std::make_unique<Dijkstra>(dense.in);
    for (std::size_t i = block.begin; i < block.end; ++i) {
      add_up(*search, static_cast<VertexId>(i), dense.vertex[i], sums);
    }
  });
  return sums;
}

}  // namespace

DistanceSums distance_sums(const Graph& graph, Lengths lengths, const Run& run) {
  if (lengths == Lengths::hops || !graph.weighted()) return hop_sums(graph, run);
  require_distances(kWhat, graph);
  if (auto sums = whole_length_sums(graph, run)) return *std::move(sums);
  return length_sums(graph, run);
}

double distance_steps(const Graph& graph) {
  const double sources_a_look = !graph.weighted() ? 100.0 : whole_lengths(graph) ? 3.0 : 1.0;
  return steps::all_sources(graph) / sources_a_look;
}

}  // namespace summitry
