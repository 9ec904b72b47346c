// Freeman's centralisation.
#include "algorithms/centrality/centralisation.hpp"

#include "algorithms/catalogue.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

double of(const Graph& graph, std::string_view which) {
  return centralisation(compute(measure(which), graph).scores, graph, which).value();
}

// Vertex 0 in the middle.
Graph directed_star(VertexId leaves, bool inward, bool outward) {
  std::vector<Edge> edges;
  for (VertexId v = 1; v <= leaves; ++v) {
    if (inward) edges.push_back({v, 0});
    if (outward) edges.push_back({0, v});
  }
  return directed(leaves + 1, edges);
}

// The graph of n vertices whose edges are the ones of the number `which` in binary.
Graph numbered(VertexId n, Direction direction, std::uint32_t which) {
  std::vector<Edge> edges;
  for (VertexId u = 0; u < n; ++u) {
    for (VertexId v = direction == Direction::directed ? 0 : u + 1; v < n; ++v) {
      if (u == v) continue;
      if ((which & 1U) != 0) edges.push_back({u, v});
      which >>= 1U;
    }
  }
  return direction == Direction::directed ? directed(n, edges) : undirected(n, edges);
}

}  // namespace

TEST_CASE("centralisation: a path of four, by hand", "[algorithms][centralisation]") {
  // Degrees 1 2 2 1: 2 of at most 6. Betweenness 0 2 2 0: 4 of at most 9.
  CHECK(of(path(4), "degree") == Approx(2.0 / 6));
  CHECK(of(path(4), "betweenness") == Approx(4.0 / 9));
}

TEST_CASE("centralisation: a star is 1, and a cycle 0", "[algorithms][centralisation]") {
  for (const std::string_view which : centralised_measures()) {
    INFO(which);
    CHECK(std::abs(of(cycle(6), which)) < 1e-9);
    if (which == "eigenvector") continue;
    CHECK(of(star(6), which) == Approx(1.0));
  }
  // The leaves of a star have 1 / sqrt(n - 1) of what the middle has.
  CHECK(of(star(4), "eigenvector") == Approx(4.0 * (1.0 - 0.5) / 3.0));
  CHECK(of(undirected(5, {{1, 3}}), "eigenvector") == Approx(1.0));
}

TEST_CASE("centralisation: directed stars are 1", "[algorithms][centralisation]") {
  for (const char* which : {"in-degree", "closeness", "harmonic"}) {
    INFO(which);
    CHECK(of(directed_star(5, true, false), which) == Approx(1.0));
  }
  CHECK(of(directed_star(5, false, true), "out-degree") == Approx(1.0));
  CHECK(of(directed_star(5, true, true), "degree") == Approx(1.0));
  CHECK(of(directed_star(5, true, true), "betweenness") == Approx(1.0));
}

TEST_CASE("centralisation: no graph of five vertices, or four with direction, is above 1",
          "[algorithms][centralisation]") {
  for (const std::string_view which : centralised_measures()) {
    double most = 0.0;
    for (std::uint32_t number = 0; number < 1024; ++number) {
      most = std::max(most, of(numbered(5, Direction::undirected, number), which));
    }
    INFO(which);
    CHECK(most == Approx(1.0));
    if (which == "eigenvector") continue;  // of a graph without a cycle all values may be 0
    most = 0.0;
    for (std::uint32_t number = 0; number < 4096; ++number) {
      most = std::max(most, of(numbered(4, Direction::directed, number), which));
    }
    CHECK(most == Approx(1.0));
  }
}

TEST_CASE("centralisation: too few vertices, no edges, other measures",
          "[algorithms][centralisation]") {
  CHECK_FALSE(centralisation({{1, 1}, {}}, path(2), "degree").has_value());
  CHECK_FALSE(centralisation({}, Graph(), "closeness").has_value());
  CHECK(of(undirected(4, {}), "eigenvector") == 0.0);
  CHECK_THROWS_WITH(centralisation({{1, 1, 1}, {}}, cycle(3), "closenes"),
                    Catch::Contains("did you mean \"closeness\"?"));
  CHECK_THROWS_AS(centralisation({{1, 1, 1}, {}}, cycle(3), "pagerank"), UnknownName);
}

TEST_CASE("centralisation: of the Florentine families", "[algorithms][centralisation]") {
  // Padgett & Ansell 1993, doi:10.1086/230190; figures by NetworkX and igraph, to their last decimal.
  const Graph fifteen = florentine_connected();
  CHECK(of(fifteen, "degree") == Approx(0.274725).margin(5e-7));
  CHECK(of(fifteen, "betweenness") == Approx(0.436813).margin(5e-7));
  CHECK(of(fifteen, "closeness") == Approx(0.322452).margin(5e-7));
  CHECK(of(florentine(), "degree") == Approx(0.266667).margin(5e-7));
  CHECK(of(florentine(), "betweenness") == Approx(0.383492).margin(5e-7));
}

}  // namespace summitry::testing
