#include "algorithms/communities/searches/spectral.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/quality/modularity_matrix.hpp"
#include "algorithms/communities/rows/joined_rows.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

std::string option_text(FineTuning value) {
  return value == FineTuning::none ? "none" : "kernighan-lin";
}

bool read_option(std::string_view text, FineTuning& value) {
  if (text != "none" && text != "kernighan-lin") return false;
  value = text == "none" ? FineTuning::none : FineTuning::kernighan_lin;
  return true;
}

namespace {

using communities::ModularityMatrix;
using Sides = std::vector<double>;  // 1 or -1 a vertex
using Vertices = std::vector<VertexId>;

void check(const SpectralOptions& options) {
  communities::check_resolution("spectral", options.resolution);
  if (!std::isfinite(options.tolerance) || options.tolerance <= 0.0) {
    refuse_option("spectral", "tolerance", "a finite number > 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option("spectral", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

// Four times what the bisection gains, in weight.
double gain_of(const ModularityMatrix& matrix, const Sides& sides) {
  std::vector<double> product(sides.size());
  matrix.multiply(sides, product);
  return std::inner_product(sides.begin(), sides.end(), product.begin(), 0.0);
}

// A round of moves, each vertex once and always the one that gains most or loses least; the sides as
// they were best on the way. True when that is better than before.
bool tune_once(const ModularityMatrix& matrix, Sides& sides, const Run& run) {
  const std::size_t n = matrix.size();
  std::vector<double> pull(n);  // of the others to a vertex's own side
  matrix.multiply(sides, pull);
  for (std::size_t v = 0; v < n; ++v) pull[v] = sides[v] * pull[v] - matrix.diagonal(v);
  std::vector<bool> moved(n, false);
  Sides now = sides;
  double gained = 0.0;
  double most = 1e-9 * matrix.largest_row();
  bool better = false;
  for (std::size_t step = 0; step < n; ++step) {
    run.check();
    std::size_t best = n;
    for (std::size_t v = 0; v < n; ++v) {
      if (!moved[v] && (best == n || pull[v] < pull[best])) best = v;
    }
    moved[best] = true;
    gained -= pull[best];
    now[best] = -now[best];
    // The pull between two vertices turns round when one of them moves.
    for (std::size_t v = 0; v < n; ++v) {
      if (v != best) pull[v] -= 2.0 * now[v] * now[best] * matrix.expected(best, v);
    }
    for (std::size_t k = 0; k < matrix.neighbours(best).size(); ++k) {
      const VertexId v = matrix.neighbours(best)[k];
      pull[v] += 2.0 * now[v] * now[best] * matrix.joining(best)[k];
    }
    pull[best] = -pull[best];
    if (gained <= most) continue;
    most = gained;
    sides = now;
    better = true;
  }
  return better;
}

class Bisection {
 public:
  Bisection(const Graph& graph, const SpectralOptions& options, const Run& run)
      : options_(options),
        run_(run),
        rows_(communities::joined_rows(graph, "spectral")),
        place_(graph.vertex_count(), ModularityMatrix::kOutside) {
    state_.reached = true;
  }

  // The two parts of the group; the second is empty when no bisection gains.
  std::pair<Vertices, Vertices> bisect(Vertices group) {
    if (group.size() < 2) return {std::move(group), Vertices{}};
    const ModularityMatrix matrix(rows_, group, options_.resolution, place_);
    const auto leading =
        communities::leading_pair(matrix, options_.tolerance, options_.max_iterations);
    state_.iterations += leading.multiplications;
    state_.change = std::max(state_.change, leading.change);
    state_.reached = state_.reached && leading.change <= options_.tolerance;
    Sides sides;
    for (const double value : leading.vector) sides.push_back(value > 1e-9 ? 1.0 : -1.0);
    while (options_.fine_tuning == FineTuning::kernighan_lin && tune_once(matrix, sides, run_)) {
      continue;
    }
    if (gain_of(matrix, sides) <= 1e-9 * matrix.largest_row())
      return {std::move(group), Vertices{}};
    Vertices first;
    Vertices second;
    for (std::size_t i = 0; i < group.size(); ++i) {
      (sides[i] > 0.0 ? first : second).push_back(group[i]);
    }
    if (first.empty() || second.empty()) return {std::move(group), Vertices{}};
    return {std::move(first), std::move(second)};
  }

  [[nodiscard]] const Convergence& state() const { return state_; }

 private:
  const SpectralOptions& options_;
  const Run& run_;
  communities::JoinedRows rows_;
  std::vector<VertexId> place_;
  Convergence state_;
};

}  // namespace

Partition spectral(const Graph& graph, const SpectralOptions& options, const Run& run) {
  check(options);
  Bisection bisection(graph, options, run);
  // An edge of no weight joins nobody.
  const auto positive = without_zero_weights(graph);
  auto open = members(components(positive ? *positive : graph, Connection::weak, run));
  std::vector<std::uint32_t> labels(graph.vertex_count(), 0);
  std::uint32_t count = 0;
  while (!open.empty()) {
    run.check();
    auto group = std::move(open.back());
    open.pop_back();
    auto [first, second] = bisection.bisect(std::move(group));
    if (second.empty()) {
      for (const VertexId v : first) labels[v] = count;
      ++count;
      continue;
    }
    open.push_back(std::move(first));
    open.push_back(std::move(second));
  }
  Partition partition = canonical(labels);
  partition.quality =
      communities::quality_of(Quality::modularity, graph, partition.community, options.resolution);
  partition.convergence = bisection.state();
  return partition;
}

template <class Visit>
void describe(SpectralOptions& o, Visit&& visit) {
  visit("resolution", o.resolution, "higher gives more and smaller communities, >= 0");
  visit("fine-tuning", o.fine_tuning, "after each bisection: none or kernighan-lin");
  visit("tolerance", o.tolerance, "of an eigenvector's residual, > 0");
  visit("max-iterations", o.max_iterations, "multiplications for one eigenvector, >= 1");
}

namespace entry {

extern const CommunityMethod spectral;
const CommunityMethod spectral = entry_of<SpectralOptions>(
    {.name = "spectral",
     .title = "spectral bisection",
     .definition = "Bisects groups by the signs of the leading eigenvector of their modularity "
                   "matrix, as long as that raises the modularity. Directed graphs by Leicht and "
                   "Newman's modularity.",
     .cost = "O(multiplications * (n + m))",
     .reference = "Newman 2006, doi:10.1103/PhysRevE.74.036104",
     .random = false},
    summitry::spectral);

}  // namespace entry
}  // namespace summitry
