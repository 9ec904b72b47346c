// Slow and obvious ways to the same figures, which share no code with the algorithms they check.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/graph.hpp"

namespace summitry::testing {

using Values = std::vector<double>;
using Matrix = std::vector<Values>;

// "" when both are as long and differ nowhere by more than `tolerance`, relative or absolute; else the
// first place where they do. Missing equals missing.
[[nodiscard]] std::string difference(const Values& actual, const Values& expected,
                                     double tolerance = 1e-9);
[[nodiscard]] Values permuted(const Values& values, const std::vector<std::uint32_t>& permutation);

// a[u][v]: the sum of the weights of the edges from u to v; an undirected loop stands once.
[[nodiscard]] Matrix adjacency(const Graph& graph);
// The same in both directions added up, without loops; an undirected edge once.
[[nodiscard]] Matrix joined(const Graph& graph);
// 1 where two different vertices are joined, whatever the direction.
[[nodiscard]] Matrix simple_adjacency(const Graph& graph);

[[nodiscard]] Matrix transposed(const Matrix& matrix);
[[nodiscard]] Matrix product(const Matrix& a, const Matrix& b);
[[nodiscard]] Values product(const Matrix& matrix, const Values& x);
// Gauss' elimination with pivots. The matrix must be regular.
[[nodiscard]] Values solve(Matrix matrix, Values right);
// The powers of the matrix brought to norm 1: matrix^(2^doublings), up to a factor.
[[nodiscard]] Matrix high_power(Matrix matrix, int doublings);

// Shortest paths between all pairs by Floyd and Warshall: lengths (infinite without a path), and how
// many there are. Distances must be sums that are exact in binary.
struct AllPairs {
  Matrix length;
  Matrix paths;
};
[[nodiscard]] AllPairs all_pairs(const Graph& graph);

[[nodiscard]] Values betweenness_by_pairs(const Graph& graph);
[[nodiscard]] Values edge_betweenness_by_pairs(const Graph& graph);
[[nodiscard]] Values pagerank_by_solving(const Graph& graph, double damping);
// The largest k such that peeling all with fewer than k neighbours leaves the vertex.
[[nodiscard]] Values core_numbers_by_peeling(const Graph& graph);
[[nodiscard]] Values triangles_by_triples(const Graph& graph);
[[nodiscard]] Values constraint_by_formula(const Graph& graph);
[[nodiscard]] Values effective_size_by_formula(const Graph& graph);
// One linear system a pair of vertices.
[[nodiscard]] Values current_flow_by_pairs(const Graph& graph);
[[nodiscard]] Values information_by_resistances(const Graph& graph);

}  // namespace summitry::testing
