#include "algorithms/structure/renumbered.hpp"

#include <algorithm>

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

void copy_rows(const Arcs& arcs, const Renumbered& names, std::vector<std::uint32_t>& offsets,
               std::vector<VertexId>& ends) {
  offsets.assign(1, 0);
  offsets.reserve(names.vertex.size() + 1);
  ends.reserve(arcs.ends.size());
  for (const VertexId v : names.vertex) {
    for (std::size_t k = arcs.begin(v); k < arcs.end(v); ++k) {
      if (arcs.ends[k] != v) ends.push_back(names.number[arcs.ends[k]]);
    }
    std::sort(ends.begin() + offsets.back(), ends.end());
    offsets.push_back(static_cast<std::uint32_t>(ends.size()));
  }
}

}  // namespace

Renumbered::Renumbered(const Graph& graph)
    : number(graph.vertex_count()), vertex(by_degree(graph)) {
  for (VertexId i = 0; i < vertex.size(); ++i) number[vertex[i]] = i;
  copy_rows(arcs(graph, Along::out), *this, out_offsets_, out_ends_);
  out = {out_offsets_, out_ends_, {}};
  in = out;
  if (!graph.directed()) return;
  copy_rows(arcs(graph, Along::in), *this, in_offsets_, in_ends_);
  in = {in_offsets_, in_ends_, {}};
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
