#include "algorithms/centrality/leading/lanczos.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <utility>

namespace summitry {
namespace {

using Values = std::vector<double>;
using Sums = RowBlocks::Sums;

// Each vector is made orthogonal to the two before it and to the first, which holds the best so far.
class Lanczos {
 public:
  Lanczos(const SymmetricBlock& block, const LeadingOptions& options, const Run& run)
      : rows_(block.rows.rows),
        first_(block.rows.first),
        size_(block.rows.size),
        before_(block.before),
        blocks_(rows_.arcs(), first_, first_ + size_),
        options_(options),
        run_(run),
        few_(run),
        next_(size_),
        between_(before_ ? before_->size : 0) {
    // What rounding leaves of sums that long.
    double rounding = 1e-15 * std::sqrt(length(rows_, first_));
    if (before_) {
      rounding += 1e-15 * std::sqrt(length(before_->rows, before_->first));
      blocks_before_.emplace(before_->rows.arcs(), before_->first, before_->first + before_->size);
    }
    enough_ = std::max(options.tolerance, rounding);
    const auto worth = static_cast<int>(std::min<std::size_t>(size_ >> 17U, 1024));
    few_.threads = std::min(run.thread_count(), std::max(1, worth));
    pair_.vector.assign(size_, 1.0 / std::sqrt(static_cast<double>(size_)));
    pair_.convergence.reached = false;
  }

  LeadingVector leading() {
    for (bool first = true;; first = false) {
      begin();
      if (pair_.convergence.reached || pair_.convergence.iterations >= options_.max_iterations) {
        return std::move(pair_);
      }
      grow(first ? std::max(enough_, 1e-9) : 0.5 * enough_);
      combine();
    }
  }

 private:
  static constexpr std::size_t kBasis = 24;  // vectors before a restart
  static constexpr std::size_t kEvery = 4;   // steps between two looks

  static double length(const ReorderedRows& rows, std::size_t row) {
    return static_cast<double>(rows.arcs().end(row) - rows.arcs().begin(row));
  }

  template <class Part>
  Sums sums(const Part& part) const {
    return sums(run_, part);
  }
  template <class Part>
  Sums sums(const Run& run, const Part& part) const {
    return blocks_.sums(run, [&](std::size_t first, std::size_t last) {
      return part(first - first_, last - first_);
    });
  }

  // The first step, from the best vector so far: shows its residual.
  void begin() {
    basis_.clear();
    basis_.push_back(std::move(pair_.vector));
    diagonal_.assign(1, multiply(0.0)[0]);
    beside_.clear();
    pair_.value = diagonal_[0];
    remove(diagonal_[0], 0.0);
    const Values& x = basis_[0];
    const double rest = sums(few_, [&](std::size_t begin, std::size_t end) {
      double along = 0.0;
      for (std::size_t i = begin; i < end; ++i) along += x[i] * next_[i];
      return Sums{along};
    })[0];
    beside_.push_back(std::sqrt(remove(rest, 0.0)));
    pair_.convergence.change = pair_.value > 0.0 ? beside_[0] / pair_.value : 0.0;
    pair_.convergence.reached = pair_.convergence.change <= enough_;
    if (pair_.convergence.reached) pair_.vector = std::move(basis_[0]);
    if (!pair_.convergence.reached && pair_.convergence.iterations >= options_.max_iterations) {
      pair_.vector = std::move(basis_[0]);
    }
  }

  // Leaves a multiplication for the look at what comes of it.
  void grow(double enough) {
    const int most = options_.max_iterations - 1;
    while (basis_.size() < std::min(kBasis, size_) && pair_.convergence.iterations < most) {
      if (beside_.back() <= 1e-16 * pair_.value) return;  // the basis holds all there is
      push();
      const Sums along = multiply(beside_.back());
      diagonal_.push_back(along[0]);
      beside_.push_back(std::sqrt(remove(along[0], along[1])));
      if (basis_.size() % kEvery == 0 && residual() <= enough) return;
    }
  }

  void push() {
    Values x(size_);
    const double length = 1.0 / beside_.back();
    blocks_.each(few_, [&](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first - first_; i < last - first_; ++i) x[i] = length * next_[i];
    });
    basis_.push_back(std::move(x));
  }

  // What the rows are to be multiplied by.
  const double* source(const Values& x) {
    if (!before_) return x.data();
    blocks_before_->each(run_, [&](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t j = first; j < last; ++j) {
        between_[j - before_->first] = before_->rows.sum(j, x.data());
      }
    });
    return between_.data();
  }

  // next = A x - before * (the vector before x); its products with x and with the first vector.
  Sums multiply(double before) {
    ++pair_.convergence.iterations;
    const Values& x = basis_.back();
    const double* from = source(x);
    const Values& start = basis_.front();
    const Values& earlier = basis_[basis_.size() > 1 ? basis_.size() - 2 : 0];
    return sums([&](std::size_t begin, std::size_t end) {
      Sums found{};
      for (std::size_t i = begin; i < end; ++i) {
        next_[i] = rows_.sum(first_ + i, from) - before * earlier[i];
        found[0] += x[i] * next_[i];
        found[1] += start[i] * next_[i];
      }
      return found;
    });
  }

  // Takes the share of the newest vector and of the first out of next; its squares.
  double remove(double newest, double first) {
    const Values& x = basis_.back();
    const Values& start = basis_.front();
    return sums(few_, [&](std::size_t begin, std::size_t end) {
      double squares = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        next_[i] -= newest * x[i] + first * start[i];
        squares += next_[i] * next_[i];
      }
      return Sums{squares};
    })[0];
  }

  // Solves for the largest eigenvalue within the basis; what it leaves as a share of the value.
  double residual() {
    const auto size = static_cast<Eigen::Index>(diagonal_.size());
    const Eigen::VectorXd main = Eigen::Map<const Eigen::VectorXd>(diagonal_.data(), size);
    const Eigen::VectorXd off = Eigen::Map<const Eigen::VectorXd>(beside_.data(), size - 1);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(main, off);
    const Eigen::VectorXd weights = solver.eigenvectors().col(size - 1);
    weights_.assign(weights.begin(), weights.end());
    return beside_.back() * std::abs(weights_.back()) / solver.eigenvalues()(size - 1);
  }

  // The best vector within the basis. It is positive: what is not is rounding.
  void combine() {
    residual();
    Values& x = pair_.vector;
    x.assign(size_, 0.0);
    const double squares = sums(few_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t j = 0; j < basis_.size(); ++j) {
        for (std::size_t i = begin; i < end; ++i) x[i] += weights_[j] * basis_[j][i];
      }
      double found = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        x[i] = std::abs(x[i]);
        found += x[i] * x[i];
      }
      return Sums{found};
    })[0];
    for (double& value : x) value /= std::sqrt(squares);
  }

  const ReorderedRows& rows_;
  std::size_t first_;  // row
  std::size_t size_;
  std::optional<RowRange> before_;
  RowBlocks blocks_;
  std::optional<RowBlocks> blocks_before_ = {};
  LeadingOptions options_;
  const Run& run_;
  Run few_;  // with the threads that are worth it for passes over vectors alone
  double enough_ = 0.0;
  std::vector<Values> basis_;
  Values diagonal_;
  Values beside_;  // the last: what the basis misses
  Values weights_;
  Values next_;
  Values between_;  // before x
  LeadingVector pair_;
};

}  // namespace

LeadingVector leading_of(const SymmetricBlock& block, const LeadingOptions& options,
                         const Run& run) {
  return Lanczos(block, options, run).leading();
}

}  // namespace summitry
