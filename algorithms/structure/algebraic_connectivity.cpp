#include "algorithms/structure/algebraic_connectivity.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>

#include "algorithms/structure/components.hpp"
#include "algorithms/structure/simple.hpp"

namespace summitry {

std::optional<double> algebraic_connectivity(const Graph& graph,
                                             const AlgebraicConnectivityOptions& options,
                                             const Run& run) {
  const VertexId n = graph.vertex_count();
  if (n < 2) return std::nullopt;
  if (components(graph, Connection::weak, run).count > 1) return 0.0;
  if (n > options.largest) return std::nullopt;
  run.check();
  const SimpleArcs simple(graph, run);
  Eigen::MatrixXd laplacian = Eigen::MatrixXd::Zero(n, n);
  for (VertexId v = 0; v < n; ++v) {
    laplacian(v, v) = simple.degree(v);
    for (const VertexId w : simple.neighbours(v)) laplacian(v, w) = -1.0;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(laplacian, Eigen::EigenvaluesOnly);
  return std::max(solver.eigenvalues()(1), 0.0);
}

}  // namespace summitry
