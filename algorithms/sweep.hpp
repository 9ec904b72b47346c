// One multiplication by the adjacency matrix: the inner loop of every method that iterates.
#pragma once

#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// Sum over the arcs of row v of w * x(end), w being 1 without weights. Four running sums, so that an
// addition need not wait for the one before it; always in the same order.
[[nodiscard]] inline double row_sum(const Arcs& rows, std::size_t v, const double* x) {
  double sum[4] = {};
  const std::size_t last = rows.end(v);
  std::size_t k = rows.begin(v);
  if (rows.weights.empty()) {
    for (; k + 4 <= last; k += 4) {
      for (std::size_t i = 0; i < 4; ++i) sum[i] += x[rows.ends[k + i]];
    }
    for (; k < last; ++k) sum[0] += x[rows.ends[k]];
  } else {
    for (; k + 4 <= last; k += 4) {
      for (std::size_t i = 0; i < 4; ++i) sum[i] += rows.weights[k + i] * x[rows.ends[k + i]];
    }
    for (; k < last; ++k) sum[0] += rows.weights[k] * x[rows.ends[k]];
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

// result(v) = sum over edges u->v (Along::in) or v->u (Along::out) of w * x(u), w being 1 without
// weights; an undirected self-loop stands once. Along::in is the product with the transposed
// adjacency matrix. Each vertex adds in the order of its list, so the bytes do not depend on the
// threads. Throws Cancelled.
void sum_along(const Graph& graph, Along along, const std::vector<double>& x,
               std::vector<double>& result, const Run& run);

}  // namespace summitry
