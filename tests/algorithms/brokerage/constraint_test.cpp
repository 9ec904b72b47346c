// Burt's constraint.
#include "algorithms/brokerage/constraint.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
}

TEST_CASE("constraint: a triangle with a tail, by hand", "[algorithms][constraint]") {
  //  0 - 1        2 has contacts 0, 1 and 3, a third each; 0 and 1 hold half of each other:
  //   \ /         2 (1/3 + 1/6)^2 + (1/3)^2 = 11/18
  //    2 - 3      0: 1 (1/2 + 1/2 1/3), 2 (1/2 + 1/2 1/2): 4/9 + 9/16
  const Graph graph = undirected(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}});
  const double corner = 4.0 / 9 + 9.0 / 16;
  CHECK(difference(constraint(graph).values, {corner, corner, 11.0 / 18, 1}, 1e-14) == "");
}

TEST_CASE("constraint: of stars and complete graphs", "[algorithms][constraint]") {
  CHECK(difference(constraint(star(5)).values, {0.2, 1, 1, 1, 1, 1}, 1e-14) == "");
  // k contacts that all know each other: k (1/k + (k-1)/k^2)^2
  CHECK(difference(constraint(complete(4)).values, Values(4, 25.0 / 27), 1e-14) == "");
}

TEST_CASE("constraint: agrees with the formula on random graphs", "[algorithms][constraint]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({10, 6 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(constraint(graph).values, constraint_by_formula(graph)) == "");
  }
}

TEST_CASE("constraint: the scale of weights does not matter", "[algorithms][constraint]") {
  const Graph graph = random_graph({12, 25, Direction::directed, WeightMeaning::strength}, 6);
  CHECK(difference(constraint(scaled(graph, 4.0)).values, constraint(graph).values, 1e-15) == "");
}

TEST_CASE("constraint: is missing without contacts", "[algorithms][constraint]") {
  CHECK(constraint(Graph()).values.empty());
  CHECK(difference(constraint(undirected(3, {{0, 0}, {1, 2}})).values, {kMissing, 1, 1}) == "");
  const Graph zero = weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {0.0});
  CHECK(difference(constraint(zero).values, {kMissing, kMissing}) == "");
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(constraint(far), InvalidWeight);
}

TEST_CASE("constraint: karate, the kite and the Medici", "[algorithms][constraint]") {
  const Values club = constraint(karate()).values;  // Zachary 1977; by NetworkX and igraph
  CHECK(club[0] == Approx(0.155423).margin(5e-7));
  CHECK(club[33] == Approx(0.156419).margin(5e-7));
  CHECK(club[11] == Approx(1.0));
  CHECK(club[2] == Approx(0.185177).margin(5e-7));
  const Values flight = constraint(kite()).values;  // Krackhardt 1990
  CHECK(flight[kite_member::diane] == Approx(0.4702).margin(5e-5));
  CHECK(flight[kite_member::heather] == Approx(0.4311).margin(5e-5));
  CHECK(flight[kite_member::fernando] == Approx(0.4451).margin(5e-5));
  CHECK(flight[kite_member::andre] == Approx(0.5412).margin(5e-5));
  CHECK(flight[kite_member::carol] == Approx(0.6641).margin(5e-5));
  CHECK(flight[kite_member::ike] == Approx(0.5));
  CHECK(flight[kite_member::jane] == Approx(1.0));
  const Values families = constraint(florentine()).values;  // Padgett & Ansell 1993
  CHECK(families[family::medici] == Approx(0.209877).margin(5e-7));
  CHECK(families[family::salviati] == Approx(0.5));
}

}  // namespace summitry::testing
