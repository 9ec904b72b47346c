#include "algorithms/centrality/walks/bonacich_power.hpp"

#include <Eigen/SparseLU>
#include <cmath>

#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/centrality/walks/discounted.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/sweep.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

constexpr std::string_view kName = "bonacich-power";

void check(const BonacichPowerOptions& options) {
  if (options.beta && !std::isfinite(*options.beta)) {
    refuse_option(kName, "beta", "finite", option_text(*options.beta));
  }
  if (!(options.tolerance > 0.0)) {
    refuse_option(kName, "tolerance", "> 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option(kName, "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

[[noreturn]] void refuse_beta(double beta) {
  refuse_option(kName, "beta", "other than 1 / an eigenvalue", option_text(beta));
}

// Where the sum over walks has no limit the equations still have a solution.
Scores by_elimination(const Graph& graph, double beta, const std::vector<double>& right) {
  using Columns = Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t>;
  const auto n = static_cast<Eigen::Index>(right.size());
  Columns identity(n, n);
  identity.setIdentity();
  std::vector<Eigen::Triplet<double, std::int32_t>> entries;  // parallel edges add up
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (std::size_t k = 0; k < graph.out(v).size(); ++k) {
      entries.emplace_back(static_cast<std::int32_t>(v), static_cast<std::int32_t>(graph.out(v)[k]),
                           graph.weighted() ? -beta * graph.out_weights(v)[k] : -beta);
    }
  }
  Columns matrix(n, n);
  matrix.setFromTriplets(entries.begin(), entries.end());
  matrix += identity;
  Eigen::SparseLU<Columns> factors(matrix);
  if (factors.info() != Eigen::Success) refuse_beta(beta);
  const Eigen::Map<const Eigen::VectorXd> side(right.data(), n);
  const Eigen::VectorXd x = factors.solve(side);
  const double residual = (matrix * x - side).norm();
  if (!x.allFinite() || residual > 1e-6 * side.norm() || x.norm() > 1e13 * side.norm()) {
    refuse_beta(beta);
  }
  return {std::vector<double>(x.begin(), x.end()), Convergence{1, residual, true}};
}

void bring_to_scale(std::vector<double>& values, Scale scale) {
  double squares = 0.0;
  double sum = 0.0;
  for (const double value : values) {
    squares += value * value;
    sum += value;
  }
  const double whole =
      scale == Scale::normalized ? sum : std::sqrt(squares / static_cast<double>(values.size()));
  if (whole == 0.0) return;
  for (double& value : values) value /= whole;
}

}  // namespace

Scores bonacich_power(const Graph& graph, const BonacichPowerOptions& options, const Run& run) {
  check(options);
  require_strengths(kName, graph);
  if (graph.vertex_count() == 0) return {{}, Convergence{0, 0.0, true}};
  const std::vector<double> ones(graph.vertex_count(), 1.0);
  std::vector<double> leaving(ones.size());
  sum_along(graph, Along::out, ones, leaving, run);
  const LeadingVector found = leading_vector(graph, {}, run);
  const double beta = options.beta.value_or(found.value > 0.0 ? 0.9 / found.value : 0.9);
  Scores scores = std::abs(beta) * found.value < 1.0
                      ? discounted_walks(graph, Along::out, leaving,
                                         {beta, options.tolerance, options.max_iterations}, run)
                      : by_elimination(graph, beta, leaving);
  bring_to_scale(scores.values, options.scale);
  scores.convergence->reached &= found.convergence.reached;
  return scores;
}

template <class Visit>
void describe(BonacichPowerOptions& o, Visit&& visit) {
  visit("beta", o.beta,
        "weight of the others' power, below 0 where weak partners make strong; auto: 0.9 / largest "
        "eigenvalue");
  visit("normalized", o.scale, "yes: values add up to 1; no: their squares add up to n");
  visit("tolerance", o.tolerance, "stop below this relative change, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const Measure bonacich_power;
const Measure bonacich_power = entry_of<BonacichPowerOptions>(
    {.name = kName,
     .title = "being joined to the strong, or to those who depend on one",
     .family = "spectral",
     .definition =
         "Each tie to another is worth one plus beta times the other's power; beta below 0 "
         "makes those strong whose partners have few others. Squares add up to the number "
         "of vertices.",
     .cost = "O(iterations * m)",
     .reference = "Bonacich 1987, doi:10.1086/228631",
     .weights = WeightUse::strength,
     .work = {steps::discounted, 1.0}},
    summitry::bonacich_power);

}  // namespace entry
}  // namespace summitry
