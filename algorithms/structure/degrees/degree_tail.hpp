// The tail of a distribution of whole numbers: whether, from where and how steeply it falls as a power.
//
//   p(x) = x^-a / zeta(a, x0)      for x >= x0
//
//   a   exponent, by exact maximum likelihood     x0  the start of the tail, by the smallest distance
//   zeta(a, x0) = sum over k >= 0 of (x0 + k)^-a  D   the largest distance between the two cumulative
//                                                     distributions (Kolmogorov & Smirnov), at any x
//
// Reads      whole numbers; those below 1 are left out (a power law has none)
// Gives      nothing where no start leaves 10 values of at least two sizes. p: the share of samples
//            drawn from the fitted law that lie as far from their own fit; below 0.1 the law is ruled
//            out. A large p with few values rules nothing out
// Cost       O(s^2) a fit for s different values; p: a fit a sample
// Method     Clauset, Shalizi & Newman 2009, doi:10.1137/070710111: discrete, semi-parametric
//            bootstrap with x0 fitted anew in each sample. zeta by Euler & Maclaurin. As powerlaw and
//            poweRlaw, which measure D at the values that occur alone
// See also   tail_rivals.hpp: other laws for the same tail
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/structure/degrees/tail_rivals.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct TailOptions {
  int samples = 0;          // >= 0; for p, 0: none. 2500 give p to 0.01
  std::uint64_t start = 0;  // x0; 0: the one with the smallest distance
};

struct TailFit {
  std::uint64_t start = 0;        // x0
  std::size_t values = 0;         // in the tail
  double exponent = 0.0;          // a
  double exponent_sd = 0.0;       // of the likelihood, for large samples
  double distance = 0.0;          // D
  std::optional<double> p;        // missing without samples
  std::vector<TailRival> rivals;  // over the same tail
};

// Random choices depend on run.seed alone. Throws InvalidOption.
[[nodiscard]] std::optional<TailFit> fit_tail(std::span<const std::uint64_t> values,
                                              const TailOptions& options = {}, const Run& run = {});

// sum over k >= 0 of (q + k)^-s, for s > 1 and q > 0 (Hurwitz).
[[nodiscard]] double zeta_from(double s, double q);

// Of the degrees, as in degree.hpp; those of 0 are left out.
[[nodiscard]] std::optional<TailFit> degree_tail(const Graph& graph,
                                                 const TailOptions& options = {},
                                                 const Run& run = {});

}  // namespace summitry
