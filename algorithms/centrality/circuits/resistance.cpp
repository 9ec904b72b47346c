#include "algorithms/centrality/circuits/resistance.hpp"

#include <algorithm>

#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry {

Circuit::Circuit(const Graph& given) {
  const auto positive = without_zero_weights(given);
  const Graph& conducting = positive ? *positive : given;
  graph = SimpleGraph(conducting, SimpleGraph::Pairs::weighted);
  place.resize(given.vertex_count());
  for (auto& part : members(components(conducting))) {
    if (part.size() < 2) continue;  // nobody to send current to
    for (VertexId i = 0; i < part.size(); ++i) place[part[i]] = i;
    parts.push_back(std::move(part));
  }
}

Component::Component(const Circuit& circuit, const std::vector<VertexId>& members) {
  offsets.reserve(members.size() + 1);
  totals.reserve(members.size());
  for (const VertexId v : members) {
    const auto neighbours = circuit.graph.neighbours(v);
    const auto weights = circuit.graph.weights(v);
    double total = 0.0;
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      ends.push_back(circuit.place[neighbours[k]]);  // places ascend with the vertices
      conductances.push_back(weights[k]);
      total += weights[k];
    }
    offsets.push_back(ends.size());
    totals.push_back(total);
  }
}

VertexId Component::hub() const {
  VertexId best = 0;
  for (VertexId v = 1; v < size(); ++v) {
    if (degree(v) > degree(best)) best = v;
  }
  return best;
}

std::vector<Wire> Component::wires() const {
  std::vector<Wire> list;
  list.reserve(ends.size() / 2);
  for (VertexId v = 0; v < size(); ++v) {
    for (std::size_t k = offsets[v]; k < offsets[v + 1]; ++k) {
      if (v < ends[k]) list.push_back({v, ends[k], conductances[k]});
    }
  }
  return list;
}

SUMMITRY_CPU_VERSIONS
void centre(std::span<Lanes> x) {
  Lanes mean;
  for (const Lanes& row : x) {
    for (std::size_t l = 0; l < kLanes; ++l) mean.lane[l] += row.lane[l];
  }
  for (double& value : mean.lane) value /= static_cast<double>(x.size());
  for (Lanes& row : x) {
    for (std::size_t l = 0; l < kLanes; ++l) row.lane[l] -= mean.lane[l];
  }
}

}  // namespace summitry
