// What a component makes of what flows into it: by a factor, and by Neumann's series.
#include "algorithms/centrality/leading/perron.hpp"

#include <numeric>
#include <utility>

#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Blocks whole(const Graph& graph) {
  return Blocks(graph, Along::in, std::vector<std::uint32_t>(graph.vertex_count(), 0), 1);
}

Values drawn_inflow(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  Values b(size);
  for (double& value : b) value = random.unit();
  return b;
}

Values solved(const Graph& graph, double rho, const Values& b) {
  Matrix matrix = transposed(adjacency(graph));
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (double& value : matrix[i]) value = -value;
    matrix[i][i] += rho;
  }
  return solve(std::move(matrix), b);
}

// So many arcs among so few that a factor is full, and is not tried before the series.
Graph tangle() {
  return random_graph({260, 3000, Direction::directed, WeightMeaning::strength}, 12);
}

}  // namespace

TEST_CASE("absorb: a pair, by hand", "[algorithms][perron]") {
  // 0 <-> 1, rho 2, one arrives at 0: 2 x = y + 1, 2 y = x
  const Blocks pair = whole(directed(2, {{0, 1}, {1, 0}}));
  const Inflow found = absorb(pair, 0, 2.0, {1.0, 0.0}, {}, {});
  CHECK(difference(found.values, {2.0 / 3, 1.0 / 3}, 1e-15) == "");
  CHECK(found.convergence.reached);
  CHECK(absorb(pair, 0, 2.0, {0.0, 0.0}, {}, {}).values == Values(2, 0.0));
}

TEST_CASE("absorb: one vertex with a loop, by hand", "[algorithms][perron]") {
  const Blocks one = whole(
      weighted(1, Direction::directed, WeightMeaning::strength, {{0, 0}, {0, 0}}, {0.5, 1.0}));
  CHECK(absorb(one, 0, 2.0, {3.0}, {}, {}).values == Values{6.0});
}

TEST_CASE("absorb: small components by a factor, as elimination has it", "[algorithms][perron]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Graph graph = random_graph({12, 40, Direction::directed, WeightMeaning::strength}, seed);
    const Blocks blocks = whole(graph);
    const double rho = perron(blocks, 0, {}, {}).most * 1.05 + 0.1;
    const Values b = drawn_inflow(12, seed);
    INFO(drawn(graph));
    const Inflow found = absorb(blocks, 0, rho, b, {}, {});
    CHECK(found.convergence.reached);
    CHECK(found.convergence.iterations == 1);
    CHECK(difference(found.values, solved(graph, rho, b), 1e-11) == "");
  }
}

TEST_CASE("absorb: tangles by a series, as elimination has it", "[algorithms][perron]") {
  const Graph graph = tangle();
  const Blocks blocks = whole(graph);
  const Perron own = perron(blocks, 0, {}, {});
  REQUIRE(own.convergence.reached);
  const Values b = drawn_inflow(graph.vertex_count(), 5);
  for (const double above : {1.1, 1.5, 4.0}) {
    INFO(above);
    const Inflow found = absorb(blocks, 0, own.value * above, b, {}, {});
    CHECK(found.convergence.reached);
    CHECK(found.convergence.iterations > 10);
    CHECK(difference(found.values, solved(graph, own.value * above, b), 1e-11) == "");
  }
}

TEST_CASE("absorb: tangles by a factor where the series takes too long", "[algorithms][perron]") {
  const Graph graph = tangle();
  const Blocks blocks = whole(graph);
  const double rho = perron(blocks, 0, {}, {}).value * (1.0 + 1e-5);
  const Values b = drawn_inflow(graph.vertex_count(), 6);
  const Inflow found = absorb(blocks, 0, rho, b, {}, {});
  CHECK(found.convergence.reached);
  CHECK(found.convergence.iterations == 1);
  CHECK(difference(found.values, solved(graph, rho, b), 1e-8) == "");
}

TEST_CASE("absorb: a series that stops early says by how much its sum misses",
          "[algorithms][perron]") {
  const Graph graph = tangle();
  const Blocks blocks = whole(graph);
  const double rho = perron(blocks, 0, {}, {}).value * 1.5;
  const Values b = drawn_inflow(graph.vertex_count(), 7);
  const Inflow found = absorb(blocks, 0, rho, b, {.tolerance = 0.05}, {});
  CHECK(found.convergence.reached);
  REQUIRE(found.convergence.iterations > 2);
  // b / rho + A b / rho^2 + ...
  const Matrix rows = transposed(adjacency(graph));
  Values term = b;
  Values sum(b.size(), 0.0);
  for (int power = 0; power <= found.convergence.iterations; ++power) {
    if (power > 0) term = product(rows, term);
    for (std::size_t i = 0; i < b.size(); ++i) sum[i] += term[i] /= rho;
  }
  CHECK(difference(found.values, sum, 1e-13) == "");
  const double last = std::accumulate(term.begin(), term.end(), 0.0);
  const double all = std::accumulate(sum.begin(), sum.end(), 0.0);
  CHECK(found.convergence.change == Approx(last / all));
  CHECK(difference(sum, solved(graph, rho, b), 1e-3) != "");
}

}  // namespace summitry::testing
