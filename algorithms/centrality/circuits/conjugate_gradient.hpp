// Potentials by conjugate gradients, eight right-hand sides in one sweep over the edges: for
// components too large to be factored.
//
// Cost       O(iterations * (n + m)) time, O(n) extra memory
// Method     Hestenes & Stiefel 1952, doi:10.6028/jres.049.044, preconditioned by the diagonal. The
//            Laplacian is singular, but currents that sum to 0 stay where it is not.
// See also   resistance.hpp, factor.hpp
#pragma once

#include <span>
#include <vector>

#include "algorithms/centrality/circuits/resistance.hpp"

namespace summitry {

struct GradientLimits {
  double tolerance = 1e-10;  // largest residual of a lane, of its right-hand side's Euclidean norm
  int max_iterations = 10000;
};

struct GradientScratch {
  std::vector<Lanes> residual, direction, image;
};

struct GradientOutcome {
  int iterations = 0;
  double residual = 0.0;  // the largest of the lanes
  bool reached = true;
};

// Currents, each lane summing to 0, to potentials, each lane summing to 0, in place.
GradientOutcome conjugate_gradient(const Component& component, std::span<Lanes> x,
                                   GradientScratch& scratch, const GradientLimits& limits = {});

}  // namespace summitry
