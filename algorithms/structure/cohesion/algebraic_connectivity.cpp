#include "algorithms/structure/cohesion/algebraic_connectivity.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <utility>
#include <vector>

#include "algorithms/centrality/circuits/potentials.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/structure/simple.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using Matrix = Eigen::MatrixXd;
using Index = Eigen::Index;

constexpr VertexId kLeastSparse = 64;  // vertices: more than the basis has columns
constexpr Index kColumns = 48;
constexpr Index kBlock = static_cast<Index>(kLanes);
constexpr int kRestarts = 60;
constexpr std::uint64_t kSeed =
    1;  // of the first block: any would do, and always the same is taken

double by_all_eigenvalues(const Graph& graph, const Run& run) {
  const SimpleArcs simple(graph, run);
  const VertexId n = simple.vertex_count();
  Matrix laplacian = Matrix::Zero(n, n);
  for (VertexId v = 0; v < n; ++v) {
    laplacian(v, v) = simple.degree(v);
    for (const VertexId w : simple.neighbours(v)) laplacian(v, w) = -1.0;
  }
  const Eigen::SelfAdjointEigenSolver<Matrix> solver(laplacian, Eigen::EigenvaluesOnly);
  return std::max(solver.eigenvalues()(1), 0.0);
}

// The undirected simple view as a Graph, so that every pair conducts alike.
Graph simple_view(const Graph& graph, const Run& run) {
  const SimpleArcs simple(graph, run);
  GraphParts parts;
  parts.vertices = simple.vertex_count();
  for (VertexId v = 0; v < simple.vertex_count(); ++v) {
    for (const VertexId w : simple.neighbours(v)) {
      if (v < w) parts.edges.push_back({v, w});
    }
  }
  return Graph(std::move(parts));
}

// A factor pays where it fills in little; what fills in much mixes fast, and takes few iterations.
std::size_t most_entries(const Component& component) {
  constexpr std::size_t kFew = 8;
  return std::min<std::size_t>(10'000'000, kFew * (component.ends.size() + component.size()));
}

// Orthonormal columns, each orthogonal to all before it and to the constant vector.
class Basis {
 public:
  explicit Basis(Index n) : columns_(n, kColumns) {}

  [[nodiscard]] Index size() const { return size_; }
  [[nodiscard]] auto columns() const { return columns_.leftCols(size_); }
  [[nodiscard]] auto last(Index count) const { return columns_.middleCols(size_ - count, count); }

  // Takes the shares of all columns out of the block; twice, since once leaves rounding.
  Matrix project(Matrix& block) const {
    Matrix shares = columns().transpose() * block;
    block -= columns() * shares;
    const Matrix rest = columns().transpose() * block;
    block -= columns() * rest;
    return shares + rest;
  }

  // Appends what is new in the block's columns; how they are made up of it: block = new * result.
  Matrix append(Matrix block, double negligible) {
    const Index before = size_;
    Matrix made = Matrix::Zero(block.cols(), block.cols());
    for (Index j = 0; j < block.cols() && size_ < kColumns; ++j) {
      // The constant and those before the block too: of a column that is nearly known what is new may
      // be as small as the rounding along them.
      for (int twice = 0; twice < 2; ++twice) {
        block.col(j).array() -= block.col(j).mean();
        for (Index k = 0; k < size_; ++k) {
          const double share = columns_.col(k).dot(block.col(j));
          block.col(j) -= share * columns_.col(k);
          if (k >= before) made(k - before, j) += share;
        }
      }
      const double length = block.col(j).norm();
      if (length <= negligible) continue;
      made(size_ - before, j) = length;
      columns_.col(size_++) = block.col(j) / length;
    }
    return made.topRows(size_ - before);
  }

 private:
  Matrix columns_;
  Index size_ = 0;
};

// The best vectors within a block Krylov space of the inverse, the best one first.
struct Ritz {
  Matrix vectors;
  double value = 0.0;     // of the first: one over the Laplacian's
  double residual = 0.0;  // of the first, relative
};

class InverseLaplacian {
 public:
  InverseLaplacian(const Component& component, const Run& run)
      : component_(component),
        potentials_(component, Precision::exact, most_entries(component), run),
        run_(run) {}

  [[nodiscard]] bool solved() const { return solved_; }

  // Above what the systems themselves leave.
  [[nodiscard]] double enough() const { return potentials_.factor() != nullptr ? 1e-9 : 1e-8; }

  [[nodiscard]] Matrix random_block() const {
    Random random(kSeed);
    Matrix block(static_cast<Index>(component_.size()), kBlock);
    for (Index v = 0; v < block.rows(); ++v) {
      for (Index l = 0; l < kBlock; ++l) block(v, l) = random.unit() - 0.5;
    }
    return centred(std::move(block));
  }

  [[nodiscard]] Ritz best_from(const Matrix& start) {
    Basis basis(start.rows());
    Matrix inside = Matrix::Zero(kColumns, kColumns);
    Index newest = basis.append(start, 0.0).rows();
    Matrix image;
    while (true) {
      run_.check();
      const Index begin = basis.size() - newest;
      image = apply(basis.last(newest));
      inside.block(0, begin, basis.size(), newest) = basis.project(image);
      if (basis.size() + kBlock > kColumns) break;
      const double scale = inside.block(0, begin, basis.size(), newest).cwiseAbs().maxCoeff();
      const Matrix made = basis.append(image, 1e-12 * scale);
      if (made.rows() == 0) break;  // the basis holds all there is
      inside.block(basis.size() - made.rows(), begin, made.rows(), newest) = made;
      newest = made.rows();
    }
    return ritz(basis, inside, image);
  }

 private:
  static Matrix centred(Matrix block) {
    block.rowwise() -= block.colwise().mean();
    return block;
  }

  [[nodiscard]] Matrix apply(const Matrix& block) {
    std::vector<Lanes> x(component_.size());
    for (Index l = 0; l < block.cols(); ++l) {
      for (std::size_t v = 0; v < x.size(); ++v) {
        x[v].lane[static_cast<std::size_t>(l)] = block(static_cast<Index>(v), l);
      }
    }
    solved_ = potentials_.solve(x, scratch_).reached && solved_;
    Matrix result(block.rows(), block.cols());
    for (Index l = 0; l < block.cols(); ++l) {
      for (std::size_t v = 0; v < x.size(); ++v) {
        result(static_cast<Index>(v), l) = x[v].lane[static_cast<std::size_t>(l)];
      }
    }
    return centred(std::move(result));
  }

  // `rest`: what the images of the newest columns have outside the basis.
  [[nodiscard]] static Ritz ritz(const Basis& basis, const Matrix& inside, const Matrix& rest) {
    const Index size = basis.size();
    const Matrix square = inside.topLeftCorner(size, size);
    const Eigen::SelfAdjointEigenSolver<Matrix> solver((square + square.transpose()) / 2.0);
    const Index kept = std::min(kBlock, size);
    const Matrix weights = solver.eigenvectors().rightCols(kept).rowwise().reverse();
    Ritz found{basis.columns() * weights, solver.eigenvalues()(size - 1), 0.0};
    found.residual = (rest * weights.col(0).tail(rest.cols())).norm() / found.value;
    return found;
  }

  const Component& component_;
  Potentials potentials_;
  Potentials::Scratch scratch_;
  const Run& run_;
  bool solved_ = true;
};

// The Laplacian's own quotient: its error is the square of the vector's, and no difference cancels.
double quotient(const Component& component, const Eigen::VectorXd& x) {
  double energy = 0.0;
  for (VertexId v = 0; v < component.size(); ++v) {
    for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
      if (component.ends[k] < v) continue;
      const double difference = x[v] - x[component.ends[k]];
      energy += difference * difference;
    }
  }
  return energy / x.squaredNorm();
}

std::optional<double> by_inverse(const Graph& graph, const Run& run) {
  const Circuit circuit(simple_view(graph, run));
  const Component component(circuit, circuit.parts.front());
  InverseLaplacian inverse(component, run);
  Matrix block = inverse.random_block();
  for (int i = 0; i < kRestarts; ++i) {
    Ritz found = inverse.best_from(block);
    if (!inverse.solved()) return std::nullopt;
    if (found.residual <= inverse.enough()) return quotient(component, found.vectors.col(0));
    block = std::move(found.vectors);
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> algebraic_connectivity(const Graph& graph,
                                             const AlgebraicConnectivityOptions& options,
                                             const Run& run) {
  const VertexId n = graph.vertex_count();
  if (n < 2) return std::nullopt;
  if (components(graph, Connection::weak, run).count > 1) return 0.0;
  if (n > options.largest) return std::nullopt;
  run.check();
  if (n <= std::max(options.direct, kLeastSparse)) return by_all_eigenvalues(graph, run);
  return by_inverse(graph, run);
}

}  // namespace summitry
