// PageRank on undirected graphs: a symmetric system, by preconditioned conjugate gradients.
#include <cmath>

#include "algorithms/centrality/rows/reordered_rows.hpp"
#include "algorithms/centrality/walks/walk.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;
using Sums = RowBlocks::Sums;

class ConjugateGradients {
 public:
  ConjugateGradients(const Walk& walk, const Run& run)
      : damping_(walk.damping),
        run_(run),
        order_(by_row_length(arcs(walk.graph, Along::out))),
        rows_(arcs(walk.graph, Along::out), order_, places_in(order_), run),
        blocks_(rows_.arcs(), 0, rows_.size()),
        scale_(order_.size()),
        inverse_(order_.size()),
        solution_(order_.size(), 0.0),
        residual_(order_.size()),
        direction_(order_.size()),
        image_(order_.size()) {
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const double leaving = walk.leaving[order_[i]];
      scale_[i] = leaving > 0.0 ? leaving : 1.0;  // nothing leaves: nothing arrives either
      inverse_[i] = 1.0 / scale_[i];
      residual_[i] = (1.0 - damping_) * walk.teleport[order_[i]];
      direction_[i] = residual_[i] * inverse_[i];
      product_ += residual_[i] * direction_[i];
    }
  }

  // The residual in total (L1), as a share of what has been found.
  double step() {
    const double along = multiply();
    if (!(along > 0.0)) return 0.0;  // nothing is left to find
    const double length = product_ / along;
    const auto [product, total, mass, unused] = advance(length);
    turn(product / product_);
    product_ = product;
    return total / mass;
  }

  [[nodiscard]] Values values() const {
    Values x(order_.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      x[order_[i]] = scale_[i] * solution_[i];
      sum += x[order_[i]];
    }
    for (double& value : x) value /= sum;
    return x;
  }

 private:
  // image = (diag(s) - d A) direction; direction * image.
  double multiply() {
    return blocks_.sums(run_, [this](std::size_t first, std::size_t last) {
      double along = 0.0;
      for (std::size_t i = first; i < last; ++i) {
        image_[i] = scale_[i] * direction_[i] - damping_ * rows_.sum(i, direction_.data());
        along += direction_[i] * image_[i];
      }
      return Sums{along};
    })[0];
  }

  // Moves along the direction: the residual's product with itself, its total, and the total found.
  Sums advance(double length) {
    return blocks_.sums(run_, [this, length](std::size_t first, std::size_t last) {
      Sums sums{};
      for (std::size_t i = first; i < last; ++i) {
        solution_[i] += length * direction_[i];
        residual_[i] -= length * image_[i];
        sums[0] += residual_[i] * residual_[i] * inverse_[i];
        sums[1] += std::abs(residual_[i]);
        sums[2] += scale_[i] * solution_[i];
      }
      return sums;
    });
  }

  void turn(double share) {
    blocks_.each(run_, [this, share](std::size_t, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        direction_[i] = residual_[i] * inverse_[i] + share * direction_[i];
      }
    });
  }

  double damping_;
  const Run& run_;
  std::vector<VertexId> order_;
  ReorderedRows rows_;
  RowBlocks blocks_;
  Values scale_;     // s, 1 where nothing leaves
  Values inverse_;   // 1 / s
  Values solution_;  // w
  Values residual_;  // in the units of x
  Values direction_;
  Values image_;
  double product_ = 0.0;  // residual * residual / s
};

}  // namespace

Arrivals walk_undirected(const Walk& walk, double tolerance, int max_iterations, const Run& run) {
  ConjugateGradients method(walk, run);
  Arrivals found;
  double left = 1.0;
  // A residual r in values that sum to 1 is a change by r - sum(r) t: at most twice its total.
  while (found.iterations < max_iterations && !(left < 0.5 * tolerance)) {
    left = method.step();
    ++found.iterations;
  }
  found.values = method.values();
  return found;
}

}  // namespace summitry
