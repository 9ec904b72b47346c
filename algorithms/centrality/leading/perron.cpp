#include "algorithms/centrality/leading/perron.hpp"

#include <Eigen/SparseLU>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "algorithms/centrality/rows/fill.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;
using SparseMatrix = Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t>;
using Entry = Eigen::Triplet<double, std::int32_t>;

constexpr int kPatience = 500;                  // iterations before a factor is thought of
constexpr std::size_t kMostFilled = 2'000'000;  // entries of it
constexpr std::size_t kQuickFilled = 20'000;    // so few that iterating is not tried first
constexpr int kNodaSteps = 60;
constexpr double kSmallest = 1e-280;  // of the largest entry; below it ratios mean nothing

// shift - A for shifts above the eigenvalue: an M-matrix, whose diagonal is always a good pivot, so
// that the order of elimination is chosen once, for few entries.
class Shifted {
 public:
  Shifted(const Blocks& blocks, std::uint32_t part)
      : blocks_(blocks), part_(part), size_(static_cast<std::int32_t>(blocks.size(part))) {}

  // Says so without an order of elimination, which takes long in large tangles, where there are more
  // entries to begin with.
  [[nodiscard]] bool fits(std::size_t most, const Run& run) {
    const Pattern pattern = both_ways();
    if (!may_fit(pattern, most)) return false;
    run.check();
    if (places_.empty()) places_ = elimination_places(pattern);
    run.check();
    return fill_of(pattern, places_, most).has_value();
  }

  // Nothing where rounding makes the matrix singular: the shift is the eigenvalue.
  [[nodiscard]] std::optional<Values> solve(double shift, const Values& right) {
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(size_));
    for (std::int32_t i = 0; i < size_; ++i) entries.emplace_back(i, i, shift);
    blocks_.each_arc(part_, [&](VertexId i, VertexId j, double weight) {
      entries.emplace_back(static_cast<std::int32_t>(places_[i]),
                           static_cast<std::int32_t>(places_[j]), -weight);
    });
    SparseMatrix matrix(size_, size_);
    matrix.setFromTriplets(entries.begin(), entries.end());
    Eigen::SparseLU<SparseMatrix, Eigen::NaturalOrdering<std::int32_t>> factor;
    factor.isSymmetric(true);
    factor.setPivotThreshold(0.0);
    factor.compute(matrix);
    if (factor.info() != Eigen::Success) return std::nullopt;
    Eigen::VectorXd b(size_);
    for (std::size_t i = 0; i < right.size(); ++i) b[places_[i]] = right[i];
    const Eigen::VectorXd x = factor.solve(b);
    Values result(right.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
      result[i] = x[places_[i]];
      if (!(result[i] >= 0.0) || std::isinf(result[i])) return std::nullopt;
    }
    return result;
  }

 private:
  [[nodiscard]] Pattern both_ways() const {
    Pattern pattern;
    pattern.offsets.assign(static_cast<std::size_t>(size_) + 1, 0);
    blocks_.each_arc(part_, [&](VertexId i, VertexId j, double) {
      ++pattern.offsets[i + 1];
      ++pattern.offsets[j + 1];
    });
    std::partial_sum(pattern.offsets.begin(), pattern.offsets.end(), pattern.offsets.begin());
    std::vector<std::size_t> next(pattern.offsets.begin(), pattern.offsets.end() - 1);
    pattern.ends.resize(pattern.offsets.back());
    blocks_.each_arc(part_, [&](VertexId i, VertexId j, double) {
      pattern.ends[next[i]++] = j;
      pattern.ends[next[j]++] = i;
    });
    return pattern;
  }

  const Blocks& blocks_;
  std::uint32_t part_;
  std::int32_t size_;
  std::vector<std::uint32_t> places_;
};

void scale_to_largest(Values& x) {
  const double most = *std::max_element(x.begin(), x.end());
  for (double& value : x) value /= most;
}

double sum_of(const Values& x) {
  return std::accumulate(x.begin(), x.end(), 0.0);
}

// What it leaves of sums as long as the longest row.
double rounding(const Blocks& blocks, std::uint32_t part) {
  std::vector<std::uint32_t> length(blocks.size(part), 0);
  blocks.each_arc(part, [&length](VertexId i, VertexId, double) { ++length[i]; });
  const double longest = *std::max_element(length.begin(), length.end());
  return 4e-15 * std::sqrt(longest + 1.0);
}

// Iterates of one component, with the bounds that they give.
class Search {
 public:
  Search(const Blocks& blocks, std::uint32_t part, const PerronOptions& options, const Run& run)
      : blocks_(blocks), part_(part), options_(options), run_(run), next_(blocks.size(part)) {
    found_.vector.assign(next_.size(), 1.0);
    enough_ = std::max(options.tolerance, rounding(blocks, part));
  }

  Perron result() && {
    look();
    while (!over(kPatience)) step();
    if (!over(options_.max_iterations)) invert();
    while (!over(options_.max_iterations)) step();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool over(int iterations) const {
    return found_.convergence.reached ||
           found_.convergence.iterations >= std::min(iterations, options_.max_iterations);
  }

  // The bounds of the vector in hand; leaves A x in next.
  void look() {
    const Values& x = found_.vector;
    blocks_.multiply(part_, x, next_, run_);
    low_ = INFINITY;
    high_ = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (x[i] < kSmallest) continue;
      low_ = std::min(low_, next_[i] / x[i]);
      high_ = std::max(high_, next_[i] / x[i]);
    }
    found_.value = low_ + (high_ - low_) / 2.0;
    found_.least = low_;
    found_.most = high_;
    Convergence& state = found_.convergence;
    ++state.iterations;
    state.change = high_ > 0.0 ? (high_ - low_) / high_ : 0.0;
    state.reached = state.change <= enough_ || high_ < options_.at_least;
  }

  // The shift, half of what the vector grows by, keeps cycles from going round for ever.
  void step() {
    Values& x = found_.vector;
    const double shift = 0.5 * sum_of(next_) / sum_of(x);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = next_[i] + shift * x[i];
    scale_to_largest(x);
    look();
  }

  // Noda's iteration; leaves the last good vector where a step fails.
  void invert() {
    Shifted matrix(blocks_, part_);
    if (!matrix.fits(kMostFilled, run_)) return;
    for (int i = 0; i < kNodaSteps && !over(options_.max_iterations); ++i) {
      run_.check();
      std::optional<Values> solved = matrix.solve(high_, found_.vector);
      if (!solved) solved = matrix.solve(high_ * (1.0 + 4e-16), found_.vector);
      if (!solved) return;
      found_.vector = std::move(*solved);
      scale_to_largest(found_.vector);
      look();
    }
  }

  const Blocks& blocks_;
  std::uint32_t part_;
  PerronOptions options_;
  const Run& run_;
  double enough_ = 0.0;
  double low_ = 0.0;
  double high_ = 0.0;
  Values next_;
  Perron found_;
};

// (rho - A) x = b.
struct Equations {
  const Blocks& blocks;
  std::uint32_t part;
  double rho;
  const Values& b;

  // What rho x misses of A x + b, as a share of it.
  [[nodiscard]] double missing(const Values& x, const Run& run) const {
    Values arriving(x.size());
    blocks.multiply(part, x, arriving, run);
    double total = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) total += std::abs(rho * x[i] - arriving[i] - b[i]);
    return total / (rho * sum_of(x));
  }
};

// b / rho + A b / rho^2 + …, all of it positive.
class Series {
 public:
  Series(const Equations& equations, const PerronOptions& options, const Run& run)
      : equations_(equations), options_(options), run_(run), next_(equations.b.size()) {
    term_ = equations.b;
    for (double& value : term_) value /= equations.rho;
    sum_.values = term_;
    last_ = sum_of(term_);
    sum_.convergence.reached = false;
  }

  void extend(int iterations) {
    Convergence& state = sum_.convergence;
    const int most = std::min(iterations, options_.max_iterations);
    while (!state.reached && state.iterations < most) {
      equations_.blocks.multiply(equations_.part, term_, next_, run_);
      for (std::size_t i = 0; i < next_.size(); ++i) {
        term_[i] = next_[i] / equations_.rho;
        sum_.values[i] += term_[i];
      }
      const double size = sum_of(term_);
      // Terms that shrink by q leave q / (1 - q) of the last; q by the mean of all steps so far, since
      // it goes up and down along cycles.
      ++state.iterations;
      shrink_ += (std::log(std::max(size, 1e-300)) - std::log(std::max(last_, 1e-300)));
      const double q = std::exp(shrink_ / state.iterations);
      last_ = size;
      state.change = size / sum_of(sum_.values);
      state.reached = q < 1.0 && state.change <= options_.tolerance * (1.0 - q);
    }
  }
  Inflow& sum() { return sum_; }

 private:
  Equations equations_;
  PerronOptions options_;
  const Run& run_;
  Values term_;
  Values next_;
  Inflow sum_;
  double last_ = 0.0;
  double shrink_ = 0.0;
};

// The same by a factor; nothing where it would have more than `most` entries.
std::optional<Inflow> by_factor(const Equations& equations, std::size_t most,
                                const PerronOptions& options, const Run& run) {
  Shifted matrix(equations.blocks, equations.part);
  if (!matrix.fits(most, run)) return std::nullopt;
  std::optional<Values> solved = matrix.solve(equations.rho, equations.b);
  if (!solved) return std::nullopt;
  const double change = equations.missing(*solved, run);
  const double enough = std::max(options.tolerance, rounding(equations.blocks, equations.part));
  return Inflow{std::move(*solved), {1, change, change <= enough}};
}

}  // namespace

Perron perron(const Blocks& blocks, std::uint32_t part, const PerronOptions& options,
              const Run& run) {
  return Search(blocks, part, options, run).result();
}

Inflow absorb(const Blocks& blocks, std::uint32_t part, double rho, const Values& b,
              const PerronOptions& options, const Run& run) {
  if (sum_of(b) == 0.0) return {Values(b.size(), 0.0), {0, 0.0, true}};
  if (b.size() == 1) {
    double loops = 0.0;
    blocks.each_arc(part, [&loops](VertexId, VertexId, double weight) { loops += weight; });
    return {{b[0] / (rho - loops)}, {0, 0.0, true}};
  }
  const Equations equations{blocks, part, rho, b};
  std::optional<Inflow> factored;
  if (b.size() < kQuickFilled) factored = by_factor(equations, kQuickFilled, options, run);
  if (factored && factored->convergence.reached) return *std::move(factored);
  Series series(equations, options, run);
  series.extend(kPatience);
  const Convergence& state = series.sum().convergence;
  if (!state.reached && !factored) factored = by_factor(equations, kMostFilled, options, run);
  if (factored && factored->convergence.reached) return *std::move(factored);
  series.extend(options.max_iterations);
  const bool better = factored && !state.reached && factored->convergence.change < state.change;
  return better ? *std::move(factored) : std::move(series.sum());
}

}  // namespace summitry
