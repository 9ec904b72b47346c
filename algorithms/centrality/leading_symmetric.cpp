// The undirected case: Lanczos in each component that can hold the largest eigenvalue.
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/centrality/blocks.hpp"
#include "algorithms/centrality/leading.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

constexpr int kKrylov = 20;           // multiplications before a restart
constexpr double kSameValue = 1e-10;  // relative; components this near share the largest value

double dot(const Values& a, const Values& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void add(Values& a, double factor, const Values& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += factor * b[i];
}

void scale(Values& a, double factor) {
  for (double& value : a) value *= factor;
}

// One component's leading pair.
struct Pair {
  double value = 0.0;
  Values vector;
  Convergence convergence{0, 0.0, true};
};

// An orthonormal basis grown from a start vector, and the matrix in it (tridiagonal).
struct Krylov {
  std::vector<Values> basis;
  std::vector<double> diagonal;
  std::vector<double> beside;  // as long as diagonal; the last is what the basis misses

  void grow(const Blocks& blocks, std::uint32_t part, Values start, const Run& run) {
    basis.clear();
    basis.push_back(std::move(start));
    diagonal.clear();
    beside.clear();
    double largest = 0.0;
    for (int j = 0; j < kKrylov; ++j) {
      Values next(basis[0].size());
      blocks.multiply(part, basis.back(), next, run);
      diagonal.push_back(dot(next, basis.back()));
      for (int round = 0; round < 2; ++round) {  // twice is enough (Kahan and Parlett)
        for (const Values& earlier : basis) add(next, -dot(next, earlier), earlier);
      }
      beside.push_back(std::sqrt(dot(next, next)));
      largest = std::max({largest, std::abs(diagonal.back()), beside.back()});
      if (beside.back() <= 1e-15 * largest) break;  // the basis holds the start's eigenvectors
      scale(next, 1.0 / beside.back());
      basis.push_back(std::move(next));
    }
  }

  // The largest eigenvalue within the basis, its vector and residual.
  void best(Pair& pair) const {
    const auto size = static_cast<Eigen::Index>(diagonal.size());
    const Eigen::VectorXd main = Eigen::Map<const Eigen::VectorXd>(diagonal.data(), size);
    const Eigen::VectorXd off = Eigen::Map<const Eigen::VectorXd>(beside.data(), size - 1);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(main, off);
    pair.value = solver.eigenvalues()(size - 1);
    const Eigen::VectorXd weights = solver.eigenvectors().col(size - 1);
    pair.vector.assign(basis[0].size(), 0.0);
    for (Eigen::Index j = 0; j < size; ++j) {
      add(pair.vector, weights(j), basis[static_cast<std::size_t>(j)]);
    }
    pair.convergence.iterations += static_cast<int>(size);
    pair.convergence.change = beside.back() * std::abs(weights(size - 1)) / pair.value;
  }
};

// The vector of a connected component is positive: what is not is rounding.
void make_positive(Values& x) {
  for (double& value : x) value = std::abs(value);
  scale(x, 1.0 / std::sqrt(dot(x, x)));
}

Pair leading_pair(const Blocks& blocks, std::uint32_t part, const LeadingOptions& options,
                  const Run& run) {
  const std::size_t size = blocks.size(part);
  Pair pair;
  pair.vector.assign(size, 1.0 / std::sqrt(static_cast<double>(size)));
  if (size == 1) {
    Values loop(1);
    blocks.multiply(part, pair.vector, loop, run);
    pair.value = loop[0];
    return pair;
  }
  Krylov krylov;
  do {
    krylov.grow(blocks, part, std::move(pair.vector), run);
    krylov.best(pair);
    make_positive(pair.vector);
    pair.convergence.reached = pair.convergence.change <= options.tolerance;
  } while (!pair.convergence.reached && pair.convergence.iterations < options.max_iterations);
  return pair;
}

// No eigenvalue of a part exceeds its largest row sum.
double bound(const Blocks& blocks, std::uint32_t part, const Run& run) {
  const Values ones(blocks.size(part), 1.0);
  Values sums(ones.size());
  blocks.multiply(part, ones, sums, run);
  return *std::max_element(sums.begin(), sums.end());
}

void add_part(std::span<const VertexId> members, const Pair& pair, const Values& start,
              Values& total) {
  double towards = 0.0;
  for (std::size_t i = 0; i < members.size(); ++i) towards += start[members[i]] * pair.vector[i];
  for (std::size_t i = 0; i < members.size(); ++i) total[members[i]] = towards * pair.vector[i];
}

}  // namespace

LeadingVector leading_symmetric(const Graph& given, const std::vector<double>& start,
                                const LeadingOptions& options, const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  const Partition parts = components(graph);
  const Blocks blocks(graph, Along::out, parts.community, parts.count);

  LeadingVector leading;
  leading.convergence.reached = true;
  std::vector<std::pair<std::uint32_t, Pair>> pairs;
  for (std::uint32_t part = 0; part < parts.count; ++part) {
    if (bound(blocks, part, run) < leading.value * (1.0 - kSameValue)) continue;
    Pair pair = leading_pair(blocks, part, options, run);
    leading.value = std::max(leading.value, pair.value);
    if (pair.value >= leading.value * (1.0 - kSameValue)) pairs.emplace_back(part, std::move(pair));
  }
  leading.vector.assign(graph.vertex_count(), 0.0);
  for (const auto& [part, pair] : pairs) {
    if (pair.value < leading.value * (1.0 - kSameValue)) continue;
    add_part(blocks.members(part), pair, start, leading.vector);
    leading.convergence.iterations += pair.convergence.iterations;
    leading.convergence.change = std::max(leading.convergence.change, pair.convergence.change);
    leading.convergence.reached &= pair.convergence.reached;
  }
  const double norm = std::sqrt(dot(leading.vector, leading.vector));
  if (norm > 0.0) scale(leading.vector, 1.0 / norm);
  return leading;
}

}  // namespace summitry
