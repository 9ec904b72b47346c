// Betweenness of vertices and edges.
#include "algorithms/centrality/betweenness/betweenness.hpp"

#include <numeric>

#include "algorithms/structure/searches/distances.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Run on_threads(int threads) {
  Run run;
  run.threads = threads;
  return run;
}

}  // namespace

TEST_CASE("betweenness: a square with a tail, by hand", "[algorithms][betweenness]") {
  //  0 - 1
  //  |   |      0-3 and 1-2 have two paths each; everybody's path to 4 leads through 3
  //  2 - 3 - 4
  const Graph graph = undirected(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
  CHECK(betweenness(graph).values == Values{0.5, 1, 1, 3.5, 0});
  // 0-1: pair 0-1, half of 0-3, of 1-2 and of 0-4
  CHECK(edge_betweenness(graph).values == Values{2.5, 2.5, 3.5, 3.5, 4});
}

TEST_CASE("betweenness: a directed path counts ordered pairs, by hand",
          "[algorithms][betweenness]") {
  const Graph graph = directed(3, {{0, 1}, {1, 2}});
  CHECK(betweenness(graph).values == Values{0, 1, 0});
  CHECK(edge_betweenness(graph).values == Values{2, 2});
}

TEST_CASE("betweenness: parallel edges are different paths, by hand", "[algorithms][betweenness]") {
  // from 0 to 3: two paths by way of 1, one by way of 2
  const Graph graph = undirected(4, {{0, 1}, {0, 1}, {1, 3}, {0, 2}, {2, 3}});
  const Values values = betweenness(graph).values;
  CHECK(values[1] == Approx(2.0 / 3));
  CHECK(values[2] == Approx(1.0 / 3));
}

TEST_CASE("betweenness: of paths, stars, complete graphs and cycles", "[algorithms][betweenness]") {
  const Values on_path = betweenness(path(7)).values;
  for (std::size_t v = 0; v < 7; ++v) {
    CHECK(on_path[v] == static_cast<double>(v * (6 - v)));  // those before times those after
  }
  CHECK(betweenness(star(6)).values == Values{15, 0, 0, 0, 0, 0, 0});
  CHECK(betweenness(complete(6)).values == Values(6, 0.0));
  CHECK(betweenness(cycle(7)).values == Values(7, 3.0));  // (n - 1)(n - 3) / 8
  CHECK(betweenness(star(6), {Scale::normalized}).values[0] == 1.0);
  CHECK(edge_betweenness(path(2), {Scale::normalized}).values == Values{1.0});
}

TEST_CASE("betweenness: the bridge between two cliques carries every pair across",
          "[algorithms][betweenness]") {
  const Values values = betweenness(two_cliques_and_bridge(4)).values;
  CHECK(values == Values{0, 0, 0, 12, 12, 0, 0, 0});  // 3 * 4 pairs through each end
}

TEST_CASE("betweenness: agrees with counting all pairs on random graphs",
          "[algorithms][betweenness]") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::distance;
    const Graph graph = random_graph({11, 6 + seed / 3, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(betweenness(graph).values, betweenness_by_pairs(graph)) == "");
    CHECK(difference(edge_betweenness(graph).values, edge_betweenness_by_pairs(graph)) == "");
  }
}

TEST_CASE("betweenness: agrees with counting all pairs over several batches of sources",
          "[algorithms][betweenness]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({110, 90 + 60 * seed, direction}, seed);
    CHECK(difference(betweenness(graph).values, betweenness_by_pairs(graph)) == "");
    CHECK(difference(edge_betweenness(graph).values, edge_betweenness_by_pairs(graph)) == "");
  }
}

TEST_CASE("betweenness: what lies between adds up to the distances", "[algorithms][betweenness]") {
  // A pair at distance d has d - 1 vertices and d edges on each of its paths.
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph({40, 70, Direction::directed}, seed);
    const DistanceSums sums = distance_sums(graph, Lengths::hops);
    const auto total = [](const auto& values) {
      return std::accumulate(values.begin(), values.end(), 0.0);
    };
    const double pairs = total(sums.reached) - 40.0;
    CHECK(total(betweenness(graph).values) == Approx(total(sums.total) - pairs));
    CHECK(total(edge_betweenness(graph).values) == Approx(total(sums.total)));
  }
}

TEST_CASE("betweenness: equal lengths that rounding tears apart are still equal",
          "[algorithms][betweenness]") {
  // 0.1 + 0.2 by way of 1 is 0.30000000000000004, 0.3 is the edge itself
  const Graph graph = weighted(3, Direction::undirected, WeightMeaning::distance,
                               {{0, 1}, {1, 2}, {0, 2}}, {0.1, 0.2, 0.3});
  CHECK(betweenness(graph).values == Values{0, 0.5, 0});
}

TEST_CASE("betweenness: the scale of distances does not matter", "[algorithms][betweenness]") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Graph graph =
        random_graph({20, 40, Direction::undirected, WeightMeaning::distance}, seed);
    CHECK(betweenness(scaled(graph, 1024.0)).values == betweenness(graph).values);
  }
}

TEST_CASE("betweenness of edges: one thread and four give the same bytes",
          "[algorithms][betweenness][parallel]") {
  const Graph graph = random_graph({200, 600}, 3);
  CHECK(edge_betweenness(graph, {}, on_threads(1)).values ==
        edge_betweenness(graph, {}, on_threads(4)).values);
}

TEST_CASE("betweenness: progress rises to 1", "[algorithms][betweenness]") {
  std::vector<double> shares;
  Run run = on_threads(1);
  run.progress = [&shares](std::string_view, double share) { shares.push_back(share); };
  static_cast<void>(betweenness(karate(), {}, run));
  REQUIRE_FALSE(shares.empty());
  CHECK(std::is_sorted(shares.begin(), shares.end()));
  CHECK(shares.back() == 1.0);
}

TEST_CASE("betweenness: nobody, one, two and weights that are no distances",
          "[algorithms][betweenness]") {
  CHECK(betweenness(Graph()).values.empty());
  CHECK(edge_betweenness(Graph()).values.empty());
  CHECK(betweenness(undirected(1, {{0, 0}}), {Scale::normalized}).values == Values{0});
  CHECK(betweenness(path(2), {Scale::normalized}).values == Values{0, 0});
  const auto with = [](WeightMeaning meaning, double weight) {
    return weighted(2, Direction::undirected, meaning, {{0, 1}}, {weight});
  };
  CHECK_THROWS_WITH(betweenness(with(WeightMeaning::strength, 1)),
                    Catch::Contains("--weights-mean distance"));
  CHECK_THROWS_WITH(betweenness(with(WeightMeaning::distance, 0)), Catch::Contains("> 0, got 0"));
  CHECK_THROWS_AS(betweenness(with(WeightMeaning::distance, NAN)), InvalidWeight);
}

TEST_CASE("betweenness: karate, the kite and the Medici", "[algorithms][betweenness]") {
  const Values club = betweenness(karate()).values;  // Zachary 1977; by NetworkX and igraph
  CHECK(club[0] == Approx(231.0714).margin(5e-5));
  CHECK(club[33] == Approx(160.5516).margin(5e-5));
  CHECK(club[32] == Approx(76.6905).margin(5e-5));
  CHECK(club[2] == Approx(75.8508).margin(5e-5));
  CHECK(club[31] == Approx(73.0095).margin(5e-5));
  const Values flight = betweenness(kite()).values;  // Krackhardt 1990
  CHECK(flight[kite_member::heather] == Approx(14.0));
  CHECK(flight[kite_member::fernando] == Approx(8.3333).margin(5e-5));
  CHECK(flight[kite_member::garth] == Approx(8.3333).margin(5e-5));
  CHECK(flight[kite_member::ike] == Approx(8.0));
  CHECK(flight[kite_member::diane] == Approx(3.6667).margin(5e-5));
  CHECK(flight[kite_member::andre] == Approx(0.8333).margin(5e-5));
  const Values families = betweenness(florentine()).values;  // Padgett & Ansell 1993
  CHECK(families[family::medici] == Approx(47.5));
  CHECK(families[family::guadagni] == Approx(23.1667).margin(5e-5));
  CHECK(families[family::salviati] == Approx(13.0));
  const Values shares = betweenness(florentine_connected(), {Scale::normalized}).values;
  CHECK(shares[family::medici] == Approx(0.521978).margin(5e-7));
  CHECK(shares[family::albizzi] == Approx(0.212454).margin(5e-7));
}

}  // namespace summitry::testing
