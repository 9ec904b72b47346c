// The two checks of weights.
#include "algorithms/weights.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/error.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr double kMostStrength = 1e100;

std::string printed(double weight) {
  return std::isnan(weight) ? "not a number" : shortest(weight);
}

}  // namespace

void require_strengths(std::string_view function, const Graph& graph) {
  if (!graph.weighted()) return;
  if (graph.weight_meaning() != WeightMeaning::strength) {
    throw InvalidWeight(std::string(function) +
                        ": reads weights as strengths, these are distances; use "
                        "--weights-mean strength, or --weights none");
  }
  double largest = 0.0;
  for (const double weight : graph.out_arc_weights()) {
    if (!std::isfinite(weight) || weight < 0.0) {
      throw InvalidWeight(std::string(function) +
                          ": a strength must be a finite number >= 0, got " + printed(weight));
    }
    largest = std::max(largest, weight);
  }
  if (largest > kMostStrength || (largest > 0.0 && largest < 1.0 / kMostStrength)) {
    throw InvalidWeight(std::string(function) +
                        ": the largest strength must be from 1e-100 to 1e100, got " +
                        printed(largest) + "; give the weights in another unit");
  }
}

void require_distances(std::string_view function, const Graph& graph) {
  if (!graph.weighted()) return;
  if (graph.weight_meaning() != WeightMeaning::distance) {
    throw InvalidWeight(std::string(function) +
                        ": reads weights as distances, these are strengths; use "
                        "--weights-mean distance, or --weights none");
  }
  for (const double weight : graph.out_arc_weights()) {
    if (!std::isfinite(weight) || weight <= 0.0) {
      throw InvalidWeight(std::string(function) + ": a distance must be a finite number > 0, got " +
                          printed(weight));
    }
  }
}

std::optional<Graph> without_zero_weights(const Graph& graph) {
  const auto arcs = graph.out_arc_weights();
  if (std::find(arcs.begin(), arcs.end(), 0.0) == arcs.end()) return std::nullopt;
  GraphParts parts;
  parts.vertices = graph.vertex_count();
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  parts.meaning = graph.weight_meaning();
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    if (weights[e] == 0.0) continue;
    parts.edges.push_back(edges[e]);
    parts.weights.push_back(weights[e]);
  }
  return Graph(std::move(parts));
}

}  // namespace summitry
