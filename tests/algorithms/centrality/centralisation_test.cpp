// Freeman's centralisation.
#include "algorithms/centrality/centralisation.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Centralisation found(const Graph& graph, std::string_view which, const Parameters& given = {}) {
  const Run run{.threads = 1};
  return centralisation(compute(measure(which), graph, given, run), graph, run);
}

double of(const Graph& graph, std::string_view which, const Parameters& given = {}) {
  return found(graph, which, given).value.value();
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

// Compared with a star because the largest sum is not known.
bool by_star(std::string_view which) {
  const std::array all = {"katz", "bonacich-power", "laplacian", "information"};
  return std::find(all.begin(), all.end(), which) != all.end();
}

// The places of the pairs in such a number, u before v when undirected.
std::vector<std::pair<VertexId, VertexId>> pairs_of(VertexId n, Direction direction) {
  std::vector<std::pair<VertexId, VertexId>> pairs;
  for (VertexId u = 0; u < n; ++u) {
    for (VertexId v = direction == Direction::directed ? 0 : u + 1; v < n; ++v) {
      if (u != v) pairs.emplace_back(u, v);
    }
  }
  return pairs;
}

// Every graph of n vertices once, whatever the vertices are called: the smallest number of its kind.
std::vector<Graph> all_graphs(VertexId n, Direction direction) {
  const auto pairs = pairs_of(n, direction);
  std::vector<std::vector<std::uint32_t>> moves;  // of places, by each renaming
  std::vector<VertexId> names(n);
  std::iota(names.begin(), names.end(), 0U);
  do {
    std::vector<std::uint32_t> move;
    for (const auto& [u, v] : pairs) {
      std::pair<VertexId, VertexId> to{names[u], names[v]};
      if (direction == Direction::undirected && to.first > to.second)
        std::swap(to.first, to.second);
      move.push_back(
          static_cast<std::uint32_t>(std::find(pairs.begin(), pairs.end(), to) - pairs.begin()));
    }
    moves.push_back(move);
  } while (std::next_permutation(names.begin(), names.end()));
  std::vector<Graph> graphs;
  for (std::uint32_t number = 0; number < 1U << pairs.size(); ++number) {
    const bool smallest = std::all_of(moves.begin(), moves.end(), [&](const auto& move) {
      std::uint32_t renamed = 0;
      for (std::size_t i = 0; i < move.size(); ++i) renamed |= (number >> i & 1U) << move[i];
      return renamed >= number;
    });
    if (smallest) graphs.push_back(numbered(n, direction, number));
  }
  return graphs;
}

// Graphs in which a vertex has no value are left out.
double largest_of(const std::vector<Graph>& graphs, std::string_view which) {
  double most = 0.0;
  for (const Graph& graph : graphs) {
    most = std::max(most, found(graph, which).value.value_or(0.0));
  }
  return most;
}

}  // namespace

TEST_CASE("centralisation: a path of four, by hand", "[algorithms][centralisation]") {
  // Degrees 1 2 2 1: 2 of at most 6. Betweenness 0 2 2 0: 4 of at most 9.
  CHECK(of(path(4), "degree") == Approx(2.0 / 6));
  CHECK(of(path(4), "betweenness") == Approx(4.0 / 9));
  // Closeness 1/2 3/4 3/4 1/2, and at most (n-1)(n-2)/(2n-3); harmonic 11/6 5/2, at most half of 6.
  CHECK(of(path(4), "closeness") == Approx(0.5 / (6.0 / 5)));
  CHECK(of(path(4), "harmonic") == Approx((4.0 / 3) / 3));
  // Cores 2 2 2 1: 1 of floor(9 / 4). Without a middle vertex one more part: 2 of 6.
  CHECK(of(undirected(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}), "core") == Approx(1.0 / 2));
  CHECK(of(path(4), "articulation") == Approx(2.0 / 6));
  // Effective sizes 1 2 2 1: 2 of 6. On a tree current flow is betweenness.
  CHECK(of(path(4), "effective-size") == Approx(2.0 / 6));
  CHECK(of(path(4), "current-flow-betweenness") == Approx(4.0 / 9));
}

TEST_CASE("centralisation: a star is 1, and a cycle 0", "[algorithms][centralisation]") {
  for (const std::string_view which : centralised_measures()) {
    INFO(which);
    CHECK(std::abs(of(cycle(6), which)) < 1e-9);
    if (which == "eigenvector" || which == "hub" || which == "authority" || which == "core")
      continue;
    CHECK(of(star(6), which) == Approx(1.0));
  }
  // The leaves of a star have 1 / sqrt(n - 1) of what the middle has.
  CHECK(of(star(4), "eigenvector") == Approx(4.0 * (1.0 - 0.5) / 3.0));
  CHECK(of(undirected(5, {{1, 3}}), "eigenvector") == Approx(1.0));
  CHECK(of(undirected(5, {{1, 3}}), "hub") == Approx(1.0));
  // Three of five in a clique: 2 for two others, of 4.
  CHECK(of(undirected(5, {{0, 1}, {1, 2}, {2, 0}}), "core") == Approx(1.0));
}

TEST_CASE("centralisation: directed stars are 1", "[algorithms][centralisation]") {
  for (const char* which : {"in-degree", "closeness", "harmonic", "pagerank", "authority",
                            "articulation", "effective-size", "current-flow-betweenness"}) {
    INFO(which);
    CHECK(of(directed_star(5, true, false), which) == Approx(1.0));
  }
  CHECK(of(directed_star(5, false, true), "out-degree") == Approx(1.0));
  CHECK(of(directed_star(5, false, true), "hub") == Approx(1.0));
  for (const char* which : {"degree", "betweenness", "katz", "laplacian", "information"}) {
    INFO(which);
    CHECK(of(directed_star(5, true, true), which) == Approx(1.0));
  }
  CHECK(of(directed(4, {{1, 2}, {2, 1}}), "eigenvector") == Approx(1.0));
}

TEST_CASE("centralisation: no graph of five or six vertices, or four with direction, is above 1",
          "[algorithms][centralisation]") {
  const std::vector<Graph> five = all_graphs(5, Direction::undirected);
  const std::vector<Graph> six = all_graphs(6, Direction::undirected);
  const std::vector<Graph> four = all_graphs(4, Direction::directed);
  CHECK(five.size() == 34);  // Harary & Palmer 1973, Graphical enumeration: tables A2 and A3
  CHECK(six.size() == 156);
  CHECK(four.size() == 218);
  for (const std::string_view which : centralised_measures()) {
    if (by_star(which)) continue;
    INFO(which);
    CHECK(largest_of(five, which) == Approx(1.0));
    CHECK(largest_of(six, which) == Approx(1.0));
    CHECK(largest_of(four, which) == Approx(1.0));
  }
}

TEST_CASE("centralisation: says what a value is a share of", "[algorithms][centralisation]") {
  for (const std::string_view which : centralised_measures()) {
    INFO(which);
    CHECK(found(star(4), which).note ==
          (by_star(which) ? "of a star's; more is possible" : "of the largest that is possible"));
  }
}

TEST_CASE("centralisation: the same with options that only change the scale",
          "[algorithms][centralisation]") {
  const Parameters yes = {{"normalized", "yes"}};
  for (const Graph& graph : {karate(), random_graph({12, 30, Direction::directed, {}, true}, 4)}) {
    for (const char* which : {"degree", "in-degree", "out-degree", "betweenness", "harmonic",
                              "current-flow-betweenness"}) {
      INFO(which);
      const auto normalized = found(graph, which, yes).value;
      REQUIRE(normalized.has_value());
      CHECK(*normalized == Approx(of(graph, which)));
    }
  }
  // Another damping, another largest sum: the star stays 1.
  CHECK(of(star(6), "pagerank", {{"damping", "0.5"}}) == Approx(1.0));
}

TEST_CASE("centralisation: where there is none it is said why", "[algorithms][centralisation]") {
  CHECK(found(path(2), "degree").note == "fewer than three entities");
  CHECK(found(Graph(), "closeness").note == "fewer than three entities");
  CHECK(found(cycle(3), "constraint").note == "no largest sum is known, and a star's says nothing");
  CHECK(found(cycle(3), "edge-betweenness").note ==
        "no largest sum is known, and a star's says nothing");
  CHECK(found(undirected(3, {{0, 1}, {1, 2}, {2, 2}}), "degree").note ==
        "the graph has loops or parallel edges");
  CHECK(found(undirected(3, {{0, 1}, {0, 1}, {1, 2}}), "degree").note ==
        "the graph has loops or parallel edges");
  CHECK(found(undirected(4, {{0, 1}, {1, 2}}), "effective-size").note ==
        "some entities have no value");
  CHECK(found(star(4), "pagerank", {{"teleport", "1"}}).note ==
        "personalised: there is no largest sum");
  const Graph near =
      weighted(3, Direction::undirected, WeightMeaning::strength, {{0, 1}, {1, 2}}, {1, 2});
  CHECK(found(near, "eigenvector").note == "with weights there is no largest sum");
  CHECK(found(near, "degree").value == 1.0);  // reads none
  for (const char* which : {"constraint", "edge-betweenness"}) {
    CHECK_FALSE(found(cycle(3), which).value.has_value());
  }
  CHECK(of(undirected(4, {}), "eigenvector") == 0.0);
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
