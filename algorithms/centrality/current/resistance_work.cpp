// Steps of the measures by current, counted or guessed.
#include "algorithms/centrality/current/resistance_work.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/centrality/circuits/potentials.hpp"

namespace summitry::steps {
namespace {

constexpr std::uint64_t kCounted =
    200'000;  // edges up to which the order of elimination takes < 1 s

double guessed(const Graph& graph) {
  const double n = graph.vertex_count();
  const double closing = std::max(0.0, static_cast<double>(graph.edge_count()) - n);
  return linear(graph) + std::pow(std::min(n, closing / 40.0), 3.0);
}

// Systems by conjugate gradients: a wire each, eight in one sweep, some dozens of sweeps.
double iterated(const Component& component) {
  constexpr double kSweeps = 50.0;
  return static_cast<double>(component.ends.size()) / 16.0 * kSweeps *
         static_cast<double>(component.ends.size());
}

}  // namespace

double factor(const Graph& graph) {
  if (graph.edge_count() > kCounted) return guessed(graph);
  double steps = linear(graph);
  const Circuit circuit(graph);
  for (const auto& members : circuit.parts) {
    const Component component(circuit, members);
    const std::optional<double> products = Factor::products(component, kMostFactorEntries);
    steps += products ? *products : iterated(component);
  }
  return steps;
}

double sorted_potentials(const Graph& graph) {
  const double n = std::max(2.0, static_cast<double>(graph.vertex_count()));
  return factor(graph) + static_cast<double>(graph.edge_count()) * n * std::log2(n);
}

}  // namespace summitry::steps
