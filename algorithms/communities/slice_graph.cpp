#include "algorithms/communities/slice_graph.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/communities/joined_rows.hpp"

namespace summitry::communities {
namespace {

struct Half {
  VertexId from = 0;
  VertexId to = 0;
  double weight = 0.0;

  [[nodiscard]] std::pair<VertexId, VertexId> key() const { return {from, to}; }
};

// Rows from halves in any order; halves between the same vertices add up in the order they come in.
void fill_rows(std::vector<Half>& halves, VertexId size, SliceGraph& graph) {
  std::stable_sort(halves.begin(), halves.end(),
                   [](const Half& a, const Half& b) { return a.key() < b.key(); });
  std::size_t next = 0;
  for (VertexId v = 0; v < size; ++v) {
    for (; next < halves.size() && halves[next].from == v; ++next) {
      const bool again =
          graph.targets.size() > graph.offsets.back() && graph.targets.back() == halves[next].to;
      if (!again) {
        graph.targets.push_back(halves[next].to);
        graph.weights.push_back(0.0);
      }
      graph.weights.back() += halves[next].weight;
    }
    graph.offsets.push_back(graph.targets.size());
  }
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
  std::vector<Half> halves;
  VertexId first = 0;
  for (std::uint32_t s = 0; s < slices.size(); ++s) {
    const JoinedRows rows = joined_rows(slices[s], method);
    for (VertexId v = 0; v < rows.size(); ++v) {
      for (std::size_t k = 0; k < rows.neighbours(v).size(); ++k) {
        halves.push_back({first + v, first + rows.neighbours(v)[k], rows.joining(v)[k]});
      }
      graph.ends.push_back({s, 1, rows.out_ends[v], rows.in_ends[v]});
      graph.ends_offsets.push_back(graph.ends.size());
    }
    graph.scale.push_back(rows.expected_scale(resolutions[s]));
    first += rows.size();
  }
  for (const Coupled& pair : coupled) {
    if (coupling <= 0.0) continue;
    halves.push_back({pair.first, pair.second, coupling});
    halves.push_back({pair.second, pair.first, coupling});
  }
  fill_rows(halves, first, graph);
  graph.unit = mean(graph.weights);
  return graph;
}

SliceGraph condensed(const SliceGraph& graph, std::span<const std::uint32_t> group,
                     std::uint32_t count) {
  SliceGraph result;
  result.scale = graph.scale;
  result.unit = graph.unit;
  std::vector<Half> halves;
  std::vector<std::vector<VertexId>> members(count);
  for (VertexId v = 0; v < graph.size(); ++v) {
    members[group[v]].push_back(v);
    for (std::size_t k = 0; k < graph.neighbours(v).size(); ++k) {
      const std::uint32_t there = group[graph.neighbours(v)[k]];
      if (there != group[v]) halves.push_back({group[v], there, graph.joining(v)[k]});
    }
  }
  fill_rows(halves, count, result);
  for (const auto& vertices : members) {
    std::vector<SliceEnds> held;
    for (const VertexId v : vertices) {
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
