// Communicability and subgraph centrality: rows and diagonal of the exponential.
#include "algorithms/centrality/exponential/communicability.hpp"

#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "algorithms/centrality/exponential/subgraph_centrality.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// 50000 edges between 20000 vertices, quickly.
Graph large_graph(Direction direction) {
  std::mt19937_64 random(5);
  GraphParts parts{.vertices = 20000, .direction = direction};
  for (int i = 0; i < 50000; ++i) {
    const auto end = [&] { return static_cast<VertexId>(random() % 20000); };
    const VertexId source = end();
    parts.edges.push_back({source, end()});
  }
  return Graph(std::move(parts));
}

Matrix exponential(const Graph& graph, double beta) {
  const Matrix a = adjacency(graph);
  Matrix term(a.size(), Values(a.size(), 0.0));
  for (std::size_t v = 0; v < a.size(); ++v) term[v][v] = 1.0;
  Matrix sum = term;
  for (int k = 1; k < 200; ++k) {
    term = product(term, a);
    for (std::size_t u = 0; u < a.size(); ++u) {
      for (std::size_t v = 0; v < a.size(); ++v) {
        term[u][v] *= beta / k;
        sum[u][v] += term[u][v];
      }
    }
  }
  return sum;
}

Values diagonal(const Matrix& matrix) {
  Values values;
  for (std::size_t v = 0; v < matrix.size(); ++v) values.push_back(matrix[v][v]);
  return values;
}

Graph odd(std::uint64_t seed) {
  const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
  const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
  return random_graph({9, 4 + seed / 3, direction, meaning}, seed);
}

}  // namespace

TEST_CASE("communicability: of one edge, by hand", "[algorithms][communicability]") {
  // exp((0 1; 1 0)) = (cosh 1, sinh 1; sinh 1, cosh 1)
  CHECK(difference(communicability(path(2)).values, Values(2, std::exp(1.0)), 1e-14) == "");
  CHECK(difference(communicability_with(path(2), 0), {std::cosh(1.0), std::sinh(1.0)}, 1e-14) ==
        "");
  CHECK(difference(subgraph_centrality(path(2)).values, Values(2, std::cosh(1.0)), 1e-14) == "");
  CHECK(communicability(directed(2, {{0, 1}})).values == Values{2.0, 1.0});
  CHECK(subgraph_centrality(directed(2, {{0, 1}})).values == Values{1.0, 1.0});
}

TEST_CASE("communicability: of complete graphs, in closed form", "[algorithms][communicability]") {
  // eigenvalues n - 1 (all alike) and -1
  CHECK(difference(communicability(complete(6)).values, Values(6, std::exp(5.0)), 1e-13) == "");
  const double closed = (std::exp(5.0) + 5 * std::exp(-1.0)) / 6;
  CHECK(difference(subgraph_centrality(complete(6)).values, Values(6, closed), 1e-13) == "");
}

TEST_CASE("communicability: agrees with the series of the whole matrix",
          "[algorithms][communicability][subgraph_centrality]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Graph graph = odd(seed);
    INFO(drawn(graph));
    for (const double beta : {1.0, 0.25}) {
      const Matrix all = exponential(graph, beta);
      Values totals;
      for (const Values& row : all) totals.push_back(std::accumulate(row.begin(), row.end(), 0.0));
      CHECK(difference(communicability(graph, {.beta = beta}).values, totals, 1e-12) == "");
      CHECK(difference(communicability_with(graph, 4, {.beta = beta}), transposed(all)[4], 1e-12) ==
            "");
      CHECK(difference(subgraph_centrality(graph, {.beta = beta}).values, diagonal(all), 1e-11) ==
            "");
    }
  }
}

TEST_CASE("subgraph-centrality: quadrature in a large component agrees with the closed form",
          "[algorithms][subgraph_centrality]") {
  // A star of n leaves has eigenvalues +-sqrt n; the middle is on half of each, a leaf on 1/(2n).
  const double root = std::sqrt(400.0);
  const Values values = subgraph_centrality(star(400)).values;
  CHECK(values[0] == Approx(std::cosh(root)).epsilon(1e-12));
  CHECK(values[9] == Approx(1.0 + (std::cosh(root) - 1.0) / 400).epsilon(1e-12));
  // A long cycle: the modified Bessel function I0(2), as steps left and right must balance.
  CHECK(difference(subgraph_centrality(cycle(300)).values, Values(300, 2.2795853023360673),
                   1e-12) == "");
  // Eight directed cycles' worth: walks return after 4 steps only.
  const Graph four = directed(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
  const double back = (std::cosh(1.0) + std::cos(1.0)) / 2;
  CHECK(difference(subgraph_centrality(four).values, Values(4, back), 1e-14) == "");
}

TEST_CASE("communicability: normalised values are raw ones over exp(lambda), and stay finite",
          "[algorithms][communicability]") {
  const Values raw = communicability(karate()).values;
  const Values part = communicability(karate(), {.scale = Scale::normalized}).values;
  const double ratio = raw[0] / part[0];
  CHECK(std::log(ratio) == Approx(6.725698).epsilon(1e-6));  // lambda of the karate club
  for (std::size_t v = 0; v < raw.size(); ++v) CHECK(raw[v] / part[v] == Approx(ratio));
  CHECK_THROWS_WITH(communicability(complete(3), {.beta = 400.0}),
                    "communicability: normalized must be yes where beta * the largest eigenvalue "
                    "is above 700, got no");
  CHECK_THROWS_AS(subgraph_centrality(complete(3), {.beta = 400.0}), InvalidOption);
  const CommunicabilityOptions large{.beta = 400.0, .scale = Scale::normalized};
  CHECK(difference(communicability(complete(3), large).values, Values(3, 1.0), 1e-10) == "");
  const SubgraphCentralityOptions closed{.beta = 400.0, .scale = Scale::normalized};
  CHECK(difference(subgraph_centrality(complete(3), closed).values, Values(3, 1.0 / 3), 1e-10) ==
        "");
  const Graph both = directed(2, {{0, 1}, {1, 0}});
  CHECK(difference(subgraph_centrality(both, {.beta = 900.0, .scale = Scale::normalized}).values,
                   Values(2, 0.5), 1e-10) == "");
}

TEST_CASE("communicability: nobody, isolates, and options outside their range",
          "[algorithms][communicability]") {
  CHECK(communicability(Graph()).values.empty());
  CHECK(subgraph_centrality(Graph()).values.empty());
  CHECK(communicability(undirected(3, {})).values == Values(3, 1.0));
  CHECK(subgraph_centrality(undirected(3, {})).values == Values(3, 1.0));
  CHECK_THROWS_AS(communicability(path(3), {.beta = -1.0}), InvalidOption);
  CHECK_THROWS_AS(subgraph_centrality(path(3), {.beta = -1.0}), InvalidOption);
  CHECK_THROWS_AS(communicability_with(path(3), 3), InvalidOption);
}

TEST_CASE("communicability: the same bytes for any number of threads, permuted when relabelled",
          "[algorithms][communicability][parallel]") {
  for (const auto direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = large_graph(direction);
    const Values one = communicability(graph, {}, {.threads = 1}).values;
    CHECK(communicability(graph, {}, {.threads = 2}).values == one);
    CHECK(communicability(graph, {}, {.threads = 4}).values == one);
    const Graph small = random_graph({300, 900, direction, WeightMeaning::strength}, 2);
    const Values closed = subgraph_centrality(small, {}, {.threads = 1}).values;
    CHECK(subgraph_centrality(small, {}, {.threads = 4}).values == closed);
    const auto names = random_permutation(300, 3);
    CHECK(difference(subgraph_centrality(relabelled(small, names)).values, permuted(closed, names),
                     1e-9) == "");
  }
}

}  // namespace summitry::testing
