#include "algorithms/inference/poisson_binomial.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/options.hpp"

namespace summitry {

PoissonBinomial poisson_binomial(std::span<const double> chances, std::size_t x) {
  PoissonBinomial law;
  double variance = 0.0;
  for (const double p : chances) {
    if (!(p >= 0.0 && p <= 1.0)) {
      refuse_option("poisson_binomial", "chances", "in [0, 1]", option_text(p));
    }
    law.mean += p;
    variance += p * (1.0 - p);
    if (p > 0.0) law.smallest_tail *= p;
  }
  law.sd = std::sqrt(variance);
  if (x == 0) return law;
  law.upper_tail = 0.0;
  if (x > chances.size()) return law;
  // below[k] = P(X = k) of the events so far, for k < x; upper_tail holds the rest.
  std::vector<double> below(x, 0.0);
  below[0] = 1.0;
  std::size_t reached = 1;  // cells that can differ from 0
  for (const double p : chances) {
    if (reached == x) law.upper_tail += p * below[x - 1];
    reached = std::min(x, reached + 1);
    for (std::size_t k = reached - 1; k > 0; --k) {
      below[k] = below[k] * (1.0 - p) + below[k - 1] * p;
    }
    below[0] *= 1.0 - p;
  }
  law.upper_tail = std::min(1.0, law.upper_tail);
  return law;
}

}  // namespace summitry
