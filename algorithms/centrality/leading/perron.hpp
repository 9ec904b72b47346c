// One strong component's share of the directed eigenvector: the largest eigenvalue of a non-negative
// matrix with its positive vector, and what a weaker component makes of what flows into it.
//
//   A x = rho x,  x > 0          the component by itself
//   (rho - A) x = b,  b >= 0     a component whose own eigenvalue is smaller
//
//   A(v, u)  weight of the arcs from u to v, as Blocks hold it: Along::in
//
// Cost       O(arcs) an iteration, a few hundred of them; where those do not do, a sparse factor a
//            step (4 to 10 steps), if it has at most two million entries
// Method     power iteration with a shift until the bounds of Collatz & Wielandt, min and max of
//            (A x)(v) / x(v), meet; long thin components, which it would take for ever, by inverse
//            iteration from the upper bound, which falls to rho quadratically (Noda 1971, Numerische
//            Mathematik 17: 382-386). Equations: Neumann's series, else the factor
// See also   leading.hpp, blocks.hpp
#pragma once

#include <vector>

#include "algorithms/centrality/rows/blocks.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

struct PerronOptions {
  double tolerance = 1e-14;    // > 0; of the width of the bounds, or of the residual, relative
  int max_iterations = 10000;  // >= 1
  double at_least = 0.0;       // an eigenvalue below it is of no interest, and need not be exact
};

struct Perron {
  double value = 0.0;
  std::vector<double> vector;  // the largest entry is 1; positive, but for what underflows
  Convergence convergence{0, 0.0, true};
  double least = 0.0;  // the eigenvalue is not below it,
  double most = 0.0;   // nor above it
};

// The part must be strongly connected.
[[nodiscard]] Perron perron(const Blocks& blocks, std::uint32_t part, const PerronOptions& options,
                            const Run& run);

// x of (rho - A) x = b, where rho is above the part's own eigenvalue; `change` is what rho x misses of
// A x + b, as a share of it.
struct Inflow {
  std::vector<double> values;
  Convergence convergence{0, 0.0, true};
};
[[nodiscard]] Inflow absorb(const Blocks& blocks, std::uint32_t part, double rho,
                            const std::vector<double>& b, const PerronOptions& options,
                            const Run& run);

}  // namespace summitry
