// Counted steps, and seconds from them.
#include "algorithms/cost.hpp"

#include <algorithm>
#include <cmath>

namespace summitry {
namespace {

double vertices(const Graph& graph) {
  return graph.vertex_count();
}
double arcs_of(const Graph& graph) {
  return static_cast<double>(graph.out_targets().size());
}

constexpr double kSweeps = 100.0;  // what an iteration to 1e-12 takes, give or take a factor of two

}  // namespace

namespace steps {

double linear(const Graph& graph) {
  return vertices(graph) + arcs_of(graph);
}
double sweeps(const Graph& graph) {
  return kSweeps * linear(graph);
}
double discounted(const Graph& graph) {
  return (graph.directed() ? 4.0 : 1.0) * sweeps(graph);
}
double all_sources(const Graph& graph) {
  return vertices(graph) * linear(graph);
}
double all_sources_sorted(const Graph& graph) {
  return all_sources(graph) * std::log2(std::max(2.0, vertices(graph)));
}
double wedges(const Graph& graph) {
  return std::pow(arcs_of(graph), 1.5);
}
double cubic(const Graph& graph) {
  return std::pow(vertices(graph), 3.0);
}

}  // namespace steps

double predicted_seconds(const Work& work, const Graph& graph, int threads) {
  const double count = work.steps != nullptr ? work.steps(graph) : steps::linear(graph);
  return count * work.nanoseconds * 1e-9 / std::max(1, threads);
}

}  // namespace summitry
