#include "algorithms/centrality/circuits/conjugate_gradient.hpp"

#include <algorithm>
#include <cmath>

#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

// image = Laplacian * direction; gives direction' image by lane.
SUMMITRY_CPU_VERSIONS
Lanes multiply(const Component& component, std::span<const Lanes> direction,
               std::span<Lanes> image) {
  Lanes product;
  for (std::size_t v = 0; v < direction.size(); ++v) {
    Lanes row;
    for (std::size_t l = 0; l < kLanes; ++l) {
      row.lane[l] = component.totals[v] * direction[v].lane[l];
    }
    for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
      const double conductance = component.conductances[k];
      const Lanes& end = direction[component.ends[k]];
      for (std::size_t l = 0; l < kLanes; ++l) row.lane[l] -= conductance * end.lane[l];
    }
    for (std::size_t l = 0; l < kLanes; ++l) product.lane[l] += direction[v].lane[l] * row.lane[l];
    image[v] = row;
  }
  return product;
}

struct Norms {
  Lanes plain;   // r'r
  Lanes scaled;  // r' D^-1 r
};

// x += step * direction, residual -= step * image.
SUMMITRY_CPU_VERSIONS
Norms advance(const Component& component, const Lanes& step, std::span<Lanes> x,
              GradientScratch& scratch) {
  Norms norms;
  for (std::size_t v = 0; v < x.size(); ++v) {
    const double inverse = 1.0 / component.totals[v];
    Lanes& residual = scratch.residual[v];
    for (std::size_t l = 0; l < kLanes; ++l) {
      x[v].lane[l] += step.lane[l] * scratch.direction[v].lane[l];
      residual.lane[l] -= step.lane[l] * scratch.image[v].lane[l];
      const double square = residual.lane[l] * residual.lane[l];
      norms.plain.lane[l] += square;
      norms.scaled.lane[l] += square * inverse;
    }
  }
  return norms;
}

// direction = D^-1 residual + keep * direction
SUMMITRY_CPU_VERSIONS
void turn(const Component& component, const Lanes& keep, GradientScratch& scratch) {
  for (std::size_t v = 0; v < component.totals.size(); ++v) {
    const double inverse = 1.0 / component.totals[v];
    for (std::size_t l = 0; l < kLanes; ++l) {
      scratch.direction[v].lane[l] =
          scratch.residual[v].lane[l] * inverse + keep.lane[l] * scratch.direction[v].lane[l];
    }
  }
}

// Lane by lane, 0 where there is nothing to divide: such a lane stands still.
Lanes divided(const Lanes& above, const Lanes& below) {
  Lanes result;
  for (std::size_t l = 0; l < kLanes; ++l) {
    if (below.lane[l] > 0.0) result.lane[l] = above.lane[l] / below.lane[l];
  }
  return result;
}

double largest_residual(const Lanes& now, const Lanes& first) {
  const Lanes share = divided(now, first);
  return std::sqrt(*std::max_element(share.lane.begin(), share.lane.end()));
}

// How far to go along the direction: a lane that is there already stays, since what is left of its
// residual is rounding.
Lanes steps(const Norms& norms, const Lanes& product, const Lanes& first, double tolerance) {
  Lanes step = divided(norms.scaled, product);
  for (std::size_t l = 0; l < kLanes; ++l) {
    if (norms.plain.lane[l] <= tolerance * tolerance * first.lane[l]) step.lane[l] = 0.0;
  }
  return step;
}

}  // namespace

GradientOutcome conjugate_gradient(const Component& component, std::span<Lanes> x,
                                   GradientScratch& scratch, const GradientLimits& limits) {
  scratch.residual.assign(x.begin(), x.end());
  scratch.direction.assign(x.size(), Lanes{});
  scratch.image.assign(x.size(), Lanes{});
  std::fill(x.begin(), x.end(), Lanes{});
  Norms norms = advance(component, Lanes{}, x, scratch);
  const Lanes first = norms.plain;
  Lanes before;
  GradientOutcome outcome{0, largest_residual(norms.plain, first), true};
  while (outcome.residual > limits.tolerance) {
    if (outcome.iterations == limits.max_iterations) {
      outcome.reached = false;
      break;
    }
    turn(component, divided(norms.scaled, before), scratch);
    before = norms.scaled;
    const Lanes product = multiply(component, scratch.direction, scratch.image);
    norms = advance(component, steps(norms, product, first, limits.tolerance), x, scratch);
    ++outcome.iterations;
    outcome.residual = largest_residual(norms.plain, first);
  }
  centre(x);
  return outcome;
}

}  // namespace summitry
