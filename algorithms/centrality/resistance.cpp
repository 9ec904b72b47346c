#include "algorithms/centrality/resistance.hpp"

#include <Eigen/Cholesky>

#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
Circuit::Circuit(const Graph& given) {
  const auto positive = without_zero_weights(given);
  const Graph& conducting = positive ? *positive : given;
  graph = SimpleGraph(conducting, SimpleGraph::Pairs::weighted);
  parts = members(components(conducting));
  place.resize(given.vertex_count());
  for (const auto& part : parts) {
    for (VertexId i = 0; i < part.size(); ++i) place[part[i]] = i;
  }
}

std::vector<double> laplacian_inverse(const Circuit& circuit,
                                      const std::vector<VertexId>& members) {
  const auto size = static_cast<Eigen::Index>(members.size());
  // The Laplacian's only null vector is constant: adding 1/n everywhere makes it invertible, and
  // taking 1/n away again from the inverse leaves the pseudo-inverse.
  const double shift = 1.0 / static_cast<double>(size);
  Eigen::MatrixXd laplacian = Eigen::MatrixXd::Constant(size, size, shift);
  for (Eigen::Index i = 0; i < size; ++i) {
    const VertexId v = members[static_cast<std::size_t>(i)];
    const auto neighbours = circuit.graph.neighbours(v);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      const double conductance = circuit.graph.weights(v)[k];
      laplacian(i, i) += conductance;
      laplacian(i, circuit.place[neighbours[k]]) -= conductance;
    }
  }
  std::vector<double> inverse(members.size() * members.size());
  Eigen::Map<Eigen::MatrixXd> result(inverse.data(), size, size);
  result = laplacian.llt().solve(Eigen::MatrixXd::Identity(size, size));
  result.array() -= shift;
  return inverse;
}

}  // namespace summitry
