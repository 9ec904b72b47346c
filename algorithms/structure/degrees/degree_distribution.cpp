#include "algorithms/structure/degrees/degree_distribution.hpp"

#include <algorithm>
#include <cmath>

namespace summitry {
namespace {

using Degrees = std::vector<std::uint64_t>;

std::vector<DegreeCount> counts_of(const Degrees& rising) {
  std::vector<DegreeCount> counts;
  const auto n = static_cast<double>(rising.size());
  for (std::size_t i = 0; i < rising.size(); ++i) {
    if (counts.empty() || counts.back().degree != rising[i]) {
      counts.push_back({rising[i], 0, static_cast<double>(rising.size() - i) / n});
    }
    ++counts.back().vertices;
  }
  return counts;
}

double entropy_of(const std::vector<DegreeCount>& counts, double n) {
  double entropy = 0.0;
  for (const DegreeCount& one : counts) {
    const double share = static_cast<double>(one.vertices) / n;
    entropy -= share * std::log2(share);
  }
  return std::max(entropy, 0.0);
}

}  // namespace

DegreeSpread degree_spread(const Graph& graph) {
  Degrees rising(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) rising[v] = graph.degree(v);
  std::sort(rising.begin(), rising.end());
  DegreeSpread spread;
  spread.counts = counts_of(rising);
  if (rising.empty()) return spread;
  const auto n = static_cast<double>(rising.size());
  double total = 0.0;
  double squares = 0.0;
  double ranked = 0.0;  // each degree by its rank from the middle: half of all differences
  for (std::size_t i = 0; i < rising.size(); ++i) {
    const auto degree = static_cast<double>(rising[i]);
    total += degree;
    squares += degree * degree;
    ranked += (2.0 * static_cast<double>(i) + 1.0 - n) * degree;
  }
  const std::size_t middle = rising.size() / 2;
  const std::size_t before = (rising.size() - 1) / 2;
  spread.mean = total / n;
  spread.sd = std::sqrt(std::max(n * squares - total * total, 0.0)) / n;
  spread.median = (static_cast<double>(rising[before]) + static_cast<double>(rising[middle])) / 2.0;
  spread.entropy = entropy_of(spread.counts, n);
  if (total > 0.0) spread.gini = ranked / (n * total);
  return spread;
}

}  // namespace summitry
