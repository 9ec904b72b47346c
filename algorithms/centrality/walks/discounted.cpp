#include "algorithms/centrality/walks/discounted.hpp"

#include <cmath>

#include "algorithms/centrality/rows/reordered_rows.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;
using Sums = RowBlocks::Sums;

class WalkSum {
 public:
  WalkSum(const Graph& graph, Along along, const Values& y, const Discounted& how, const Run& run)
      : how_(how),
        run_(run),
        order_(by_row_length(arcs(graph, along))),
        rows_(arcs(graph, along), order_, places_in(order_), run),
        blocks_(rows_.arcs(), 0, rows_.size()),
        y_(y.size()),
        next_(y.size()) {
    for (std::size_t i = 0; i < y.size(); ++i) y_[i] = y[order_[i]];
    x_ = y_;
  }

  // Conjugate gradients from x = 0, on a symmetric matrix.
  void solve() {
    x_.assign(y_.size(), 0.0);
    Values residual = y_;
    Values direction = y_;
    double left = 0.0;
    for (const double value : y_) left += value * value;
    while (left > 0.0 && state_.iterations + 1 < how_.max_iterations) {
      const double length = left / image_along(direction);
      const Sums sums = advance(length, direction, residual);
      ++state_.iterations;
      if (sums[0] <= how_.tolerance * how_.tolerance * sums[1]) return;
      turn(sums[0] / left, residual, direction);
      left = sums[0];
    }
  }

  Scores steps() {
    do {
      const Sums sums = step();
      x_.swap(next_);
      ++state_.iterations;
      state_.change = sums[1] > 0.0 ? std::sqrt(sums[0] / sums[1]) : 0.0;
      state_.reached = state_.change <= how_.tolerance;
    } while (!state_.reached && state_.iterations < how_.max_iterations);
    Scores scores{Values(x_.size()), state_};
    for (std::size_t i = 0; i < x_.size(); ++i) scores.values[order_[i]] = x_[i];
    return scores;
  }

 private:
  // next = (I - b M) direction; direction * next.
  double image_along(const Values& direction) {
    return blocks_.sums(run_, [&](std::size_t first, std::size_t last) {
      double along = 0.0;
      for (std::size_t i = first; i < last; ++i) {
        next_[i] = direction[i] - how_.discount * rows_.sum(i, direction.data());
        along += direction[i] * next_[i];
      }
      return Sums{along};
    })[0];
  }

  // The squares of the residual and of x afterwards.
  Sums advance(double length, const Values& direction, Values& residual) {
    return blocks_.sums(run_, [&, length](std::size_t first, std::size_t last) {
      Sums sums{};
      for (std::size_t i = first; i < last; ++i) {
        x_[i] += length * direction[i];
        residual[i] -= length * next_[i];
        sums[0] += residual[i] * residual[i];
        sums[1] += x_[i] * x_[i];
      }
      return sums;
    });
  }

  void turn(double share, const Values& residual, Values& direction) const {
    blocks_.each(run_, [&, share](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) direction[i] = residual[i] + share * direction[i];
    });
  }

  // next = y + b M x; the squares of the change and of next.
  Sums step() {
    return blocks_.sums(run_, [this](std::size_t first, std::size_t last) {
      Sums sums{};
      for (std::size_t i = first; i < last; ++i) {
        next_[i] = y_[i] + how_.discount * rows_.sum(i, x_.data());
        sums[0] += (next_[i] - x_[i]) * (next_[i] - x_[i]);
        sums[1] += next_[i] * next_[i];
      }
      return sums;
    });
  }

  Discounted how_;
  const Run& run_;
  std::vector<VertexId> order_;
  ReorderedRows rows_;
  RowBlocks blocks_;
  Values y_;
  Values x_;
  Values next_;
  Convergence state_;
};

}  // namespace

Scores discounted_walks(const Graph& graph, Along along, const std::vector<double>& y,
                        const Discounted& how, const Run& run) {
  if (y.empty()) return {{}, Convergence{0, 0.0, true}};
  WalkSum sum(graph, along, y, how, run);
  if (!graph.directed()) sum.solve();
  return sum.steps();
}

}  // namespace summitry
