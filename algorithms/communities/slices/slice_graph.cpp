#include "algorithms/communities/slices/slice_graph.hpp"

#include <algorithm>

#include "algorithms/communities/rows/joined_rows.hpp"
#include "algorithms/communities/rows/labels.hpp"

namespace summitry::communities {
namespace {

// Arcs in any order; those between the same vertices add up in the order in which they come.
void sort_and_fill(std::vector<WeightedArc>& arcs, VertexId size, SliceGraph& graph) {
  std::stable_sort(arcs.begin(), arcs.end(), [](const WeightedArc& a, const WeightedArc& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  fill_rows(arcs, size, graph);
}

double mean(const std::vector<double>& values) {
  if (values.empty()) return 1.0;
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

SliceGraph slice_graph(std::span<const Graph> slices, std::span<const Coupled> coupled,
                       double coupling, std::span<const double> resolutions, const char* method) {
  SliceGraph graph;
  std::vector<WeightedArc> arcs;
  VertexId first = 0;
  for (std::uint32_t s = 0; s < slices.size(); ++s) {
    const JoinedRows rows = joined_rows(slices[s], method);
    for (VertexId v = 0; v < rows.size(); ++v) {
      for (std::size_t k = 0; k < rows.neighbours(v).size(); ++k) {
        arcs.push_back({first + v, first + rows.neighbours(v)[k], rows.joining(v)[k]});
      }
      graph.ends.push_back({s, 1, rows.out_ends[v], rows.in_ends[v]});
      graph.ends_offsets.push_back(graph.ends.size());
    }
    graph.scale.push_back(rows.expected_scale(resolutions[s]));
    first += rows.size();
  }
  for (const Coupled& pair : coupled) {
    if (coupling <= 0.0) continue;
    arcs.push_back({pair.first, pair.second, coupling});
    arcs.push_back({pair.second, pair.first, coupling});
  }
  sort_and_fill(arcs, first, graph);
  graph.unit = mean(graph.weights);
  return graph;
}

SliceGraph condensed(const SliceGraph& graph, std::span<const std::uint32_t> group,
                     std::uint32_t count) {
  SliceGraph result;
  result.scale = graph.scale;
  result.unit = graph.unit;
  std::vector<WeightedArc> arcs;
  for (VertexId v = 0; v < graph.size(); ++v) {
    for (std::size_t k = 0; k < graph.neighbours(v).size(); ++k) {
      const std::uint32_t there = group[graph.neighbours(v)[k]];
      if (there != group[v]) arcs.push_back({group[v], there, graph.joining(v)[k]});
    }
  }
  sort_and_fill(arcs, count, result);
  const ByLabel members = by_label(group, count);
  for (std::uint32_t g = 0; g < count; ++g) {
    std::vector<SliceEnds> held;
    for (const VertexId v : members.of(g)) {
      held.insert(held.end(), graph.ends_of(v).begin(), graph.ends_of(v).end());
    }
    std::stable_sort(held.begin(), held.end(),
                     [](const SliceEnds& a, const SliceEnds& b) { return a.slice < b.slice; });
    for (std::size_t i = 0; i < held.size(); ++i) {
      if (i == 0 || held[i].slice != held[i - 1].slice) {
        result.ends.push_back({held[i].slice, 1, 0.0, 0.0});
      }
      result.ends.back().out += held[i].out;
      result.ends.back().in += held[i].in;
    }
    result.ends_offsets.push_back(result.ends.size());
  }
  return result;
}

}  // namespace summitry::communities
