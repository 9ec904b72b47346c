// Algebraic connectivity.
#include "algorithms/structure/algebraic_connectivity.hpp"

#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry::testing {

TEST_CASE("algebraic connectivity: of paths, cycles, stars and complete graphs",
          "[algorithms][algebraic-connectivity]") {
  const double pi = std::acos(-1.0);
  CHECK(*algebraic_connectivity(path(7)) == Approx(2.0 - 2.0 * std::cos(pi / 7)));
  CHECK(*algebraic_connectivity(cycle(7)) == Approx(2.0 - 2.0 * std::cos(2.0 * pi / 7)));
  CHECK(*algebraic_connectivity(star(5)) == Approx(1.0));
  CHECK(*algebraic_connectivity(complete(6)) == Approx(6.0));
}

TEST_CASE("algebraic connectivity: 0 in two components, missing for one vertex or too many",
          "[algorithms][algebraic-connectivity]") {
  CHECK(algebraic_connectivity(undirected(4, {{0, 1}, {2, 3}})) == 0.0);
  CHECK_FALSE(algebraic_connectivity(undirected(1, {})).has_value());
  CHECK_FALSE(algebraic_connectivity(Graph()).has_value());
  CHECK_FALSE(algebraic_connectivity(path(5), {.largest = 4}).has_value());
  CHECK(algebraic_connectivity(undirected(5, {}), {.largest = 4}) == 0.0);
}

TEST_CASE("algebraic connectivity: direction, loops and parallel edges do not count",
          "[algorithms][algebraic-connectivity]") {
  const Graph graph = directed(3, {{0, 1}, {1, 0}, {0, 1}, {2, 1}, {2, 2}});
  CHECK(*algebraic_connectivity(graph) == Approx(1.0));
}

TEST_CASE("algebraic connectivity: of the karate club", "[algorithms][algebraic-connectivity]") {
  // Zachary 1977; by NetworkX 2.8.8 and SciPy.
  CHECK(*algebraic_connectivity(karate()) == Approx(0.468525).margin(5e-7));
}

}  // namespace summitry::testing
