// The undirected case: Lanczos in each component that may have the largest eigenvalue.
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "algorithms/centrality/leading.hpp"
#include "algorithms/centrality/reordered_rows.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;
using Sums = RowBlocks::Sums;

constexpr double kSameValue = 1e-10;  // relative; components this near share the eigenvalue

// The matrix, a component in a row: rows [begin(part), begin(part + 1)), whose ends count from its
// first row.
class Components {
 public:
  Components(const Graph& graph, const Run& run)
      : Components(graph, components(graph, Connection::weak, run), run) {}

  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(begin_.size() - 1);
  }
  [[nodiscard]] std::size_t begin(std::uint32_t part) const { return begin_[part]; }
  [[nodiscard]] std::size_t end(std::uint32_t part) const { return begin_[part + 1]; }
  [[nodiscard]] std::span<const VertexId> members(std::uint32_t part) const {
    return std::span(order_).subspan(begin_[part], begin_[part + 1] - begin_[part]);
  }
  [[nodiscard]] const ReorderedRows& rows() const { return rows_; }

  // The largest row sum of a part: no eigenvalue of it is larger.
  [[nodiscard]] double bound(std::uint32_t part) const {
    const Arcs& all = rows_.arcs();
    double most = 0.0;
    for (std::size_t i = begin_[part]; i < begin_[part + 1]; ++i) {
      double sum = all.weights.empty() ? static_cast<double>(all.end(i) - all.begin(i)) : 0.0;
      for (std::size_t k = all.begin(i); !all.weights.empty() && k < all.end(i); ++k) {
        sum += all.weights[k];
      }
      most = std::max(most, sum);
    }
    return most;
  }

  // By falling bound, so that most parts need no look.
  [[nodiscard]] std::vector<std::pair<double, std::uint32_t>> by_bound() const {
    std::vector<std::pair<double, std::uint32_t>> found;
    for (std::uint32_t part = 0; part < count(); ++part) found.emplace_back(bound(part), part);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return found;
  }

 private:
  Components(const Graph& graph, const Partition& parts, const Run& run)
      : order_(by_row_length(arcs(graph, Along::out), parts.community, parts.count)),
        begin_(std::size_t{parts.count} + 1, 0),
        rows_(arcs(graph, Along::out), order_, places(parts), run) {}

  // Within the part; fills in begin_ as well.
  std::vector<VertexId> places(const Partition& parts) {
    for (const std::uint32_t part : parts.community) ++begin_[part + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    std::vector<VertexId> place = places_in(order_);
    for (std::size_t v = 0; v < place.size(); ++v) place[v] -= begin_[parts.community[v]];
    return place;
  }

  std::vector<VertexId> order_;
  std::vector<VertexId> begin_;
  ReorderedRows rows_;
};

struct Pair {
  double value = 0.0;
  Values vector;  // norm 1
  Convergence convergence{0, 0.0, true};
};

// One component's Lanczos. Each vector is made orthogonal to the two before it and to the first, which
// holds the best so far: what makes plain Lanczos go astray is only what has converged (Parlett &
// Scott 1979, doi:10.1090/S0025-5718-1979-0514820-3).
class Lanczos {
 public:
  Lanczos(const Components& matrix, std::uint32_t part, const LeadingOptions& options,
          const Run& run)
      : rows_(matrix.rows()),
        first_(matrix.begin(part)),
        size_(matrix.end(part) - first_),
        blocks_(rows_.arcs(), first_, first_ + size_),
        options_(options),
        run_(run),
        next_(size_) {
    // What rounding leaves of sums that long.
    const double longest =
        static_cast<double>(rows_.arcs().end(first_) - rows_.arcs().begin(first_));
    enough_ = std::max(options.tolerance, 1e-15 * std::sqrt(longest));
    pair_.vector.assign(size_, 1.0 / std::sqrt(static_cast<double>(size_)));
    pair_.convergence.reached = false;
  }

  Pair leading() {
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

  template <class Part>
  Sums sums(const Part& part) const {
    return blocks_.sums(run_, [&](std::size_t first, std::size_t last) {
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
    const double rest = sums([&](std::size_t begin, std::size_t end) {
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

  void grow(double enough) {
    while (basis_.size() < std::min(kBasis, size_)) {
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
    blocks_.each(run_, [&](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first - first_; i < last - first_; ++i) x[i] = length * next_[i];
    });
    basis_.push_back(std::move(x));
  }

  // next = A x - before * (the vector before x); its products with x and with the first vector.
  Sums multiply(double before) {
    ++pair_.convergence.iterations;
    const Values& x = basis_.back();
    const Values& start = basis_.front();
    const Values& earlier = basis_[basis_.size() > 1 ? basis_.size() - 2 : 0];
    return sums([&](std::size_t begin, std::size_t end) {
      Sums found{};
      for (std::size_t i = begin; i < end; ++i) {
        next_[i] = rows_.sum(first_ + i, x.data()) - before * earlier[i];
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
    return sums([&](std::size_t begin, std::size_t end) {
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
    const double squares = sums([&](std::size_t begin, std::size_t end) {
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
  RowBlocks blocks_;
  LeadingOptions options_;
  const Run& run_;
  double enough_ = 0.0;
  std::vector<Values> basis_;
  Values diagonal_;
  Values beside_;  // the last: what the basis misses
  Values weights_;
  Values next_;
  Pair pair_;
};

double dot(const Values& a, const Values& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
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
  const Components matrix(graph, run);

  LeadingVector leading;
  leading.convergence.reached = true;
  std::vector<std::pair<std::uint32_t, Pair>> pairs;
  for (const auto& [bound, part] : matrix.by_bound()) {
    if (bound < leading.value * (1.0 - kSameValue)) break;
    Pair pair = Lanczos(matrix, part, options, run).leading();
    leading.value = std::max(leading.value, pair.value);
    if (pair.value >= leading.value * (1.0 - kSameValue)) pairs.emplace_back(part, std::move(pair));
  }
  leading.vector.assign(graph.vertex_count(), 0.0);
  for (const auto& [part, pair] : pairs) {
    if (pair.value < leading.value * (1.0 - kSameValue)) continue;
    add_part(matrix.members(part), pair, start, leading.vector);
    leading.convergence.iterations += pair.convergence.iterations;
    leading.convergence.change = std::max(leading.convergence.change, pair.convergence.change);
    leading.convergence.reached &= pair.convergence.reached;
  }
  const double norm = std::sqrt(dot(leading.vector, leading.vector));
  for (double& value : leading.vector) {
    if (norm > 0.0) value /= norm;
  }
  return leading;
}

}  // namespace summitry
