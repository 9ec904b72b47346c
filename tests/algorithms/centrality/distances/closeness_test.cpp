// Closeness and harmonic centrality.
#include "algorithms/centrality/distances/closeness.hpp"

#include "algorithms/centrality/distances/harmonic.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

// Straight from the definitions, on a table of distances.
Values closeness_by_table(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  const double n = static_cast<double>(length.size());
  Values result(length.size(), 0.0);
  for (std::size_t v = 0; v < length.size(); ++v) {
    double others = 0.0;
    double total = 0.0;
    for (std::size_t u = 0; u < length.size(); ++u) {
      if (u == v || !std::isfinite(length[u][v])) continue;
      others += 1.0;
      total += length[u][v];
    }
    if (others > 0.0) result[v] = others * others / total / (n - 1.0);
  }
  return result;
}

Values harmonic_by_table(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  Values result(length.size(), 0.0);
  for (std::size_t v = 0; v < length.size(); ++v) {
    for (std::size_t u = 0; u < length.size(); ++u) {
      if (u != v) result[v] += 1.0 / length[u][v];
    }
  }
  return result;
}

}  // namespace

TEST_CASE("closeness: distances to the vertex count, by hand", "[algorithms][closeness]") {
  // 0 -> 1 -> 2     3
  const Graph graph = directed(4, {{0, 1}, {1, 2}});
  CHECK(difference(closeness(graph).values, {0, 1.0 / 3, 4.0 / 9, 0}, 1e-15) == "");
  CHECK(harmonic(graph).values == Values{0, 1, 1.5, 0});
}

TEST_CASE("closeness: of stars, complete graphs and cycles", "[algorithms][closeness]") {
  CHECK(closeness(complete(5)).values == Values(5, 1.0));
  CHECK(closeness(star(4)).values == Values{1, 4.0 / 7, 4.0 / 7, 4.0 / 7, 4.0 / 7});
  CHECK(closeness(cycle(5)).values == Values(5, 4.0 / 6));
  CHECK(harmonic(star(4)).values == Values{4, 2.5, 2.5, 2.5, 2.5});
  CHECK(harmonic(complete(5), {Scale::normalized}).values == Values(5, 1.0));
}

TEST_CASE("closeness: agrees with a table of distances on random graphs",
          "[algorithms][closeness]") {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::distance;
    const Graph graph = random_graph({12, 5 + seed / 3, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(closeness(graph).values, closeness_by_table(graph)) == "");
    CHECK(difference(harmonic(graph).values, harmonic_by_table(graph)) == "");
  }
}

TEST_CASE("closeness: halves when distances double", "[algorithms][closeness]") {
  const Graph graph = random_graph({15, 30, Direction::undirected, WeightMeaning::distance}, 4);
  Values halved = closeness(graph).values;
  for (double& value : halved) value /= 2.0;
  CHECK(closeness(scaled(graph, 2.0)).values == halved);
}

TEST_CASE("closeness: nobody, isolates, and weights that are no distances",
          "[algorithms][closeness]") {
  CHECK(closeness(Graph()).values.empty());
  CHECK(closeness(undirected(1, {})).values == Values{0});
  CHECK(harmonic(undirected(1, {}), {Scale::normalized}).values == Values{0});
  const Graph near = weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {1});
  CHECK_THROWS_AS(closeness(near), InvalidWeight);
  CHECK_THROWS_WITH(harmonic(near), Catch::StartsWith("harmonic:"));
}

TEST_CASE("closeness: karate, the kite and the Medici", "[algorithms][closeness]") {
  const Values club = closeness(karate()).values;  // Zachary 1977; by NetworkX and igraph
  CHECK(club[0] == Approx(0.568966).margin(5e-7));
  CHECK(club[33] == Approx(0.550000).margin(5e-7));
  CHECK(club[2] == Approx(0.559322).margin(5e-7));
  CHECK(harmonic(karate()).values[33] == Approx(23.25));
  CHECK(harmonic(karate()).values[0] == Approx(23.1667).margin(5e-5));
  const Values flight = closeness(kite()).values;  // Krackhardt 1990
  CHECK(flight[kite_member::fernando] == Approx(0.6429).margin(5e-5));
  CHECK(flight[kite_member::garth] == Approx(0.6429).margin(5e-5));
  CHECK(flight[kite_member::diane] == Approx(0.6));
  CHECK(flight[kite_member::jane] == Approx(0.3103).margin(5e-5));
  const Values families = closeness(florentine_connected()).values;  // Padgett & Ansell 1993
  CHECK(families[family::medici] == Approx(0.56));
  CHECK(families[family::strozzi - 1] == Approx(0.4375));  // one less without the Pucci
}

}  // namespace summitry::testing
