#include "algorithms/communities/quality/modularity_matrix.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/random.hpp"

namespace summitry::communities {
namespace {

using Values = std::vector<double>;

double dot(const Values& a, const Values& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void add(Values& to, double times, const Values& values) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += times * values[i];
}

// Makes the vector one of norm 1; false when there is nothing of it.
bool normalise(Values& values) {
  const double norm = std::sqrt(dot(values, values));
  if (norm == 0.0) return false;
  for (double& value : values) value /= norm;
  return true;
}

// Not orthogonal to the leading vector, unless chance is against us; the same for every run.
Values first_vector(std::size_t size) {
  Random random(1, size);
  Values values(size);
  for (double& value : values) value = random.unit() - 0.5;
  normalise(values);
  return values;
}

// A basis of x, B x, B B x, …, orthonormal; B within it is tridiagonal.
class Basis {
 public:
  Basis(const ModularityMatrix& matrix, Values start) : matrix_(matrix), next_(start.size()) {
    vectors_.push_back(std::move(start));
  }

  // Until it holds all there is, or `most` vectors. Gives how many multiplications that took.
  int grow(std::size_t most) {
    int count = 0;
    for (;;) {
      const Values& x = vectors_.back();
      matrix_.multiply(x, next_);
      ++count;
      diagonal_.push_back(dot(x, next_));
      // Twice, since once leaves what rounding made of it.
      for (int pass = 0; pass < 2; ++pass) {
        for (const Values& earlier : vectors_) add(next_, -dot(earlier, next_), earlier);
      }
      beside_.push_back(std::sqrt(dot(next_, next_)));
      const bool whole = beside_.back() <= 1e-13 * matrix_.largest_row();
      if (whole) beside_.back() = 0.0;
      if (whole || vectors_.size() == most) return count;
      vectors_.push_back(next_);
      for (double& value : vectors_.back()) value /= beside_.back();
    }
  }

  // The largest eigenvalue within the basis, its vector, and what it leaves.
  [[nodiscard]] LeadingPair leading() const {
    const auto size = static_cast<Eigen::Index>(diagonal_.size());
    const Eigen::VectorXd main = Eigen::Map<const Eigen::VectorXd>(diagonal_.data(), size);
    const Eigen::VectorXd off = Eigen::Map<const Eigen::VectorXd>(beside_.data(), size - 1);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(main, off);
    LeadingPair pair;
    pair.value = solver.eigenvalues()(size - 1);
    pair.vector.assign(next_.size(), 0.0);
    for (Eigen::Index k = 0; k < size; ++k) {
      add(pair.vector, solver.eigenvectors()(k, size - 1), vectors_[static_cast<std::size_t>(k)]);
    }
    normalise(pair.vector);
    pair.change = beside_.back() * std::abs(solver.eigenvectors()(size - 1, size - 1));
    return pair;
  }

 private:
  const ModularityMatrix& matrix_;
  std::vector<Values> vectors_;
  Values next_;
  Values diagonal_;
  Values beside_;
};

void turn(Values& values) {
  const auto largest = std::max_element(values.begin(), values.end(), [](double a, double b) {
    return std::abs(a) < std::abs(b) - 1e-9;
  });
  if (largest == values.end() || *largest >= 0.0) return;
  for (double& value : values) value = -value;
}

}  // namespace

ModularityMatrix::ModularityMatrix(const JoinedRows& rows, std::span<const VertexId> group,
                                   double resolution, std::vector<VertexId>& place)
    : scale_(rows.expected_scale(resolution)) {
  for (std::size_t i = 0; i < group.size(); ++i) place[group[i]] = static_cast<VertexId>(i);
  double all_out = 0.0;
  double all_in = 0.0;
  for (const VertexId v : group) {
    for (std::size_t k = 0; k < rows.neighbours(v).size(); ++k) {
      const VertexId u = place[rows.neighbours(v)[k]];
      if (u == kOutside) continue;
      targets_.push_back(u);
      weights_.push_back(rows.joining(v)[k]);
    }
    offsets_.push_back(targets_.size());
    out_.push_back(rows.out_ends[v]);
    in_.push_back(rows.in_ends[v]);
    all_out += out_.back();
    all_in += in_.back();
  }
  for (const VertexId v : group) place[v] = kOutside;
  for (std::size_t v = 0; v < size(); ++v) {
    double joined = 0.0;
    for (const double weight : joining(v)) joined += weight;
    const double beside = scale_ * (out_[v] * (all_in - in_[v]) + in_[v] * (all_out - out_[v]));
    row_sum_.push_back(joined - beside);
    largest_row_ = std::max(largest_row_, joined + beside + std::abs(row_sum_.back()));
  }
}

double ModularityMatrix::diagonal(std::size_t v) const {
  return -row_sum_[v];
}

void ModularityMatrix::multiply(std::span<const double> x, std::span<double> y) const {
  double all_out = 0.0;
  double all_in = 0.0;
  for (std::size_t v = 0; v < size(); ++v) {
    all_out += out_[v] * x[v];
    all_in += in_[v] * x[v];
  }
  for (std::size_t v = 0; v < size(); ++v) {
    double sum = diagonal(v) * x[v];
    for (std::size_t k = offsets_[v]; k < offsets_[v + 1]; ++k) sum += weights_[k] * x[targets_[k]];
    sum -= scale_ * (out_[v] * (all_in - in_[v] * x[v]) + in_[v] * (all_out - out_[v] * x[v]));
    y[v] = sum;
  }
}

LeadingPair leading_pair(const ModularityMatrix& matrix, double tolerance,
                         int max_multiplications) {
  constexpr std::size_t kBasis = 60;
  LeadingPair pair;
  pair.vector = first_vector(matrix.size());
  if (matrix.largest_row() == 0.0) return pair;
  int multiplications = 0;
  do {
    Basis basis(matrix, std::move(pair.vector));
    const int left = std::max(1, max_multiplications - multiplications);
    multiplications += basis.grow(std::min(kBasis, static_cast<std::size_t>(left)));
    pair = basis.leading();
    pair.change /= matrix.largest_row();
  } while (pair.change > tolerance && multiplications < max_multiplications);
  turn(pair.vector);
  pair.multiplications = multiplications;
  return pair;
}

}  // namespace summitry::communities
