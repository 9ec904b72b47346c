// The linear system behind PageRank, (I - d P^T) x = (1 - d) t, where P's rows are the chances of each
// step and rows without a way out are 0: a solver for symmetric adjacency and one for any direction.
// Sharing out what dangling vertices hold in proportion to t only scales the solution.
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct Walk {
  const Graph& graph;
  double damping = 0.85;         // d
  std::vector<double> teleport;  // t, sums to 1
  std::vector<double> leaving;   // weight that leaves each vertex
};

struct Arrivals {
  std::vector<double> values;  // sum to 1
  int iterations = 0;  // multiplications; directed: sweeps of the component that needed most
};

// Values whose next step x -> (1 - d) t + d (P^T x + D t) changes them by less than `tolerance` in
// total, rounding apart, unless `max_iterations` came first; D is what dangling vertices hold.
//
// Undirected: conjugate gradients on (diag(s) - d A) w = (1 - d) t with x = diag(s) w and diag(s)
// as preconditioner (Saad 2003, Iterative methods for sparse linear systems, ch. 9).
[[nodiscard]] Arrivals walk_undirected(const Walk& walk, double tolerance, int max_iterations,
                                       const Run& run);
// Directed: strong components in topological order, Gauss-Seidel within each (as Gleich, Gray, Greif
// & Lau 2010, doi:10.1137/080727397); a large one in waves, within which old values are read.
[[nodiscard]] Arrivals walk_directed(const Walk& walk, double tolerance, int max_iterations,
                                     const Run& run);

}  // namespace summitry
