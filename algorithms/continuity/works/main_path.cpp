#include "algorithms/continuity/works/main_path.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <string>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

// Arcs by the vertex that they leave (or, backward, enter).
struct Rows {
  std::vector<std::size_t> begin;
  std::vector<std::size_t> arcs;

  [[nodiscard]] std::span<const std::size_t> row(std::uint32_t v) const {
    return {arcs.data() + begin[v], arcs.data() + begin[v + std::size_t{1}]};
  }
};

template <class End>
Rows rows_by(std::size_t n, std::span<const Arc> arcs, const End& end) {
  Rows rows;
  rows.begin.assign(n + 1, 0);
  for (const Arc& arc : arcs) ++rows.begin[end(arc) + std::size_t{1}];
  std::partial_sum(rows.begin.begin(), rows.begin.end(), rows.begin.begin());
  rows.arcs.resize(arcs.size());
  std::vector<std::size_t> next(rows.begin.begin(), rows.begin.end() - 1);
  for (std::size_t a = 0; a < arcs.size(); ++a) rows.arcs[next[end(arcs[a])]++] = a;
  return rows;
}

struct Dag {
  std::size_t n;
  std::span<const Arc> arcs;
  Rows out;
  Rows in;
};

// Vertices in an order in which every arc leads onward, the smallest first; those on or behind a
// cycle are not in it.
std::vector<std::uint32_t> topological(const Dag& dag) {
  std::vector<std::size_t> waiting(dag.n);
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
  for (std::uint32_t v = 0; v < dag.n; ++v) {
    waiting[v] = dag.in.row(v).size();
    if (waiting[v] == 0) ready.push(v);
  }
  std::vector<std::uint32_t> order;
  while (!ready.empty()) {
    const std::uint32_t v = ready.top();
    ready.pop();
    order.push_back(v);
    for (const std::size_t a : dag.out.row(v)) {
      if (--waiting[dag.arcs[a].to] == 0) ready.push(dag.arcs[a].to);
    }
  }
  return order;
}

// From any vertex that is left over, backwards over vertices that are left over, until one repeats.
std::vector<std::uint32_t> some_cycle(const Dag& dag, const std::vector<std::uint32_t>& order) {
  std::vector<bool> left(dag.n, true);
  for (const std::uint32_t v : order) left[v] = false;
  std::uint32_t v = 0;
  while (!left[v]) ++v;
  std::vector<std::size_t> at(dag.n, 0);  // 1 + place on the walk
  std::vector<std::uint32_t> walk;
  while (at[v] == 0) {
    walk.push_back(v);
    at[v] = walk.size();
    for (const std::size_t a : dag.in.row(v)) {
      if (!left[dag.arcs[a].from]) continue;
      v = dag.arcs[a].from;
      break;
    }
  }
  std::vector<std::uint32_t> cycle(walk.begin() + static_cast<std::ptrdiff_t>(at[v] - 1),
                                   walk.end());
  std::reverse(cycle.begin(), cycle.end());
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
  return cycle;
}

// The source-to-sink path of the greatest sum of weights. Built from the sinks, so that of equal ones
// the smaller vertex can be taken at each step.
std::vector<std::uint32_t> heaviest(const Dag& dag, const std::vector<std::uint32_t>& order,
                                    const std::vector<double>& weight) {
  std::vector<double> best(dag.n, 0.0);
  std::vector<std::uint32_t> next(dag.n, UINT32_MAX);
  for (std::size_t i = order.size(); i > 0; --i) {
    const std::uint32_t v = order[i - 1];
    for (const std::size_t a : dag.out.row(v)) {
      const std::uint32_t u = dag.arcs[a].to;
      const double sum = weight[a] + best[u];
      if (next[v] != UINT32_MAX && (sum < best[v] || (sum == best[v] && u >= next[v]))) continue;
      best[v] = sum;
      next[v] = u;
    }
  }
  std::uint32_t start = UINT32_MAX;
  for (std::uint32_t v = 0; v < dag.n; ++v) {
    if (!dag.in.row(v).empty() || next[v] == UINT32_MAX) continue;
    if (start == UINT32_MAX || best[v] > best[start]) start = v;
  }
  std::vector<std::uint32_t> path;
  for (std::uint32_t v = start; v != UINT32_MAX; v = next[v]) path.push_back(v);
  return path;
}

// How many paths lead from a source to each vertex, along `order`; backwards with rows swapped.
template <class Order, class End>
std::vector<double> path_counts(const Dag& dag, const Rows& coming, const Order& order,
                                const End& other) {
  std::vector<double> paths(dag.n, 0.0);
  for (const std::uint32_t v : order) {
    if (coming.row(v).empty()) paths[v] = 1.0;
    for (const std::size_t a : coming.row(v)) paths[v] += paths[other(dag.arcs[a])];
  }
  return paths;
}

}  // namespace

MainPath main_path(std::size_t vertices, std::span<const Arc> arcs) {
  for (const Arc& arc : arcs) {
    if (arc.from >= vertices || arc.to >= vertices) {
      refuse_option("main path", "arcs", "between vertices 0 to n-1",
                    std::to_string(std::max(arc.from, arc.to)));
    }
  }
  const auto from = [](const Arc& arc) { return arc.from; };
  const auto to = [](const Arc& arc) { return arc.to; };
  const Dag dag{vertices, arcs, rows_by(vertices, arcs, from), rows_by(vertices, arcs, to)};
  const std::vector<std::uint32_t> order = topological(dag);
  MainPath result;
  if (order.size() < vertices) {
    result.cycle = some_cycle(dag, order);
    return result;
  }
  result.depth.assign(vertices, 0);
  for (const std::uint32_t v : order) {
    for (const std::size_t a : dag.in.row(v)) {
      result.depth[v] = std::max(result.depth[v], result.depth[arcs[a].from] + 1);
    }
  }
  const std::vector<std::uint32_t> back(order.rbegin(), order.rend());
  const auto arriving = path_counts(dag, dag.in, order, from);
  const auto leaving = path_counts(dag, dag.out, back, to);
  for (const Arc& arc : arcs) result.counts.push_back(arriving[arc.from] * leaving[arc.to]);
  result.path = heaviest(dag, order, result.counts);
  result.longest = heaviest(dag, order, std::vector<double>(arcs.size(), 1.0));
  return result;
}

}  // namespace summitry
