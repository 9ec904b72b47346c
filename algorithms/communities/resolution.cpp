#include "algorithms/communities/resolution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/communities/agreement.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr int kSteps = 8;  // to either side of the middle
constexpr double kSame = 0.95;

// What the resolutions are centred on: 1, or for cpm the mean weight of a pair.
double middle(const Graph& graph, const Parameters& parameters) {
  const bool cpm =
      std::find(parameters.begin(), parameters.end(),
                std::pair<std::string, std::string>("quality", "cpm")) != parameters.end();
  const double n = graph.vertex_count();
  if (!cpm || n < 2.0 || graph.edge_count() == 0) return 1.0;
  const std::vector<double> weights = graph.edge_weights();
  const double total = weights.empty() ? static_cast<double>(graph.edge_count())
                                       : std::accumulate(weights.begin(), weights.end(), 0.0);
  return total / (0.5 * n * (n - 1.0));
}

bool is_trivial(const Partition& partition) {
  return partition.count < 2 || partition.count == partition.community.size();
}

struct Range {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::size_t length() const { return last - first; }
  [[nodiscard]] std::size_t centre() const { return (first + last) / 2; }
};

// Whether `a` is the better plateau.
bool better(const Range& a, const Range& b, std::size_t middle) {
  if (a.length() != b.length()) return a.length() > b.length();
  const auto distance = [middle](const Range& range) {
    return range.centre() > middle ? range.centre() - middle : middle - range.centre();
  };
  return distance(a) < distance(b);
}

Range longest(const std::vector<Partition>& partitions) {
  const std::size_t centre = partitions.size() / 2;
  Range best{centre, centre};
  Range current{0, 0};
  for (std::size_t i = 1; i < partitions.size(); ++i) {
    const bool same =
        !is_trivial(partitions[i - 1]) && !is_trivial(partitions[i]) &&
        adjusted_rand_index(partitions[i - 1].community, partitions[i].community) >= kSame;
    current = {same ? current.first : i, i};
    if (better(current, best, centre)) best = current;
  }
  return best;
}

}  // namespace

Plateau longest_plateau(const Graph& graph, const DetectOptions& options, const Run& run) {
  std::vector<double> resolutions;
  std::vector<Partition> partitions;
  const double centre = middle(graph, options.parameters);
  for (int step = -kSteps; step <= kSteps; ++step) {
    const double resolution = centre * std::exp2(step / 4.0);
    DetectOptions one = options;
    one.runs = 3;
    std::erase_if(one.parameters, [](const auto& option) { return option.first == "resolution"; });
    one.parameters.emplace_back("resolution", shortest(resolution));
    resolutions.push_back(resolution);
    partitions.push_back(detect_communities(graph, one, run).partition);
  }
  const Range range = longest(partitions);
  return {resolutions[range.centre()], resolutions[range.first], resolutions[range.last]};
}

}  // namespace summitry
