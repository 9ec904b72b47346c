// Current along each wire, over all pairs.
#include "algorithms/centrality/current/wire_flows.hpp"

#include <algorithm>
#include <cmath>

#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

double slow_pairs(const Values& values) {
  double total = 0.0;
  for (std::size_t s = 0; s < values.size(); ++s) {
    for (std::size_t t = 0; t < s; ++t) total += std::abs(values[s] - values[t]);
  }
  return total;
}

// A system a pair: the potentials for a unit from s to t by elimination, t grounded.
Values slow_flows(const Component& component) {
  const auto wires = component.wires();
  const VertexId n = component.size();
  Values flows(wires.size(), 0.0);
  for (VertexId t = 0; t < n; ++t) {
    Matrix laplacian(n, Values(n, 0.0));
    for (const Wire& wire : wires) {
      laplacian[wire.from][wire.to] = laplacian[wire.to][wire.from] = -wire.conductance;
      laplacian[wire.from][wire.from] += wire.conductance;
      laplacian[wire.to][wire.to] += wire.conductance;
    }
    laplacian[t].assign(n, 0.0);
    laplacian[t][t] = 1.0;
    for (VertexId s = 0; s < t; ++s) {
      Values sent(n, 0.0);
      sent[s] = 1.0;
      const Values x = solve(laplacian, sent);
      for (std::size_t i = 0; i < wires.size(); ++i) {
        flows[i] += wires[i].conductance * std::abs(x[wires[i].from] - x[wires[i].to]);
      }
    }
  }
  return flows;
}

Graph connected(VertexId n, std::size_t more, WeightMeaning meaning, std::uint64_t seed) {
  const Graph drawn = random_graph({n, more, Direction::undirected, meaning}, seed);
  std::vector<Edge> edges = drawn.edges();
  Values weights = drawn.edge_weights();
  for (VertexId v = 1; v < n; ++v) {
    edges.push_back({v - 1, v});
    if (meaning != WeightMeaning::none) weights.push_back(0.5);
  }
  return weighted(n, Direction::undirected, meaning, edges, weights);
}

Scores flows_of(const Component& component, std::size_t held, Precision precision,
                std::size_t most_entries, int threads = 1) {
  Run run;
  run.threads = threads;
  const Potentials potentials(component, precision, most_entries, run);
  return wire_flows(component, potentials, held, run);
}

}  // namespace

TEST_CASE("wire flows: sums over pairs of all kinds of values", "[algorithms][wire-flows]") {
  Random random(7);
  PairSums sums;
  for (const std::size_t size : {0U, 1U, 2U, 3U, 100U, 255U, 256U, 700U, 1500U}) {
    for (int kind = 0; kind < 7; ++kind) {
      Values values(size);
      for (std::size_t i = 0; i < size; ++i) {
        const double unit = random.unit();
        const double signed_unit = 2.0 * unit - 1.0;
        values[i] = kind == 0   ? signed_unit
                    : kind == 1 ? std::pow(signed_unit, 9)       // crowded about 0
                    : kind == 2 ? 1.0 + 1e-9 * unit              // about another middle
                    : kind == 3 ? std::floor(4.0 * signed_unit)  // few different ones
                    : kind == 4 ? 0.0
                    : kind == 5 ? static_cast<double>(size - i)  // falling
                                : (i % 2 == 0 ? 1e-12 * unit : 1.0 + 1e-12 * unit);
      }
      if (size > 2 && kind == 2) values.front() = -5.0;
      INFO(size << " values of kind " << kind);
      const double expected = slow_pairs(values);
      // What rounding leaves of numbers that large.
      const double rounding = 1e-13 * static_cast<double>(size * size);
      CHECK(sums.over_pairs(values) == Approx(expected).epsilon(1e-9).margin(rounding));
    }
  }
}

TEST_CASE("wire flows: agree with a system a pair, however little is held",
          "[algorithms][wire-flows]") {
  int iterated = 0;
  for (std::uint64_t seed = 0; seed < 16; ++seed) {
    const auto n = static_cast<VertexId>(3 + seed);
    const auto meaning = seed % 2 == 0 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = connected(n, seed * 4, meaning, seed);
    const Circuit circuit(graph);
    const Component component(circuit, circuit.parts.front());
    const Values expected = slow_flows(component);
    for (const std::size_t held : {std::size_t{1}, std::size_t{9} * n, std::size_t{1} << 20U}) {
      INFO(drawn(graph) << ", " << held << " held");
      CHECK(difference(flows_of(component, held, Precision::exact, 1 << 20).values, expected) ==
            "");
    }
    // By conjugate gradients, but where nothing has to be filled in at all.
    const Scores found = flows_of(component, std::size_t{9} * n, Precision::exact, 0);
    CHECK(difference(found.values, expected) == "");
    iterated += found.convergence && found.convergence->reached ? 1 : 0;
  }
  CHECK(iterated > 10);
}

TEST_CASE("wire flows: the same where all is held, where some is, and where nothing is",
          "[algorithms][wire-flows]") {
  const Graph graph = connected(300, 2500, WeightMeaning::strength, 12);
  const Circuit circuit(graph);
  const Component component(circuit, circuit.parts.front());
  const Values all = flows_of(component, std::size_t{1} << 24U, Precision::exact, 1 << 20).values;
  for (const std::size_t held : {1U, 10U * 300, 64U * 300, 200U * 300}) {
    INFO(held);
    CHECK(difference(flows_of(component, held, Precision::exact, 1 << 20).values, all) == "");
  }
}

TEST_CASE("wire flows: one, two and four threads give the same bytes",
          "[algorithms][wire-flows][parallel]") {
  const Graph graph = connected(320, 2000, WeightMeaning::none, 5);
  const Circuit circuit(graph);
  const Component component(circuit, circuit.parts.front());
  for (const std::size_t held : {40U * 320, 400U * 320}) {
    const Values one = flows_of(component, held, Precision::exact, 1 << 20, 1).values;
    CHECK(flows_of(component, held, Precision::exact, 1 << 20, 2).values == one);
    CHECK(flows_of(component, held, Precision::exact, 1 << 20, 4).values == one);
  }
}

}  // namespace summitry::testing
