#include "bench/kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace summitry::bench {
namespace {

constexpr std::array kKernels = {
    KernelInfo{"closeness", "closeness, exact", Check::each, 1e-9, true},
    KernelInfo{"harmonic", "harmonic, exact", Check::each, 1e-9, true},
    KernelInfo{"eccentricity", "eccentricity, exact", Check::each, 1e-9, true},
    KernelInfo{"mean-distance", "mean distance, exact", Check::each, 1e-9, true},
    KernelInfo{"betweenness", "betweenness, exact", Check::each, 1e-9, true},
    KernelInfo{"edge-betweenness", "betweenness of edges, exact", Check::each, 1e-9, true},
    KernelInfo{"weighted-closeness", "closeness along lengths", Check::each, 1e-9, true},
    KernelInfo{"weighted-betweenness", "betweenness along lengths", Check::each, 1e-9, true},
    KernelInfo{"sampled-betweenness", "betweenness from 32 sources"},
    KernelInfo{"estimate", "betweenness within 0.01"},
    KernelInfo{"top-closeness", "the ten of largest closeness"},
    KernelInfo{"top-harmonic", "the ten of largest harmonic centrality"},
    KernelInfo{"pagerank", "PageRank to 1e-10", Check::total, 1e-8},
    KernelInfo{"pagerank-12", "PageRank to 1e-12", Check::total, 1e-8},
    KernelInfo{"eigenvector", "eigenvector to 1e-10", Check::length, 1e-6},
    KernelInfo{"katz", "Katz to 1e-10", Check::length, 1e-8},
    KernelInfo{"hits", "HITS to 1e-10", Check::total, 1e-6},
    KernelInfo{"triangles", "triangles of each vertex"},
    KernelInfo{"triangle-count", "triangles of the graph"},
    KernelInfo{"clustering", "local clustering"},
    KernelInfo{"core", "k-core numbers"},
    KernelInfo{"components", "weak components"},
    KernelInfo{"reading", "edge list to sorted rows"},
};

struct Goal {
  std::string_view kernel;
  std::string_view graph;
  Target target;
};

constexpr std::array kGoals = {
    Goal{"betweenness", "astro-ph", {5, 7}},
    Goal{"edge-betweenness", "astro-ph", {5, 7}},
    Goal{"betweenness", "rmat14", {10, 20}},
    Goal{"edge-betweenness", "rmat14", {10, 20}},
    Goal{"betweenness", "maintainers", {15, 20}},
    Goal{"edge-betweenness", "maintainers", {15, 20}},
    Goal{"sampled-betweenness", "rmat18", {4, 4}},
    Goal{"sampled-betweenness", "ba1m", {1.5, 1.5}},
    Goal{"pagerank", "rmat18", {2.5, 3}},
    Goal{"pagerank", "rmat20", {2.5, 3}},
    Goal{"pagerank", "ba1m", {2.5, 3}},
    Goal{"pagerank", "debian", {1.2, 1.2}},
    Goal{"pagerank-12", "rmat18", {2.5, 3}},
    Goal{"pagerank-12", "rmat20", {2.5, 3}},
    Goal{"pagerank-12", "ba1m", {2.5, 3}},
    Goal{"eigenvector", "", {2, 2.5}},
    Goal{"katz", "", {2, 2.5}},
    Goal{"hits", "", {2, 2.5}},
    Goal{"triangles", "rmat18", {2.5, 2.2}},
    Goal{"triangle-count", "rmat18", {2.5, 2.2}},
    Goal{"clustering", "rmat18", {1.5, 2.4}},
    Goal{"core", "", {1.4, 1.4}},
    Goal{"components", "", {1.1, 1.3}},
    Goal{"weighted-betweenness", "", {3, 3}},
    Goal{"weighted-closeness", "", {3, 3}},
    Goal{"reading", "rmat18", {1.5, 2.5}},
    Goal{"reading", "rmat20", {1.5, 2.5}},
};

bool searches_all(std::string_view kernel) {
  return kernel == "closeness" || kernel == "harmonic" || kernel == "eccentricity" ||
         kernel == "mean-distance";
}

double sum_of_differences(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

double length_of_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

// Relative to the value, or to a millionth of the largest where a value is smaller than that.
double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double scale = 0.0;
  for (const double value : a) scale = std::max(scale, std::abs(value));
  double largest = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double size = std::max({std::abs(a[i]), std::abs(b[i]), 1e-6 * scale});
    if (a[i] != b[i]) largest = std::max(largest, std::abs(a[i] - b[i]) / size);
  }
  return largest;
}

}  // namespace

std::span<const KernelInfo> kernels() {
  return kKernels;
}

double difference(const KernelInfo& kernel, const std::vector<double>& a,
                  const std::vector<double>& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  const double found = kernel.check == Check::each    ? largest_difference(a, b)
                       : kernel.check == Check::total ? sum_of_differences(a, b)
                                                      : length_of_difference(a, b);
  return std::isnan(found) ? std::numeric_limits<double>::infinity() : found;
}

std::optional<Target> target_of(std::string_view kernel, std::string_view graph) {
  if (searches_all(kernel)) {
    if (graph == "debian") return Target{5, 8};
    if (graph == "astro-ph" || graph == "rmat14") return Target{150, 120};
    return std::nullopt;
  }
  for (const Goal& goal : kGoals) {
    if (goal.kernel == kernel && (goal.graph.empty() || goal.graph == graph)) return goal.target;
  }
  return std::nullopt;
}

}  // namespace summitry::bench
