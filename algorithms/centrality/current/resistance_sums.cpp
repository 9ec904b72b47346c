#include "algorithms/centrality/current/resistance_sums.hpp"

#include <limits>
#include <numeric>

#include "algorithms/block_sums.hpp"
#include "algorithms/centrality/circuits/potentials.hpp"
#include "algorithms/centrality/circuits/sample_size.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

// From the inverse C of the grounded Laplacian: c C(v,v) + trace C - 2 (column sum of v).
std::vector<double> by_factor(const Component& component, const Factor& factor, const Run& run) {
  const double size = component.size();
  std::vector<double> sums = factor.inverse({}, run).diagonal;
  const double trace = std::accumulate(sums.begin(), sums.end(), 0.0);
  std::vector<Lanes> columns(component.size());
  std::vector<Lanes> work(component.size());
  for (Lanes& row : columns) row.lane[0] = 1.0;
  factor.solve(columns, work);
  for (VertexId v = 0; v < component.size(); ++v) {
    sums[v] = size * sums[v] + trace - 2.0 * columns[v].lane[0];
  }
  return sums;
}

std::vector<double> from_diagonal(std::vector<double> diagonal) {
  const double trace = std::accumulate(diagonal.begin(), diagonal.end(), 0.0);
  for (double& value : diagonal) value = static_cast<double>(diagonal.size()) * value + trace;
  return diagonal;
}

// The diagonal of the pseudo-inverse, a column at a time.
Scores by_columns(const Component& component, const Potentials& potentials, const Run& run) {
  const std::size_t size = component.size();
  std::vector<double> diagonal(size);
  std::vector<GradientOutcome> outcomes(block_count(size, kLanes));
  std::vector<Potentials::Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(size, kLanes, run, "resistances", [&](const Block& block) {
    Lanes mean;
    mean.lane.fill(-1.0 / static_cast<double>(size));
    std::vector<Lanes> x(size, mean);
    for (std::size_t v = block.begin; v < block.end; ++v) x[v].lane[v - block.begin] += 1.0;
    outcomes[block.index] = potentials.solve(x, scratch[block.thread]);
    centre(x);
    for (std::size_t v = block.begin; v < block.end; ++v) {
      diagonal[v] = x[v].lane[v - block.begin];
    }
  });
  return {from_diagonal(std::move(diagonal)), worst(outcomes)};
}

// The currents B' W^(1/2) s for a random sign s a wire.
void add_random_signs(std::span<const Wire> wires, Random random, std::size_t lane,
                      std::span<Lanes> x) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < wires.size(); ++i) {
    if (i % 64 == 0) bits = random.next();
    const double root = std::sqrt(wires[i].conductance);
    const double current = (bits >> (i % 64) & 1U) != 0 ? root : -root;
    x[wires[i].from].lane[lane] += current;
    x[wires[i].to].lane[lane] -= current;
  }
}

// The diagonal of the pseudo-inverse, estimated: the mean of the squared potentials.
Scores by_projections(const Component& component, std::size_t projections, const Run& run) {
  const Potentials potentials(component, Precision::sampled, run);
  const std::vector<Wire> wires = component.wires();
  std::vector<GradientOutcome> outcomes(block_count(projections, kLanes));
  std::vector<Potentials::Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
  std::vector<double> diagonal =
      sum_over_blocks(projections, kLanes, component.size(), run, "resistances",
                      [&](const Block& block, std::span<double> squares) {
                        std::vector<Lanes> x(component.size());
                        for (std::size_t i = block.begin; i < block.end; ++i) {
                          add_random_signs(wires, Random(run.seed, i), i - block.begin, x);
                        }
                        outcomes[block.index] = potentials.solve(x, scratch[block.thread]);
                        centre(x);
                        for (std::size_t v = 0; v < x.size(); ++v) {
                          for (const double potential : x[v].lane)
                            squares[v] += potential * potential;
                        }
                      });
  for (double& value : diagonal) value /= static_cast<double>(projections);
  return {from_diagonal(std::move(diagonal)), worst(outcomes)};
}

Scores sums_of(const Component& component, double error, const Run& run) {
  if (error > 0.0) {
    const std::size_t projections = projections_of_lengths(component.size(), error / (1.0 + error));
    if (projections < component.size()) return by_projections(component, projections, run);
  }
  return resistance_sums(component, Potentials(component, Precision::exact, run), run);
}

std::vector<double> wires_by_factor(std::span<const Wire> wires, const Factor& factor,
                                    const Run& run) {
  const Factor::Inverse inverse = factor.inverse(wires, run);
  std::vector<double> values;
  values.reserve(wires.size());
  for (std::size_t i = 0; i < wires.size(); ++i) {
    const double own = inverse.diagonal[wires[i].from] + inverse.diagonal[wires[i].to];
    values.push_back(own - 2.0 * inverse.wires[i]);
  }
  return values;
}

}  // namespace

Scores resistance_sums(const Component& component, const Potentials& potentials, const Run& run) {
  if (potentials.factor() == nullptr) return by_columns(component, potentials, run);
  return {by_factor(component, *potentials.factor(), run), {}};
}

Scores wire_resistances(const Component& component, std::span<const Wire> wires,
                        const Potentials& potentials, const Run& run) {
  if (potentials.factor() != nullptr)
    return {wires_by_factor(wires, *potentials.factor(), run), {}};
  std::vector<double> values(wires.size());
  std::vector<GradientOutcome> outcomes(block_count(wires.size(), kLanes));
  std::vector<Potentials::Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(wires.size(), kLanes, run, "resistances", [&](const Block& block) {
    std::vector<Lanes> x(component.size());
    for (std::size_t i = block.begin; i < block.end; ++i) {
      x[wires[i].from].lane[i - block.begin] = 1.0;
      x[wires[i].to].lane[i - block.begin] = -1.0;
    }
    outcomes[block.index] = potentials.solve(x, scratch[block.thread]);
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const std::size_t l = i - block.begin;
      values[i] = x[wires[i].from].lane[l] - x[wires[i].to].lane[l];
    }
  });
  return {std::move(values), worst(outcomes)};
}

Scores resistance_sums(const Circuit& circuit, double error, const Run& run) {
  Scores scores{std::vector<double>(circuit.place.size(), std::numeric_limits<double>::quiet_NaN()),
                {}};
  for (const auto& members : circuit.parts) {
    run.check();
    const Scores sums = sums_of(Component(circuit, members), error, run);
    for (std::size_t i = 0; i < members.size(); ++i) scores.values[members[i]] = sums.values[i];
    include(scores.convergence, sums.convergence);
  }
  return scores;
}

}  // namespace summitry
