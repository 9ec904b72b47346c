#include "algorithms/inference/bicm.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/inference/forced_margins.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

constexpr int kMostIterations = 200;
constexpr double kTolerance = 1e-10;  // of a margin, in parts of it

// The likelihood of what is left, as a function of the logarithms of x and y of the open classes; the
// last column's is fixed at 0, since a factor may move from all x to all y.
class Likelihood {
 public:
  Likelihood(const MarginSide& rows, const MarginSide& columns) : rows_(rows), columns_(columns) {
    for (std::size_t c = 0; c < rows.sum.size(); ++c) {
      if (rows.open[c] != 0) row_.push_back(c);
    }
    for (std::size_t c = 0; c < columns.sum.size(); ++c) {
      if (columns.open[c] != 0) column_.push_back(c);
    }
  }

  [[nodiscard]] bool empty() const { return row_.empty() || column_.empty(); }
  [[nodiscard]] const std::vector<std::size_t>& row() const { return row_; }
  [[nodiscard]] const std::vector<std::size_t>& column() const { return column_; }
  [[nodiscard]] Eigen::Index parameters() const {
    return static_cast<Eigen::Index>(row_.size() + column_.size()) - 1;
  }

  [[nodiscard]] double sum(const Eigen::VectorXd& at, std::size_t i, std::size_t k) const {
    const auto rows = static_cast<Eigen::Index>(row_.size());
    const bool last = k + 1 == column_.size();
    return at[static_cast<Eigen::Index>(i)] +
           (last ? 0.0 : at[rows + static_cast<Eigen::Index>(k)]);
  }
  [[nodiscard]] double chance(const Eigen::VectorXd& at, std::size_t i, std::size_t k) const {
    return 1.0 / (1.0 + std::exp(-sum(at, i, k)));
  }

  [[nodiscard]] double value(const Eigen::VectorXd& at) const {
    double total = 0.0;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      const double n = count(rows_, row_[i]);
      total += n * left(rows_, row_[i]) * at[static_cast<Eigen::Index>(i)];
      for (std::size_t k = 0; k < column_.size(); ++k) {
        const double s = sum(at, i, k);
        total -= n * count(columns_, column_[k]) *
                 (std::max(s, 0.0) + std::log1p(std::exp(-std::abs(s))));
      }
    }
    for (std::size_t k = 0; k + 1 < column_.size(); ++k) {
      total += count(columns_, column_[k]) * left(columns_, column_[k]) *
               at[static_cast<Eigen::Index>(row_.size() + k)];
    }
    return total;
  }

  // Newton's step, and the largest error of a margin, in parts of what is left of it.
  [[nodiscard]] Eigen::VectorXd step(const Eigen::VectorXd& at, double& error) const {
    const Eigen::Index size = parameters();
    Eigen::VectorXd gradient = Eigen::VectorXd::Zero(size);
    Eigen::MatrixXd curvature = Eigen::MatrixXd::Zero(size, size);
    Eigen::VectorXd row_error(static_cast<Eigen::Index>(row_.size()));
    Eigen::VectorXd column_error(static_cast<Eigen::Index>(column_.size()));
    for (std::size_t i = 0; i < row_.size(); ++i) row_error[to_index(i)] = left(rows_, row_[i]);
    for (std::size_t k = 0; k < column_.size(); ++k) {
      column_error[to_index(k)] = left(columns_, column_[k]);
    }
    for (std::size_t i = 0; i < row_.size(); ++i) {
      for (std::size_t k = 0; k < column_.size(); ++k) {
        const double n = count(rows_, row_[i]);
        const double m = count(columns_, column_[k]);
        const double p = chance(at, i, k);
        row_error[to_index(i)] -= m * p;
        column_error[to_index(k)] -= n * p;
        add_curvature(curvature, i, k, n * m * p * (1.0 - p));
      }
    }
    error = 0.0;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      error = std::max(error, std::abs(row_error[to_index(i)]) / left(rows_, row_[i]));
    }
    for (std::size_t k = 0; k < column_.size(); ++k) {
      error = std::max(error, std::abs(column_error[to_index(k)]) / left(columns_, column_[k]));
    }
    for (std::size_t i = 0; i < row_.size(); ++i) {
      gradient[to_index(i)] = count(rows_, row_[i]) * row_error[to_index(i)];
    }
    for (std::size_t k = 0; k + 1 < column_.size(); ++k) {
      gradient[to_index(row_.size() + k)] = count(columns_, column_[k]) * column_error[to_index(k)];
    }
    // So small that it moves no digit, and that margins at the edge of what is possible do not divide
    // by zero.
    curvature.diagonal().array() += 1e-14 * (1.0 + curvature.diagonal().maxCoeff());
    return curvature.ldlt().solve(gradient);
  }

 private:
  static Eigen::Index to_index(std::size_t i) { return static_cast<Eigen::Index>(i); }
  static double count(const MarginSide& side, std::size_t c) {
    return static_cast<double>(side.count[c]);
  }
  static double left(const MarginSide& side, std::size_t c) {
    return static_cast<double>(side.left[c]);
  }

  void add_curvature(Eigen::MatrixXd& curvature, std::size_t i, std::size_t k,
                     double weight) const {
    const Eigen::Index row = to_index(i);
    curvature(row, row) += weight;
    if (k + 1 == column_.size()) return;
    const Eigen::Index column = to_index(row_.size() + k);
    curvature(column, column) += weight;
    curvature(row, column) += weight;
    curvature(column, row) += weight;
  }

  const MarginSide& rows_;
  const MarginSide& columns_;
  std::vector<std::size_t> row_;     // open classes
  std::vector<std::size_t> column_;  // open classes
};

Eigen::VectorXd maximise(const Likelihood& likelihood, Convergence& convergence) {
  Eigen::VectorXd at = Eigen::VectorXd::Zero(likelihood.parameters());
  double value = likelihood.value(at);
  while (true) {
    const Eigen::VectorXd step = likelihood.step(at, convergence.change);
    convergence.reached = convergence.change < kTolerance;
    if (convergence.reached || convergence.iterations >= kMostIterations) return at;
    ++convergence.iterations;
    double share = 1.0;
    Eigen::VectorXd next = at + step;
    while (share > 1e-10 && !(likelihood.value(next) >= value - 1e-12 * std::abs(value))) {
      share /= 2.0;
      next = at + share * step;
    }
    at = next;
    value = likelihood.value(at);
  }
}

void check(std::span<const std::size_t> rows, std::span<const std::size_t> columns) {
  const auto total = [](std::span<const std::size_t> sums) {
    return std::accumulate(sums.begin(), sums.end(), std::size_t{0});
  };
  for (const std::size_t sum : rows) {
    if (sum > columns.size()) {
      refuse_option("bicm", "row_sums", "at most the number of columns", option_text(sum));
    }
  }
  for (const std::size_t sum : columns) {
    if (sum > rows.size()) {
      refuse_option("bicm", "column_sums", "at most the number of rows", option_text(sum));
    }
  }
  if (total(rows) != total(columns)) {
    refuse_option("bicm", "column_sums", "equal in total to the row sums",
                  option_text(total(columns)));
  }
}

double log_likelihood(const Bicm& found, const MarginSide& rows, const MarginSide& columns) {
  // Margins are sufficient: the expected log-chance of the law itself is that of any such table.
  double total = 0.0;
  for (std::size_t i = 0; i < rows.sum.size(); ++i) {
    for (std::size_t k = 0; k < columns.sum.size(); ++k) {
      const double p = found.chances[i][k];
      const auto cells = static_cast<double>(rows.count[i] * columns.count[k]);
      if (p > 0.0) total += cells * p * std::log(p);
      if (p < 1.0) total += cells * (1.0 - p) * std::log1p(-p);
    }
  }
  return total;
}

}  // namespace

Bicm bicm(std::span<const std::size_t> row_sums, std::span<const std::size_t> column_sums) {
  check(row_sums, column_sums);
  struct Cell {
    std::size_t row;
    std::size_t column;
  };
  std::vector<Cell> full;
  const ForcedMargins margins =
      forced_margins(row_sums, column_sums, [&full](std::size_t i, std::size_t k, bool is_full) {
        if (is_full) full.push_back({i, k});
      });
  const MarginSide& rows = margins.rows;
  const MarginSide& columns = margins.columns;
  Bicm found;
  found.chances.assign(rows.sum.size(), std::vector<double>(columns.sum.size(), 0.0));
  for (const Cell& cell : full) found.chances[cell.row][cell.column] = 1.0;
  const Likelihood likelihood(rows, columns);
  found.convergence.reached = true;
  if (!likelihood.empty()) {
    const Eigen::VectorXd at = maximise(likelihood, found.convergence);
    for (std::size_t i = 0; i < likelihood.row().size(); ++i) {
      for (std::size_t k = 0; k < likelihood.column().size(); ++k) {
        found.chances[likelihood.row()[i]][likelihood.column()[k]] = likelihood.chance(at, i, k);
      }
    }
  }
  found.row_class = rows.of;
  found.column_class = columns.of;
  found.log_likelihood = log_likelihood(found, rows, columns);
  return found;
}

}  // namespace summitry
