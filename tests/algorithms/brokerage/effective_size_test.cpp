// Burt's effective size.
#include "algorithms/brokerage/effective_size.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
}

TEST_CASE("effective size: a triangle with a tail, by hand", "[algorithms][effective-size]") {
  //  0 - 1        k - 2 t / k, t edges among k contacts
  //   \ /
  //    2 - 3
  const Graph graph = undirected(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}});
  CHECK(difference(effective_size(graph).values, {1, 1, 3 - 2.0 / 3, 1}, 1e-14) == "");
}

TEST_CASE("effective size: of stars and complete graphs", "[algorithms][effective-size]") {
  CHECK(effective_size(star(5)).values == Values{5, 1, 1, 1, 1, 1});
  CHECK(difference(effective_size(complete(6)).values, Values(6, 1.0), 1e-14) == "");
}

TEST_CASE("effective size: agrees with the formula on random graphs",
          "[algorithms][effective-size]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({10, 6 + seed / 2, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(difference(effective_size(graph).values, effective_size_by_formula(graph)) == "");
  }
}

TEST_CASE("effective size: is missing without contacts", "[algorithms][effective-size]") {
  CHECK(effective_size(Graph()).values.empty());
  CHECK(difference(effective_size(undirected(3, {{0, 0}, {1, 2}})).values, {kMissing, 1, 1}) == "");
  const Graph far = weighted(2, Direction::undirected, WeightMeaning::distance, {{0, 1}}, {2});
  CHECK_THROWS_AS(effective_size(far), InvalidWeight);
}

TEST_CASE("effective size: karate and the kite", "[algorithms][effective-size]") {
  const Values club = effective_size(karate()).values;  // Zachary 1977; by NetworkX 2.8.8
  CHECK(club[0] == Approx(13.75));
  CHECK(club[33] == Approx(15.235294).margin(5e-7));
  const Values flight = effective_size(kite()).values;  // Krackhardt 1990
  CHECK(flight[kite_member::diane] == Approx(3.3333).margin(5e-5));
  CHECK(flight[kite_member::fernando] == Approx(3.0));
  CHECK(flight[kite_member::heather] == Approx(2.3333).margin(5e-5));
}

}  // namespace summitry::testing
