#include "algorithms/centrality/circuits/potentials.hpp"

#include <algorithm>

namespace summitry {
namespace {

// Of the iterations that a solution takes, at least; each visits all arcs.
constexpr std::size_t kFewIterations = 16;

std::size_t most_entries(const Component& component, Precision precision) {
  if (precision == Precision::exact) return kMostFactorEntries;
  return std::min(kMostFactorEntries, kFewIterations * (component.ends.size() + component.size()));
}

}  // namespace

Potentials::Potentials(const Component& component, Precision precision, std::size_t most,
                       const Run& run)
    : component_(component),
      limits_{precision == Precision::exact ? 1e-13 : 1e-8, 10000},
      factor_(Factor::of(component, most, run)) {}

Potentials::Potentials(const Component& component, Precision precision, const Run& run)
    : Potentials(component, precision, most_entries(component, precision), run) {}

GradientOutcome Potentials::solve(std::span<Lanes> x, Scratch& scratch) const {
  if (!factor_) return conjugate_gradient(component_, x, scratch.gradient, limits_);
  scratch.work.resize(x.size());
  factor_->solve(x, scratch.work);
  return {};
}

std::optional<Convergence> worst(std::span<const GradientOutcome> outcomes) {
  Convergence all{0, 0.0, true};
  for (const GradientOutcome& one : outcomes) {
    all.iterations = std::max(all.iterations, one.iterations);
    all.change = std::max(all.change, one.residual);
    all.reached = all.reached && one.reached;
  }
  if (all.iterations == 0) return std::nullopt;
  return all;
}

void include(std::optional<Convergence>& all, const std::optional<Convergence>& one) {
  if (!one) return;
  if (!all) {
    all = one;
    return;
  }
  all->iterations = std::max(all->iterations, one->iterations);
  all->change = std::max(all->change, one->change);
  all->reached = all->reached && one->reached;
}

}  // namespace summitry
