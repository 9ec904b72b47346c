#include "algorithms/communities/trust/runs.hpp"

#include <algorithm>
#include <map>

#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry::communities {
namespace {

constexpr double kMostRuns = 100.0;
constexpr double kFewestRuns = 10.0;
constexpr double kWork = 2e6;  // vertices and edges, over all runs: about a second

}  // namespace

std::size_t runs_for(const Graph& graph, const CommunityMethod& method) {
  if (!method.random) return 1;
  const double size = graph.vertex_count() + static_cast<double>(graph.edge_count());
  return runs_for(size * method.effort);
}

std::size_t runs_for(double size) {
  const double affordable = kWork / std::max(1.0, size);
  return static_cast<std::size_t>(std::clamp(affordable, kFewestRuns, kMostRuns));
}

void check_runs(std::string_view function, std::size_t runs, std::size_t vertices) {
  constexpr std::size_t kMost = 10'000;
  constexpr std::size_t kLabels = 1'000'000'000;
  const auto most = std::clamp<std::size_t>(kLabels / std::max<std::size_t>(vertices, 1), 1, kMost);
  if (runs >= 1 && runs <= most) return;
  refuse_option(function, "runs", "1 to " + option_text(most) + " for a graph of this size",
                option_text(runs));
}

std::uint64_t seed_of(const Run& run, std::size_t index) {
  return index == 0 ? run.seed : Random(run.seed, index).next();
}

Run single_run(const Run& run, std::size_t index) {
  Run single;
  single.threads = 1;
  single.cancel = run.cancel;
  single.seed = seed_of(run, index);
  return single;
}

std::vector<Partition> run_many(const CommunityMethod& method, const Graph& graph,
                                const Parameters& parameters, std::size_t runs, const Run& run) {
  std::vector<Partition> partitions(runs);
  parallel_blocks(runs, 1, run, "communities", [&](const Block& block) {
    partitions[block.index] = method.compute(graph, parameters, single_run(run, block.index));
  });
  return partitions;
}

std::size_t best_of(std::span<const Partition> partitions) {
  const auto best = std::max_element(partitions.begin(), partitions.end(),
                                     [](const Partition& a, const Partition& b) {
                                       return a.quality.value_or(0.0) < b.quality.value_or(0.0);
                                     });
  return static_cast<std::size_t>(best - partitions.begin());
}

std::vector<Variant> variants_of(std::span<const Partition> partitions) {
  std::map<std::span<const std::uint32_t>, std::size_t,
           decltype([](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
             return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
           })>
      seen;
  std::vector<Variant> variants;
  for (std::size_t i = 0; i < partitions.size(); ++i) {
    const auto [place, is_new] = seen.emplace(partitions[i].community, variants.size());
    if (is_new) variants.push_back({i, 0});
    ++variants[place->second].runs;
  }
  return variants;
}

}  // namespace summitry::communities
