#include "algorithms/communities/agreement/pair_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "algorithms/communities/rows/joined_rows.hpp"

namespace summitry::communities {
namespace {

bool is_whole(double value) {
  return value == std::round(value) && std::abs(value) < 9e15;
}

// The smallest of a few factors that makes all values whole; 0 when none does.
template <class Values>
double whole_by(const Values& values) {
  for (const double factor : {1.0, 2.0, 4.0, 5.0, 8.0, 10.0, 20.0, 100.0, 1000.0}) {
    const bool all = std::all_of(values.begin(), values.end(),
                                 [factor](double value) { return is_whole(value * factor); });
    if (all) return factor;
  }
  return 0.0;
}

// The total of the ends times the value of any partition is whole when weights and resolution are.
double quantum_of(const JoinedRows& rows, Quality quality, double resolution) {
  std::vector<double> weights = rows.weights;
  weights.insert(weights.end(), rows.out_ends.begin(), rows.out_ends.end());
  weights.insert(weights.end(), rows.in_ends.begin(), rows.in_ends.end());
  const double by_weight = whole_by(weights);
  const double by_resolution = whole_by(std::array{resolution});
  if (by_weight == 0.0 || by_resolution == 0.0) return 0.0;
  if (quality == Quality::cpm) return 1.0 / (by_weight * by_resolution);
  const double ends = rows.directed ? rows.total : 2.0 * rows.total;
  return 1.0 / (by_weight * by_weight * by_resolution * ends);
}

}  // namespace

ValuedPairs pair_values(const Graph& graph, std::string_view method, Quality quality,
                        double resolution) {
  const JoinedRows rows = joined_rows(graph, method);
  ValuedPairs result;
  result.total = rows.total;
  result.pairs = PairValues(rows.size());
  if (rows.total <= 0.0) return result;
  const double scale = rows.expected_scale(resolution);
  const double each = rows.directed ? 2.0 * resolution : resolution;
  for (VertexId u = 0; u < rows.size(); ++u) {
    for (VertexId v = u + 1; v < rows.size(); ++v) {
      const double products =
          rows.out_ends[u] * rows.in_ends[v] + rows.in_ends[u] * rows.out_ends[v];
      result.pairs.set(u, v, quality == Quality::cpm ? -each : -scale * products);
    }
  }
  for (VertexId u = 0; u < rows.size(); ++u) {
    for (std::size_t k = 0; k < rows.neighbours(u).size(); ++k) {
      const VertexId v = rows.neighbours(u)[k];
      if (u < v) result.pairs.add(u, v, rows.joining(u)[k]);
    }
  }
  result.quantum = quantum_of(rows, quality, resolution);
  return result;
}

double value_of(const PairValues& pairs, std::span<const std::uint32_t> community) {
  double sum = 0.0;
  for (VertexId u = 0; u < pairs.size(); ++u) {
    for (VertexId v = u + 1; v < pairs.size(); ++v) {
      if (community[u] == community[v]) sum += pairs.at(u, v);
    }
  }
  return sum;
}

PairValues merged(const PairValues& pairs, std::span<const std::uint32_t> label,
                  std::uint32_t count) {
  PairValues result(count);
  for (VertexId u = 0; u < pairs.size(); ++u) {
    for (VertexId v = u + 1; v < pairs.size(); ++v) {
      if (label[u] != label[v]) result.add(label[u], label[v], pairs.at(u, v));
    }
  }
  return result;
}

}  // namespace summitry::communities
