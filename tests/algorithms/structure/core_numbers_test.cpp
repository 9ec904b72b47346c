// Core numbers.
#include "algorithms/structure/core_numbers.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {

TEST_CASE("core numbers: a triangle with a tail, by hand", "[algorithms][core]") {
  //  0 - 1
  //   \ /
  //    2 - 3 - 4     5
  const Graph graph = undirected(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}});
  CHECK(core_numbers(graph).values == Values{2, 2, 2, 1, 1, 0});
}

TEST_CASE("core numbers: of complete graphs, cycles and stars", "[algorithms][core]") {
  CHECK(core_numbers(complete(6)).values == Values(6, 5.0));
  CHECK(core_numbers(cycle(7)).values == Values(7, 2.0));
  CHECK(core_numbers(star(5)).values == Values(6, 1.0));
}

TEST_CASE("core numbers: agree with peeling on random graphs", "[algorithms][core]") {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({14, 10 + seed, direction}, seed);
    INFO(drawn(graph));
    CHECK(core_numbers(graph).values == core_numbers_by_peeling(graph));
  }
}

TEST_CASE("core numbers: loops, parallel edges and direction do not count", "[algorithms][core]") {
  const Graph graph = directed(3, {{0, 0}, {0, 1}, {1, 0}, {0, 1}, {1, 2}});
  CHECK(core_numbers(graph).values == Values{1, 1, 1});
}

TEST_CASE("core numbers: the innermost core of the karate club has ten members",
          "[algorithms][core]") {
  // Zachary 1977; ten vertices of core 4 by NetworkX 2.8.8 and igraph 0.10.2.
  const Values core = core_numbers(karate()).values;
  CHECK(*std::max_element(core.begin(), core.end()) == 4.0);
  CHECK(std::count(core.begin(), core.end(), 4.0) == 10);
}

}  // namespace summitry::testing
