#include "algorithms/inference/chi_square.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/options.hpp"

namespace summitry {

double chi_square_tail(double x, std::size_t df) {
  if (df < 1) refuse_option("chi_square_tail", "df", ">= 1", option_text(df));
  if (!(x > 0.0)) return 1.0;
  const double half = x / 2.0;
  const bool odd = df % 2 == 1;
  // The first term of the sum, then each from the one before.
  double term = odd ? 2.0 * std::sqrt(half / std::acos(-1.0)) : 1.0;
  double sum = 0.0;
  for (std::size_t i = 0; i < df / 2; ++i) {
    sum += term;
    term *= half / (static_cast<double>(i) + (odd ? 1.5 : 1.0));
  }
  const double tail = std::exp(-half) * sum + (odd ? std::erfc(std::sqrt(half)) : 0.0);
  return std::min(1.0, tail);
}

}  // namespace summitry
