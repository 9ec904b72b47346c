#include "algorithms/structure/renumbered.hpp"

#include <algorithm>
#include <numeric>

namespace summitry {
namespace {

// Vertices by falling degree, equal ones by id: a counting sort.
std::vector<VertexId> by_degree(const Graph& graph) {
  const VertexId n = graph.vertex_count();
  std::vector<std::size_t> degree(n);
  std::size_t most = 0;
  for (VertexId v = 0; v < n; ++v) {
    degree[v] = graph.out(v).size() + (graph.directed() ? graph.in(v).size() : 0);
    most = std::max(most, degree[v]);
  }
  std::vector<VertexId> place(most + 2, 0);
  for (VertexId v = 0; v < n; ++v) ++place[most - degree[v] + 1];
  for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<VertexId> order(n);
  for (VertexId v = 0; v < n; ++v) order[place[most - degree[v]]++] = v;
  return order;
}

}  // namespace

Renumbered::Renumbered(const Graph& graph)
    : number(graph.vertex_count()), vertex(by_degree(graph)) {
  for (VertexId i = 0; i < vertex.size(); ++i) number[vertex[i]] = i;
  out_ = turned(summitry::arcs(graph, Along::in));
  if (graph.directed()) in_ = turned(summitry::arcs(graph, Along::out));
  out = out_.arcs();
  in = graph.directed() ? in_.arcs() : out;
}

// Taking the ends one after the other and writing them to the rows that they have arcs from leaves
// every row in order, without a sort.
Renumbered::Rows Renumbered::turned(const Arcs& back) const {
  Rows rows;
  const std::size_t n = vertex.size();
  rows.offsets.assign(n + 1, 0);
  for (VertexId v = 0; v < n; ++v) {
    for (std::size_t k = back.begin(v); k < back.end(v); ++k) {
      if (back.ends[k] != v) ++rows.offsets[number[back.ends[k]] + 1];
    }
  }
  std::partial_sum(rows.offsets.begin(), rows.offsets.end(), rows.offsets.begin());
  rows.ends.resize(rows.offsets.back());
  rows.weights.resize(back.weights.empty() ? 0 : rows.ends.size());
  std::vector<std::uint32_t> place(rows.offsets.begin(), rows.offsets.end() - 1);
  for (VertexId i = 0; i < n; ++i) {
    const VertexId v = vertex[i];
    for (std::size_t k = back.begin(v); k < back.end(v); ++k) {
      if (back.ends[k] == v) continue;
      const std::uint32_t at = place[number[back.ends[k]]]++;
      rows.ends[at] = i;
      if (!back.weights.empty()) rows.weights[at] = back.weights[k];
    }
  }
  return rows;
}

std::vector<VertexId> breadth_first_order(const Arcs& out, const Arcs& in) {
  const std::size_t n = out.offsets.size() - 1;
  std::vector<VertexId> order;
  order.reserve(n);
  std::vector<bool> seen(n, false);
  const auto see = [&](VertexId v) {
    if (seen[v]) return;
    seen[v] = true;
    order.push_back(v);
  };
  std::size_t head = 0;
  for (VertexId start = 0; start < n; ++start) {
    see(start);
    for (; head < order.size(); ++head) {
      for (const Arcs* rows : {&out, &in}) {
        for (std::size_t k = rows->begin(order[head]); k < rows->end(order[head]); ++k) {
          see(rows->ends[k]);
        }
      }
    }
  }
  return order;
}

std::vector<VertexId> breadth_first_order(const Renumbered& graph) {
  return breadth_first_order(graph.out, graph.in);
}

}  // namespace summitry
