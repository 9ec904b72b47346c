#include "algorithms/structure/core_numbers.hpp"

#include <algorithm>
#include <numeric>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"

namespace summitry {
namespace {

// Vertices sorted by the degree that is left to them, in bins that are moved as degrees fall.
struct Bins {
  std::vector<std::uint32_t> degree;
  std::vector<VertexId> order;
  std::vector<VertexId> position;
  std::vector<VertexId> begin;  // of each degree's bin in `order`

  explicit Bins(const SimpleGraph& graph)
      : degree(graph.vertex_count()), order(degree.size()), position(degree.size()) {
    std::uint32_t largest = 0;
    for (VertexId v = 0; v < degree.size(); ++v) {
      degree[v] = static_cast<std::uint32_t>(graph.degree(v));
      largest = std::max(largest, degree[v]);
    }
    begin.assign(std::size_t{largest} + 2, 0);
    for (const std::uint32_t d : degree) ++begin[d + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<VertexId> place(begin.begin(), begin.end() - 1);
    for (VertexId v = 0; v < degree.size(); ++v) {
      position[v] = place[degree[v]]++;
      order[position[v]] = v;
    }
  }

  // Swaps v with the first of its bin and moves the bin's border past it.
  void lower(VertexId v) {
    const VertexId first = begin[degree[v]]++;
    const VertexId other = order[first];
    std::swap(order[first], order[position[v]]);
    std::swap(position[v], position[other]);
    --degree[v];
  }
};

}  // namespace

Scores core_numbers(const Graph& graph, const Run& run) {
  const SimpleGraph simple(graph);
  run.check();
  Bins bins(simple);
  for (VertexId i = 0; i < simple.vertex_count(); ++i) {
    const VertexId v = bins.order[i];
    for (const VertexId w : simple.neighbours(v)) {
      if (bins.degree[w] > bins.degree[v]) bins.lower(w);
    }
  }
  return {std::vector<double>(bins.degree.begin(), bins.degree.end()), {}};
}

namespace entry {

extern const Measure core;
const Measure core = entry_of(
    {.name = "core",
     .title = "core number",
     .family = "cohesion",
     .definition = "The largest k such that the vertex is in a subgraph where everybody has at "
                   "least k neighbours, on the undirected simple graph.",
     .cost = "O(n + m)",
     .reference = "Seidman 1983, doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaversnik 2003, "
                  "arXiv:cs/0310049"},
    core_numbers);

}  // namespace entry
}  // namespace summitry
