// One multiplication by the adjacency matrix: the inner loop of every method that iterates.
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

// result(v) = sum over edges u->v of w(u,v) * x(u), the weight being 1 without weights: the product
// with the transposed adjacency matrix, in which an undirected self-loop stands once. Each vertex
// adds in the order of its list, so the bytes do not depend on the threads. Throws Cancelled.
void sum_over_in_edges(const Graph& graph, const std::vector<double>& x,
                       std::vector<double>& result, const Run& run);

// The same along the edges: result(v) = sum over edges v->u of w(v,u) * x(u).
void sum_over_out_edges(const Graph& graph, const std::vector<double>& x,
                        std::vector<double>& result, const Run& run);

}  // namespace summitry
