#include "algorithms/structure/searches/renumbered.hpp"

#include <algorithm>

#include "engine/parallel.hpp"

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

Renumbered::Renumbered(const Graph& graph, Weights weights, const Run& run)
    : number(graph.vertex_count()), vertex(by_degree(graph)) {
  for (VertexId i = 0; i < vertex.size(); ++i) number[vertex[i]] = i;
  Arcs outwards = arcs(graph, Along::out);
  Arcs inwards = arcs(graph, Along::in);
  if (weights == Weights::left_out) outwards.weights = inwards.weights = {};
  out_ = renumbered(outwards, inwards, run);
  if (graph.directed()) in_ = renumbered(inwards, outwards, run);
  out = out_.arcs();
  in = graph.directed() ? in_.arcs() : out;
}

// Taking the ends one after the other and writing them to the rows that have arcs to them leaves every
// row in order, without a sort. Each thread fills a part of the rows, and passes over all ends for it:
// with more than a few of them reading would cost more than writing saves.
Renumbered::Rows Renumbered::renumbered(const Arcs& given, const Arcs& back, const Run& run) const {
  Rows rows;
  rows.offsets.assign(1, 0);
  for (const VertexId v : vertex) {
    const auto row = given.ends.subspan(given.begin(v), given.end(v) - given.begin(v));
    const auto [loop, behind] = std::equal_range(row.begin(), row.end(), v);
    const auto loops = static_cast<std::size_t>(behind - loop);
    rows.offsets.push_back(rows.offsets.back() + static_cast<std::uint32_t>(row.size() - loops));
  }
  rows.ends.resize(rows.offsets.back());
  rows.weights.resize(given.weights.empty() ? 0 : rows.ends.size());
  constexpr int kMostParts = 4;
  const auto parts = static_cast<std::size_t>(std::min(run.thread_count(), kMostParts));
  Run quiet = run;
  quiet.progress = nullptr;
  parallel_blocks(parts, 1, quiet, "", [&](const Block& block) {
    const auto cut = [&](std::size_t part) {
      const std::size_t arc = rows.ends.size() * part / parts;
      const auto at = std::ranges::upper_bound(rows.offsets, arc) - rows.offsets.begin() - 1;
      return static_cast<VertexId>(part == parts ? vertex.size() : static_cast<std::size_t>(at));
    };
    fill(rows, back, cut(block.begin), cut(block.end));
  });
  return rows;
}

// Rows [first, last).
void Renumbered::fill(Rows& rows, const Arcs& back, VertexId first, VertexId last) const {
  std::vector<std::uint32_t> place(rows.offsets.begin() + first, rows.offsets.begin() + last);
  for (VertexId i = 0; i < vertex.size(); ++i) {
    const VertexId v = vertex[i];
    for (std::size_t k = back.begin(v); k < back.end(v); ++k) {
      const VertexId row = number[back.ends[k]];
      if (row < first || row >= last || row == i) continue;
      const std::uint32_t at = place[row - first]++;
      rows.ends[at] = i;
      if (!rows.weights.empty()) rows.weights[at] = back.weights[k];
    }
  }
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
