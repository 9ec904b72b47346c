#include "algorithms/inference/bicm.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

constexpr int kMostIterations = 200;
constexpr double kTolerance = 1e-10;  // of a margin

// The different sums of one side, how many have each, and what is left of them once full and empty
// lines of the other side are taken out.
struct Side {
  std::vector<std::size_t> of;     // class by line
  std::vector<std::size_t> sum;    // by class
  std::vector<std::size_t> count;  // lines of the class
  std::vector<std::size_t> left;   // of the sum
  std::vector<char> open;          // whether its chances are still to be found
  std::size_t lines_open = 0;
};

Side classes(std::span<const std::size_t> sums) {
  Side side;
  side.sum.assign(sums.begin(), sums.end());
  std::sort(side.sum.begin(), side.sum.end());
  side.sum.erase(std::unique(side.sum.begin(), side.sum.end()), side.sum.end());
  side.count.assign(side.sum.size(), 0);
  for (const std::size_t sum : sums) {
    const auto place = std::lower_bound(side.sum.begin(), side.sum.end(), sum);
    side.of.push_back(static_cast<std::size_t>(place - side.sum.begin()));
    ++side.count[side.of.back()];
  }
  side.left = side.sum;
  side.open.assign(side.sum.size(), 1);
  side.lines_open = sums.size();
  return side;
}

using Chances = std::vector<std::vector<double>>;

// Takes out one class of `side` that is empty or full against the other side's open lines. `set` writes
// the chance of (class of side, class of the other).
template <class Set>
bool take_out_one(Side& side, Side& other, const Set& set) {
  for (std::size_t c = 0; c < side.sum.size(); ++c) {
    if (side.open[c] == 0) continue;
    const bool empty = side.left[c] == 0;
    if (!empty && side.left[c] != other.lines_open) continue;
    for (std::size_t k = 0; k < other.sum.size(); ++k) {
      if (other.open[k] == 0) continue;
      set(c, k, empty ? 0.0 : 1.0);
      if (!empty) other.left[k] -= std::min(other.left[k], side.count[c]);
    }
    side.open[c] = 0;
    side.lines_open -= side.count[c];
    return true;
  }
  return false;
}

// The likelihood of what is left, as a function of the logarithms of x and y of the open classes; the
// last column's is fixed at 0, since a factor may move from all x to all y.
class Likelihood {
 public:
  Likelihood(const Side& rows, const Side& columns) : rows_(rows), columns_(columns) {
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

  // Newton's step, and the largest error of a margin.
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
    error = std::max(row_error.cwiseAbs().maxCoeff(), column_error.cwiseAbs().maxCoeff());
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
  static double count(const Side& side, std::size_t c) {
    return static_cast<double>(side.count[c]);
  }
  static double left(const Side& side, std::size_t c) { return static_cast<double>(side.left[c]); }

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

  const Side& rows_;
  const Side& columns_;
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

double log_likelihood(const Bicm& found, const Side& rows, const Side& columns) {
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
  Side rows = classes(row_sums);
  Side columns = classes(column_sums);
  Bicm found;
  found.chances.assign(rows.sum.size(), std::vector<double>(columns.sum.size(), 0.0));
  const auto set = [&found](std::size_t i, std::size_t k, double p) { found.chances[i][k] = p; };
  const auto set_turned = [&set](std::size_t k, std::size_t i, double p) { set(i, k, p); };
  while (take_out_one(rows, columns, set) || take_out_one(columns, rows, set_turned)) {
  }
  const Likelihood likelihood(rows, columns);
  found.convergence.reached = true;
  if (!likelihood.empty()) {
    const Eigen::VectorXd at = maximise(likelihood, found.convergence);
    for (std::size_t i = 0; i < likelihood.row().size(); ++i) {
      for (std::size_t k = 0; k < likelihood.column().size(); ++k) {
        set(likelihood.row()[i], likelihood.column()[k], likelihood.chance(at, i, k));
      }
    }
  }
  found.row_class = rows.of;
  found.column_class = columns.of;
  found.log_likelihood = log_likelihood(found, rows, columns);
  return found;
}

}  // namespace summitry
