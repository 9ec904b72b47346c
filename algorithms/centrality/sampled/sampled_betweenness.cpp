#include "algorithms/centrality/sampled/sampled_betweenness.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include "algorithms/block_sums.hpp"
#include "algorithms/centrality/sampled/lanes.hpp"
#include "algorithms/structure/searches/renumbered.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::size_t kManySources = 32;

// Different vertices, each set equally likely.
std::vector<VertexId> drawn_sources(VertexId n, std::size_t count, std::uint64_t seed) {
  std::vector<VertexId> vertices(n);
  std::iota(vertices.begin(), vertices.end(), VertexId{0});
  Random random(seed);
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(vertices[i], vertices[i + random.below(n - i)]);
  }
  vertices.resize(count);
  return vertices;
}

std::vector<double> dependencies(const Arcs& out, std::span<const VertexId> sources,
                                 const Run& run) {
  std::vector<std::unique_ptr<LaneSearch>> searches(static_cast<std::size_t>(run.thread_count()));
  return sum_over_blocks(sources.size(), LaneSearch::kLanes, out.offsets.size() - 1, run,
                         "sampled betweenness", [&](const Block& block, std::span<double> sums) {
                           auto& search = searches[block.thread];
                           if (!search) search = std::make_unique<LaneSearch>(out);
                           search->add_dependencies(
                               sources.subspan(block.begin, block.end - block.begin), sums);
                         });
}

// With so many sources the passes over vertices in order of degree pay for putting them in it.
std::vector<double> dependencies_by_degree(const Graph& graph, std::vector<VertexId> sources,
                                           const Run& run) {
  const Renumbered dense(graph, Renumbered::Weights::left_out, run);
  for (VertexId& source : sources) source = dense.number[source];
  std::sort(sources.begin(), sources.end());  // those that reach others after as many hops together
  const std::vector<double> sums = dependencies(dense.out, sources, run);
  std::vector<double> by_vertex(sums.size());
  for (VertexId v = 0; v < sums.size(); ++v) by_vertex[v] = sums[dense.number[v]];
  return by_vertex;
}

}  // namespace

Scores sampled_betweenness(const Graph& graph, const SamplingOptions& options, const Run& run) {
  if (options.samples < 1) {
    refuse_option("sampled betweenness", "samples", ">= 1", option_text(options.samples));
  }
  if (graph.weighted()) throw InvalidWeight("sampled betweenness: counts hops, not weights");
  const VertexId n = graph.vertex_count();
  const std::size_t count = std::min<std::size_t>(options.samples, n);
  const std::vector<VertexId> sources = drawn_sources(n, count, run.seed);
  Scores scores{count < kManySources ? dependencies(arcs(graph, Along::out), sources, run)
                                     : dependencies_by_degree(graph, sources, run),
                {}};
  const double others = (n - 1.0) * (n - 2.0);
  double divisor = graph.directed() ? 1.0 : 2.0;
  if (options.scale == Scale::normalized && others > 0.0) divisor = others;
  const double factor = n / (static_cast<double>(count) * divisor);
  for (double& value : scores.values) value *= factor;
  return scores;
}

}  // namespace summitry
