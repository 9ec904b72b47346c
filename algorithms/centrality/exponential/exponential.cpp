#include "algorithms/centrality/exponential/exponential.hpp"

#include <cmath>

#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/centrality/rows/reordered_rows.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;
using Sums = RowBlocks::Sums;

// x = exp(beta A) x; the number of multiplications.
int multiply_by_series(const ReorderedRows& rows, const RowBlocks& blocks, double beta, Values& x,
                       const Run& run) {
  constexpr double kNothing = 1e-17;
  Values term = x;
  Values next(x.size());
  int count = 0;
  for (int quiet = 0; quiet < 2;) {
    const double factor = beta / ++count;
    const double changed = blocks.sums(run, [&](std::size_t first, std::size_t last) {
      double matters = 0.0;
      for (std::size_t i = first; i < last; ++i) {
        next[i] = factor * rows.sum(i, term.data());
        x[i] += next[i];
        if (next[i] > kNothing * x[i]) matters += 1.0;
      }
      return Sums{matters};
    })[0];
    term.swap(next);
    quiet = changed > 0.0 ? 0 : quiet + 1;
  }
  return count;
}

}  // namespace

double spectral_radius(const Graph& graph, const Run& run) {
  if (graph.vertex_count() == 0) return 0.0;
  return leading_vector(graph, {}, run).value;
}

Exponential exponential_times(const Graph& graph, double beta, double radius, double shift,
                              std::vector<double> x, const Run& run) {
  constexpr double kStage = 200.0;
  const auto order = by_row_length(arcs(graph, Along::out));
  const ReorderedRows rows(arcs(graph, Along::out), order, places_in(order), run);
  const RowBlocks blocks(rows.arcs(), 0, rows.size());
  const double stages = std::max(1.0, std::ceil(beta * radius / kStage));
  Exponential found;
  Values inside(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) inside[i] = x[order[i]];
  for (double stage = 0.0; stage < stages; stage += 1.0) {
    for (double& value : inside) value *= std::exp(-shift / stages);
    found.iterations += multiply_by_series(rows, blocks, beta / stages, inside, run);
  }
  for (std::size_t i = 0; i < x.size(); ++i) x[order[i]] = inside[i];
  found.values = std::move(x);
  return found;
}

void require_beta(std::string_view function, double beta) {
  if (beta >= 0.0 && std::isfinite(beta)) return;
  refuse_option(function, "beta", ">= 0", option_text(beta));
}

double exponent_taken_out(std::string_view function, double beta, Scale scale, double radius) {
  constexpr double kMost = 700.0;  // exp() of little more is no double
  const double exponent = beta * radius;
  if (scale == Scale::normalized) return exponent;
  if (exponent > kMost) {
    refuse_option(function, "normalized", "yes where beta * the largest eigenvalue is above 700",
                  "no");
  }
  return 0.0;
}

}  // namespace summitry
