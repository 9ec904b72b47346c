// What the measures by current share: potentials by a factor and by conjugate gradients, the inverse
// where there are wires, random spanning trees.
#include "algorithms/centrality/circuits/resistance.hpp"

#include "algorithms/centrality/circuits/conjugate_gradient.hpp"
#include "algorithms/centrality/circuits/factor.hpp"
#include "algorithms/centrality/circuits/potentials.hpp"
#include "algorithms/centrality/circuits/sample_size.hpp"
#include "algorithms/centrality/current/resistance_sums.hpp"
#include "algorithms/centrality/current/spanning_trees.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

constexpr std::size_t kAny = 1'000'000;

// The pseudo-inverse of the Laplacian: (L + J/n)^-1 - J/n, a column at a time.
Matrix pseudo_inverse(const Component& component) {
  const std::size_t n = component.size();
  const double share = 1.0 / static_cast<double>(n);
  Matrix laplacian(n, Values(n, share));
  for (std::size_t v = 0; v < n; ++v) {
    laplacian[v][v] += component.totals[v];
    for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
      laplacian[v][component.ends[k]] -= component.conductances[k];
    }
  }
  Matrix inverse;
  for (std::size_t v = 0; v < n; ++v) {
    Values unit(n, 0.0);
    unit[v] = 1.0;
    Values column = solve(laplacian, unit);
    for (double& value : column) value -= share;
    inverse.push_back(column);
  }
  return inverse;
}

// The largest component of a random graph with weights.
Component random_component(VertexId n, std::size_t edges, std::uint64_t seed) {
  const Circuit circuit(
      random_graph({n, edges, Direction::undirected, WeightMeaning::strength}, seed));
  return {circuit, circuit.parts.front()};
}

// Currents that sum to 0, other ones in each lane.
std::vector<Lanes> random_currents(std::size_t n, std::uint64_t seed) {
  Random random(seed);
  std::vector<Lanes> x(n);
  for (Lanes& row : x) {
    for (double& value : row.lane) value = random.unit() - 0.5;
  }
  centre(x);
  return x;
}

Values lane_of(std::span<const Lanes> x, std::size_t lane) {
  Values values;
  for (const Lanes& row : x) values.push_back(row.lane[lane]);
  return values;
}

}  // namespace

TEST_CASE("resistance: components leave out isolates and edges of weight 0, by hand",
          "[algorithms][resistance]") {
  //  1 -2- 3 -1- 5,  0 alone,  2 -0- 4
  const Circuit circuit(weighted(6, Direction::directed, WeightMeaning::strength,
                                 {{1, 3}, {3, 1}, {5, 3}, {2, 4}, {3, 3}}, {1.5, 0.5, 1, 0, 7}));
  REQUIRE(circuit.parts.size() == 1);
  const Component component(circuit, circuit.parts[0]);
  CHECK(component.totals == Values{2, 3, 1});
  CHECK(component.hub() == 1);
  const auto wires = component.wires();
  REQUIRE(wires.size() == 2);
  CHECK(wires[0].conductance == 2.0);
  CHECK(wires[1].to == 2);
}

TEST_CASE("resistance: a factor and conjugate gradients give the pseudo-inverse times the currents",
          "[algorithms][resistance]") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Component component = random_component(14, 14 + seed, seed);
    const Matrix inverse = pseudo_inverse(component);
    const auto currents = random_currents(component.size(), seed);
    auto factored = currents;
    Potentials::Scratch scratch;
    const Potentials potentials(component, Precision::exact, kAny, {});
    REQUIRE(potentials.factor() != nullptr);
    CHECK(potentials.solve(factored, scratch).iterations == 0);
    centre(factored);
    auto iterated = currents;
    const Potentials without(component, Precision::exact, 0, {});
    if (component.size() > 3 && component.wires().size() > component.degree(component.hub())) {
      CHECK(without.factor() == nullptr);
    }
    CHECK(without.solve(iterated, scratch).reached);
    centre(iterated);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const Values expected = product(inverse, lane_of(currents, lane));
      CHECK(difference(lane_of(factored, lane), expected, 1e-10) == "");
      CHECK(difference(lane_of(iterated, lane), expected, 1e-10) == "");
    }
  }
}

TEST_CASE("resistance: the inverse where there are wires is that of the grounded Laplacian",
          "[algorithms][resistance]") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Component component = random_component(16, 16 + 3 * seed, seed);
    const Matrix pseudo = pseudo_inverse(component);
    const auto wires = component.wires();
    const auto inverse = Factor::of(component, kAny, {})->inverse(wires, {});
    const VertexId hub = component.hub();
    const auto grounded = [&](VertexId u, VertexId v) {
      return pseudo[u][v] - pseudo[u][hub] - pseudo[hub][v] + pseudo[hub][hub];
    };
    Values diagonal;
    Values along;
    for (VertexId v = 0; v < component.size(); ++v) diagonal.push_back(grounded(v, v));
    for (const Wire& wire : wires) along.push_back(grounded(wire.from, wire.to));
    CHECK(difference(inverse.diagonal, diagonal, 1e-10) == "");
    CHECK(difference(inverse.wires, along, 1e-10) == "");
  }
}

TEST_CASE("resistance: sums and resistances are the same with a factor and without",
          "[algorithms][resistance]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Component component = random_component(25, 30 + 3 * seed, seed);
    const Matrix inverse = pseudo_inverse(component);
    const auto wires = component.wires();
    Values sums(component.size(), 0.0);
    Values along;
    for (VertexId u = 0; u < component.size(); ++u) {
      for (VertexId v = 0; v < component.size(); ++v) {
        sums[v] += inverse[u][u] + inverse[v][v] - 2.0 * inverse[u][v];
      }
    }
    for (const auto& [u, v, conductance] : wires) {
      along.push_back(inverse[u][u] + inverse[v][v] - 2.0 * inverse[u][v]);
    }
    for (const std::size_t most : {kAny, std::size_t{0}}) {
      const Potentials potentials(component, Precision::exact, most, {});
      INFO(most << " entries at most");
      CHECK(difference(resistance_sums(component, potentials, {}).values, sums, 1e-10) == "");
      const Scores resistances = wire_resistances(component, wires, potentials, {});
      CHECK(difference(resistances.values, along, 1e-10) == "");
      CHECK(resistances.convergence.has_value() == (potentials.factor() == nullptr));
    }
  }
}

TEST_CASE("resistance: no factor is made with more entries than allowed",
          "[algorithms][resistance]") {
  const Circuit circuit(complete(12));
  const Component component(circuit, circuit.parts[0]);
  // One is grounded; the other 11 fill a triangle.
  CHECK(Factor::of(component, 55, {}).has_value());
  CHECK_FALSE(Factor::of(component, 54, {}).has_value());
}

TEST_CASE("resistance: conjugate gradients say when they were stopped early",
          "[algorithms][resistance]") {
  const Circuit circuit(path(40));
  const Component component(circuit, circuit.parts[0]);
  GradientScratch scratch;
  auto x = random_currents(40, 1);
  const auto stopped = conjugate_gradient(component, x, scratch, {1e-12, 3});
  CHECK_FALSE(stopped.reached);
  CHECK(stopped.iterations == 3);
  CHECK(stopped.residual > 1e-12);
  std::vector<Lanes> nothing(40);
  CHECK(conjugate_gradient(component, nothing, scratch).iterations == 0);
}

TEST_CASE("resistance: random spanning trees hold wires as often as they should",
          "[algorithms][resistance]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const Component component = random_component(9, 18, seed);
    const Matrix inverse = pseudo_inverse(component);
    const auto wires = component.wires();
    const auto shares =
        tree_shares(component, wires, samples_of_means(double(wires.size()), 0.02), {});
    double sum = 0.0;
    for (std::size_t i = 0; i < wires.size(); ++i) {
      const auto& [u, v, conductance] = wires[i];
      const double chance = conductance * (inverse[u][u] + inverse[v][v] - 2.0 * inverse[u][v]);
      CHECK(std::abs(shares[i] - chance) < 0.02);
      sum += shares[i];
    }
    CHECK(sum == Approx(component.size() - 1.0));
  }
}

TEST_CASE("resistance: sample sizes shrink with the error as they should",
          "[algorithms][resistance]") {
  CHECK(samples_of_means(50, 0.1) == 461);        // ln(10^4) / 0.02 = 460.5
  CHECK(projections_of_lengths(50, 0.5) == 222);  // 2 ln(10^4) / (1/8 - 1/24) = 221.05
}

}  // namespace summitry::testing
