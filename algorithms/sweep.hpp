// One multiplication by the adjacency matrix: the inner loop of every method that iterates.
#pragma once

#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// result(v) = sum over edges u->v (Along::in) or v->u (Along::out) of w * x(u), w being 1 without
// weights; an undirected self-loop stands once. Along::in is the product with the transposed
// adjacency matrix. Each vertex adds in the order of its list, so the bytes do not depend on the
// threads. Throws Cancelled.
void sum_along(const Graph& graph, Along along, const std::vector<double>& x,
               std::vector<double>& result, const Run& run);

}  // namespace summitry
