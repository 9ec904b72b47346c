#include "algorithms/communities/trust/beyond_chance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "algorithms/communities/searches/bipartite_modularity.hpp"
#include "algorithms/communities/trust/rewiring.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry::communities {
namespace {

constexpr std::uint64_t kFirstStream = 2'000'000;  // apart from those of runs and consensus

double median_quality(std::span<const Partition> partitions) {
  std::vector<double> qualities;
  for (const Partition& one : partitions) qualities.push_back(one.quality.value_or(0.0));
  std::sort(qualities.begin(), qualities.end());
  const std::size_t n = qualities.size();
  return 0.5 * (qualities[(n - 1) / 2] + qualities[n / 2]);
}

// What random graphs keep of the graph at hand, and how they are divided.
struct NullModel {
  std::vector<bool> first_mode;  // empty where the method asks for no modes
  Parameters parameters;
};

// A random graph is not asked for its modes: it may fall into other parts, and would tell others.
NullModel null_model(const CommunityMethod& method, const Graph& graph,
                     const Parameters& parameters) {
  NullModel null{{}, method.complete(parameters)};
  for (auto& [name, value] : null.parameters) {
    std::vector<std::uint32_t> vertices;
    if (name != "first-mode" || !read_option(value, vertices)) continue;
    null.first_mode = modes(graph, vertices);
    vertices.clear();
    for (VertexId v = 0; v < null.first_mode.size(); ++v) {
      if (null.first_mode[v]) vertices.push_back(v);
    }
    value = option_text(vertices);
  }
  return null;
}

}  // namespace

BeyondChance beyond_chance(const CommunityMethod& method, const Graph& graph,
                           const Parameters& parameters, std::span<const Partition> partitions,
                           std::size_t samples, const Run& run) {
  constexpr std::size_t kMost = 1'000'000;
  if (samples < 1 || samples > kMost) {
    refuse_option("beyond-chance", "samples", "1 to 1000000", option_text(samples));
  }
  if (partitions.empty()) refuse_option("beyond-chance", "partitions", "at least one", "none");
  const NullModel null = null_model(method, graph, parameters);
  std::vector<double> qualities(samples, 0.0);
  parallel_blocks(samples, 1, run, "random graphs", [&](const Block& block) {
    Random random(run.seed, kFirstStream + block.index);
    Run single;
    single.threads = 1;
    single.cancel = run.cancel;
    single.seed = random.next();
    const Graph other = rewired(graph, random, null.first_mode);
    const Partition found = method.compute(other, null.parameters, single);
    qualities[block.index] = found.quality.value_or(0.0);
  });
  const double n = static_cast<double>(samples);
  BeyondChance result;
  result.samples = samples;
  result.observed = median_quality(partitions);
  result.mean = std::accumulate(qualities.begin(), qualities.end(), 0.0) / n;
  double squares = 0.0;
  std::size_t reached = 0;
  for (const double quality : qualities) {
    squares += (quality - result.mean) * (quality - result.mean);
    if (quality >= result.observed) ++reached;
  }
  if (samples > 1) result.sd = std::sqrt(squares / (n - 1.0));
  // Equal qualities differ by their rounding.
  if (result.sd > 1e-12) result.z = (result.observed - result.mean) / result.sd;
  result.p = (1.0 + static_cast<double>(reached)) / (1.0 + n);
  return result;
}

}  // namespace summitry::communities
