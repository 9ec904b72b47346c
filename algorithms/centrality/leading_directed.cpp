// The directed case: which strong components have the largest eigenvalue, which of them come last,
// and what they hand on downstream.
#include <algorithm>
#include <cmath>

#include "algorithms/centrality/blocks.hpp"
#include "algorithms/centrality/leading.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/sweep.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

constexpr double kSameValue = 1e-9;   // relative; strong components this near share the value
constexpr double kEnclosure = 1e-13;  // relative width at which a value counts as known

// One strong component in the race for the largest eigenvalue. Its own lies between the smallest and
// the largest ratio (A x)(v) / x(v) (Collatz and Wielandt), so its error is known. The shift keeps
// cycles from going round for ever.
class Runner {
 public:
  Runner(const Blocks& blocks, std::uint32_t part)
      : blocks_(&blocks), part_(part), x_(blocks.size(part), 1.0), next_(x_.size()) {}

  void step(const Run& run) {
    if (iterations_ > 0) {
      for (std::size_t i = 0; i < x_.size(); ++i) x_[i] = (next_[i] + shift_ * x_[i]) / scale_;
    }
    blocks_->multiply(part_, x_, next_, run);
    low_ = high_ = next_[0] / x_[0];
    for (std::size_t i = 1; i < x_.size(); ++i) {
      low_ = std::min(low_, next_[i] / x_[i]);
      high_ = std::max(high_, next_[i] / x_[i]);
    }
    if (iterations_++ == 0) shift_ = std::sqrt(std::max(low_, 0.01 * high_) * high_);
    scale_ = high_ + shift_;
  }

  [[nodiscard]] std::uint32_t part() const { return part_; }
  [[nodiscard]] int iterations() const { return iterations_; }
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }
  [[nodiscard]] double value() const { return low_ + (high_ - low_) / 2.0; }
  [[nodiscard]] double width() const { return high_ > 0.0 ? (high_ - low_) / high_ : 0.0; }
  [[nodiscard]] bool known() const { return iterations_ > 0 && width() <= kEnclosure; }
  [[nodiscard]] const Values& vector() const { return x_; }

 private:
  const Blocks* blocks_;  // a pointer, so that a runner may take the place of another
  std::uint32_t part_;
  Values x_;
  Values next_;
  double low_ = 0.0;
  double high_ = 0.0;
  double shift_ = 0.0;
  double scale_ = 1.0;
  int iterations_ = 0;
};

double loops(const Arcs& rows, VertexId v) {
  double sum = 0.0;
  for (std::size_t k = rows.begin(v); k < rows.end(v); ++k) {
    if (rows.ends[k] == v) sum += rows.weights.empty() ? 1.0 : rows.weights[k];
  }
  return sum;
}

// Strong components in Tarjan's order: edges lead from higher numbers to lower ones.
struct Classes {
  std::vector<std::uint32_t> of;  // by vertex
  std::uint32_t count = 0;
  Blocks blocks;
  std::vector<double> radius;  // exact where it may be the largest
  double largest = 0.0;
  std::vector<Runner> first;  // who may share the largest, by number
  Convergence convergence{0, 0.0, true};

  Classes(const Graph& graph, const LeadingOptions& options, const Run& run)
      : of(strong_components_reversed(graph)),
        count(1 + *std::max_element(of.begin(), of.end())),
        blocks(graph, Along::in, of, count),
        radius(count, 0.0) {
    for (std::uint32_t c = 0; c < count; ++c) {
      if (blocks.size(c) > 1) {
        first.emplace_back(blocks, c);
        continue;
      }
      radius[c] = loops(arcs(graph, Along::in), blocks.members(c)[0]);
      largest = std::max(largest, radius[c]);
    }
    race(options, run);
    for (const Runner& runner : first) {
      convergence.iterations += runner.iterations();
      convergence.change = std::max(convergence.change, runner.width());
      convergence.reached &= runner.known();
    }
  }

  [[nodiscard]] bool leads(std::uint32_t c) const {
    return radius[c] >= largest * (1.0 - kSameValue);
  }

 private:
  // A step each, until the values of those who are not certainly behind are known.
  void race(const LeadingOptions& options, const Run& run) {
    for (bool running = true; running;) {
      running = false;
      for (Runner& runner : first) {
        if (runner.known() || runner.iterations() >= options.max_iterations) continue;
        run.check();
        runner.step(run);
        running = true;
      }
      for (const Runner& runner : first) largest = std::max(largest, runner.low());
      std::erase_if(first, [this](const Runner& runner) {
        return runner.high() < largest * (1.0 - kSameValue);
      });
    }
    for (const Runner& runner : first) {
      radius[runner.part()] = runner.value();
      largest = std::max(largest, runner.value());
    }
  }
};

// How many leading classes the longest chain up to and with each class has.
std::vector<std::uint32_t> chain_lengths(const Graph& graph, const Classes& classes) {
  std::vector<std::uint32_t> chain(classes.count, 0);
  for (std::uint32_t c = classes.count; c-- > 0;) {
    if (classes.leads(c)) ++chain[c];
    if (chain[c] == 0) continue;
    for (const VertexId v : classes.blocks.members(c)) {
      for (const VertexId w : graph.out(v)) {
        if (const std::uint32_t to = classes.of[w]; to != c) {
          chain[to] = std::max(chain[to], chain[c]);
        }
      }
    }
  }
  return chain;
}

// The leading classes that come last, and what is downstream of them. A class downstream of a last
// leading class has the longest chain too, and one that is not has a shorter one.
class Downstream {
 public:
  Downstream(const Graph& graph, const Classes& classes, const LeadingOptions& options,
             const Run& run)
      : graph_(graph),
        classes_(classes),
        options_(options),
        run_(run),
        x_(graph.vertex_count(), 0.0) {
    const std::vector<std::uint32_t> chain = chain_lengths(graph, classes);
    const std::uint32_t longest = *std::max_element(chain.begin(), chain.end());
    for (std::uint32_t c = classes.count; c-- > 0;) {
      if (chain[c] == longest) (classes.leads(c) ? last_ : after_).push_back(c);
    }
  }

  LeadingVector take() {
    lead();
    for (const std::uint32_t c : after_) settle(c);
    double squares = 0.0;
    for (const double value : x_) squares += value * value;
    for (double& value : x_) value /= std::sqrt(squares);
    state_.iterations += most_;
    return {classes_.largest, std::move(x_), state_};
  }

 private:
  // Power iteration on the last leading classes together, so that each keeps its share of what a
  // uniform start gives it. Where there is one alone, the race has already come as far.
  void lead() {
    std::vector<Values> x;
    for (const std::uint32_t c : last_) x.emplace_back(classes_.blocks.size(c), 1.0);
    for (const Runner& runner : classes_.first) {
      if (last_.size() == 1 && runner.part() == last_[0]) x[0] = runner.vector();
    }
    std::vector<Values> next = x;
    scale(x);
    state_.reached = false;
    while (!state_.reached && state_.iterations < options_.max_iterations) {
      step(x, next);
      ++state_.iterations;
      state_.reached = state_.change <= options_.tolerance;
    }
    for (std::size_t i = 0; i < last_.size(); ++i) {
      const auto members = classes_.blocks.members(last_[i]);
      for (std::size_t j = 0; j < members.size(); ++j) x_[members[j]] = x[i][j];
    }
  }

  void step(std::vector<Values>& x, std::vector<Values>& next) {
    run_.check();
    const double shift = classes_.largest / 2.0;
    for (std::size_t i = 0; i < last_.size(); ++i) {
      classes_.blocks.multiply(last_[i], x[i], next[i], run_);
      for (std::size_t j = 0; j < x[i].size(); ++j) next[i][j] += shift * x[i][j];
    }
    scale(next);
    double change = 0.0;
    for (std::size_t i = 0; i < last_.size(); ++i) {
      for (std::size_t j = 0; j < x[i].size(); ++j) {
        change += (next[i][j] - x[i][j]) * (next[i][j] - x[i][j]);
      }
    }
    state_.change = std::sqrt(change);
    x.swap(next);
  }

  static void scale(std::vector<Values>& x) {
    double squares = 0.0;
    for (const Values& part : x) {
      for (const double value : part) squares += value * value;
    }
    const double length = std::sqrt(squares);
    for (Values& part : x) {
      for (double& value : part) value /= length;
    }
  }

  // largest * x = A x within one class, what arrives from before it being known: its own eigenvalue is
  // smaller. A vertex by itself needs no second sweep.
  void settle(std::uint32_t c) {
    const Arcs rows = arcs(graph_, Along::in);
    const auto members = classes_.blocks.members(c);
    int iterations = 0;
    double change =
        0.0;  // as a share of these values, or of the leading ones where those are larger
    do {
      run_.check();
      change = 0.0;
      double squares = 0.0;
      for (const VertexId v : members) {
        const double before = x_[v];
        if (members.size() == 1) {
          x_[v] = row_sum(rows, v, x_.data()) / (classes_.largest - classes_.radius[c]);
          continue;
        }
        x_[v] = row_sum(rows, v, x_.data()) / classes_.largest;
        change += (x_[v] - before) * (x_[v] - before);
        squares += x_[v] * x_[v];
      }
      change = std::sqrt(change / std::max(1.0, squares));
    } while (change > options_.tolerance && ++iterations < options_.max_iterations);
    most_ = std::max(most_, iterations);
    state_.change = std::max(state_.change, change);
    state_.reached &= change <= options_.tolerance;
  }

  const Graph& graph_;
  const Classes& classes_;
  const LeadingOptions& options_;
  const Run& run_;
  Values x_;
  std::vector<std::uint32_t> last_;
  std::vector<std::uint32_t> after_;  // in the order in which edges lead
  Convergence state_;
  int most_ = 0;  // sweeps of one class
};

}  // namespace

LeadingVector leading_directed(const Graph& given, const LeadingOptions& options, const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  LeadingVector leading;
  leading.vector.assign(graph.vertex_count(), 0.0);
  leading.convergence.reached = true;
  if (graph.vertex_count() == 0) return leading;
  const Classes classes(graph, options, run);
  leading.value = classes.largest;
  leading.convergence = classes.convergence;
  if (!(leading.value > 0.0)) return leading;

  leading = Downstream(graph, classes, options, run).take();
  leading.convergence.iterations += classes.convergence.iterations;
  leading.convergence.reached &= classes.convergence.reached;
  return leading;
}

}  // namespace summitry
