// Eigenvector centrality.
#include "algorithms/centrality/leading/eigenvector.hpp"

#include <Eigen/Eigenvalues>
#include <cmath>
#include <numeric>
#include <utility>

#include "algorithms/centrality/leading/leading.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/algorithms/structure/large_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Values unit(Values x) {
  const double norm = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
  for (double& value : x) value /= norm;
  return x;
}

// Where millions of steps of shifted power iteration lead.
Values limit_of_powers(const Graph& graph, const Values& start) {
  Matrix matrix = transposed(adjacency(graph));
  for (std::size_t v = 0; v < matrix.size(); ++v) matrix[v][v] += 1.0;
  return unit(product(high_power(matrix, 22), start));
}

bool has_cycle(const Graph& graph) {
  const Matrix length = all_pairs(graph).length;
  for (const auto& [u, v] : graph.edges()) {
    if (std::isfinite(length[v][u])) return true;
  }
  return false;
}

// The largest eigenvalue of the rows and columns in `members`.
double radius(const Matrix& matrix, const std::vector<VertexId>& members) {
  const auto size = static_cast<Eigen::Index>(members.size());
  Eigen::MatrixXd part(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j < size; ++j) {
      part(i, j) =
          matrix[members[static_cast<std::size_t>(i)]][members[static_cast<std::size_t>(j)]];
    }
  }
  if (part.isZero()) return 0.0;
  return Eigen::EigenSolver<Eigen::MatrixXd>(part, false).eigenvalues().real().maxCoeff();
}

// The definition for directed graphs by brute force: who reaches whom by Floyd and Warshall, each strong
// component's eigenvalue by a dense solver, the longest chains of leading ones, and on what they reach
// the powers of the matrix, of which none is defective there.
struct DirectedByDefinition {
  explicit DirectedByDefinition(const Graph& graph)
      : n(graph.vertex_count()), length(all_pairs(graph).length), matrix(adjacency(graph)) {
    for (VertexId v = 0; v < n; ++v) {
      std::vector<VertexId> together;
      for (VertexId w = 0; w < n; ++w) {
        if (v == w || (reaches(v, w) && reaches(w, v))) together.push_back(w);
      }
      value.push_back(radius(matrix, together));
      largest = std::max(largest, value.back());
    }
  }

  [[nodiscard]] bool reaches(VertexId v, VertexId w) const { return std::isfinite(length[v][w]); }
  [[nodiscard]] bool leads(VertexId v) const { return value[v] > largest * (1.0 - 1e-7); }
  // Leading components on the longest chain that ends at v.
  [[nodiscard]] int chain(VertexId v) const {
    int longest = 0;
    for (VertexId u = 0; u < n; ++u) {
      if (u != v && reaches(u, v) && !reaches(v, u)) longest = std::max(longest, chain(u));
    }
    return longest + (leads(v) ? 1 : 0);
  }

  [[nodiscard]] Values vector() const {
    if (largest < 1e-9) return Values(n, 0.0);
    std::vector<int> chains(n);
    for (VertexId v = 0; v < n; ++v) chains[v] = chain(v);
    const int longest = *std::max_element(chains.begin(), chains.end());
    Matrix part = transposed(matrix);
    Values start(n, 0.0);
    for (VertexId v = 0; v < n; ++v) {
      start[v] = chains[v] == longest ? 1.0 : 0.0;
      for (VertexId u = 0; u < n; ++u) {
        const bool kept = chains[v] == longest && chains[u] == longest;
        part[v][u] = (kept ? part[v][u] / largest : 0.0) + (u == v ? 1.0 : 0.0);
      }
    }
    return unit(product(high_power(part, 18), start));
  }

  VertexId n;
  Matrix length;
  Matrix matrix;
  Values value;
  double largest = 0.0;
};

// Small strong components in a row of others, often several of the same eigenvalue.
Graph scattered(std::uint64_t seed) {
  Random random(seed);
  const auto n = static_cast<VertexId>(2 + random.below(9));
  const auto meaning = seed % 3 == 0 ? WeightMeaning::strength : WeightMeaning::none;
  return random_graph({n, 1 + random.below(2 * n), Direction::directed, meaning}, seed);
}

// v -> v + 1 weighs forward(v); the last leads back to the first when `closed`; v + 1 -> v weighs
// `backward`, or is not there for 0.
Graph chain_of(VertexId n, const Values& forward, double backward, bool closed) {
  std::vector<Edge> edges;
  Values weights;
  for (VertexId v = 0; v + 1 < n + (closed ? 1 : 0); ++v) {
    edges.push_back({v, (v + 1) % n});
    weights.push_back(forward[v]);
    if (backward > 0.0) {
      edges.push_back({(v + 1) % n, v});
      weights.push_back(backward);
    }
  }
  return weighted(n, Direction::directed, WeightMeaning::strength, edges, weights);
}

}  // namespace

TEST_CASE("eigenvector: a path of three is bipartite and converges, by hand",
          "[algorithms][eigenvector]") {
  const Scores scores = eigenvector(path(3));
  CHECK(scores.convergence->reached);
  CHECK(difference(scores.values, {0.5, std::sqrt(0.5), 0.5}, 1e-12) == "");
}

TEST_CASE("eigenvector: of a star and of regular graphs", "[algorithms][eigenvector]") {
  const double leaf = std::sqrt(1.0 / 8);
  CHECK(difference(eigenvector(star(4)).values, {std::sqrt(0.5), leaf, leaf, leaf, leaf}, 1e-12) ==
        "");
  CHECK(difference(eigenvector(cycle(9)).values, Values(9, 1.0 / 3), 1e-12) == "");
  CHECK(difference(eigenvector(complete(4)).values, Values(4, 0.5), 1e-12) == "");
}

TEST_CASE("eigenvector: a long path converges although its eigenvalues crowd",
          "[algorithms][eigenvector]") {
  const Scores scores = eigenvector(path(300));
  CHECK(scores.convergence->reached);
  Values expected;  // sin(pi k / (n + 1))
  for (int k = 1; k <= 300; ++k) expected.push_back(std::sin(std::acos(-1.0) * k / 301));
  CHECK(difference(scores.values, unit(expected), 1e-9) == "");
}

TEST_CASE("eigenvector: only the components with the largest eigenvalue count",
          "[algorithms][eigenvector]") {
  //  a triangle (2), a path of three (1.41), another triangle
  const Graph graph =
      undirected(9, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {6, 7}, {7, 8}, {8, 6}});
  const double each = 1 / std::sqrt(6.0);
  CHECK(difference(eigenvector(graph).values, {each, each, each, 0, 0, 0, each, each, each},
                   1e-12) == "");
}

TEST_CASE("eigenvector: directed, what is downstream of the leading cycle counts, by hand",
          "[algorithms][eigenvector]") {
  //  0 <-> 1 -> 2 -> 3     the cycle has eigenvalue 1, and hands on 1, then 1
  CHECK(difference(eigenvector(directed(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}})).values,
                   Values(4, 0.5), 1e-12) == "");
  //  of two cycles in a row the later one leads
  const double each = std::sqrt(0.5);
  CHECK(difference(eigenvector(directed(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}})).values,
                   {0, 0, each, each}, 1e-12) == "");
}

TEST_CASE("eigenvector: directed, last cycles of the same eigenvalue start out equal, by hand",
          "[algorithms][eigenvector]") {
  //  0 <-> 1     2 <-> 3 <- 4
  CHECK(difference(eigenvector(directed(5, {{0, 1}, {1, 0}, {2, 3}, {3, 2}, {4, 3}})).values,
                   {0.5, 0.5, 0.5, 0.5, 0}, 1e-12) == "");
}

TEST_CASE("eigenvector: directed, cycles on both sides of the leading component, by hand",
          "[algorithms][eigenvector]") {
  // A cycle of two, from which the complete graph of 2, 3, 4 (value 2) is reached, from there a cycle
  // of 5 and 6 (value 1), and behind it 7 with a loop: 5 = (4 + 6) / 2, 6 = 5 / 2, 7 = (6 + 7) / 2.
  const Graph graph = directed(8, {{0, 1},
                                   {1, 0},
                                   {1, 2},
                                   {2, 3},
                                   {3, 2},
                                   {3, 4},
                                   {4, 3},
                                   {4, 2},
                                   {2, 4},
                                   {4, 5},
                                   {5, 6},
                                   {6, 5},
                                   {6, 7},
                                   {7, 7}});
  Values expected = {0, 0, 1, 1, 1, 2.0 / 3, 1.0 / 3, 1.0 / 3};
  double squares = 0.0;
  for (const double value : expected) squares += value * value;
  for (double& value : expected) value /= std::sqrt(squares);
  const Scores found = eigenvector(graph);
  CHECK(difference(found.values, expected, 1e-12) == "");
  CHECK(found.convergence->reached);
}

TEST_CASE("eigenvector: without a cycle nobody counts, without an edge all alike",
          "[algorithms][eigenvector]") {
  CHECK(eigenvector(directed(3, {{0, 1}, {1, 2}})).values == Values(3, 0.0));
  CHECK(difference(eigenvector(directed(4, {})).values, Values(4, 0.5), 1e-15) == "");
  CHECK(difference(eigenvector(undirected(4, {})).values, Values(4, 0.5), 1e-15) == "");
  CHECK(eigenvector(Graph()).values.empty());
}

TEST_CASE("eigenvector: is where power iteration leads, on random graphs",
          "[algorithms][eigenvector]") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::strength;
    const Graph graph = random_graph({9, 7 + seed / 3, direction, meaning}, seed);
    if (!has_cycle(graph)) continue;
    const Values limit = limit_of_powers(graph, Values(9, 1.0));
    // Several last cycles of the same eigenvalue: the start decides, and ours is another.
    if (graph.directed() &&
        difference(limit, limit_of_powers(graph, Values{1, 2, 3, 4, 5, 6, 7, 8, 9}), 1e-3) != "") {
      continue;
    }
    INFO(drawn(graph));
    const Scores scores = eigenvector(graph);
    CHECK(scores.convergence->reached);
    CHECK(difference(scores.values, limit, 1e-5) == "");
    ++compared;
  }
  CHECK(compared > 60);
}

TEST_CASE("eigenvector: agrees with its definition on directed graphs of every shape",
          "[algorithms][eigenvector]") {
  int several = 0;
  int nobody = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const Graph graph = scattered(seed);
    const DirectedByDefinition expected(graph);
    INFO(drawn(graph));
    const LeadingVector found = leading_directed(graph, {}, {});
    CHECK(found.convergence.reached);
    CHECK(found.value == Approx(expected.largest).margin(1e-9));
    CHECK(difference(found.vector, expected.vector()) == "");
    several += std::count_if(expected.value.begin(), expected.value.end(),
                             [&](double value) { return value > expected.largest - 1e-7; }) > 4;
    nobody += expected.largest < 1e-9;
  }
  CHECK(several > 100);
  CHECK(nobody > 100);
}

TEST_CASE("eigenvector: of a long weighted cycle, whose eigenvalues stand in a circle",
          "[algorithms][eigenvector]") {
  constexpr VertexId kLong = 2000;
  Random random(4);
  Values weights;
  double logs = 0.0;
  for (VertexId v = 0; v < kLong; ++v) {
    weights.push_back(0.5 + random.unit());
    logs += std::log(weights.back());
  }
  const double lambda = std::exp(logs / kLong);
  Values expected{1.0};
  for (VertexId v = 0; v + 1 < kLong; ++v) expected.push_back(expected[v] * weights[v] / lambda);
  const Scores scores = eigenvector(chain_of(kLong, weights, 0.0, true));
  CHECK(scores.convergence->reached);
  CHECK(scores.convergence->iterations < 1000);
  CHECK(difference(scores.values, unit(expected)) == "");
}

TEST_CASE("eigenvector: of a directed chain that leans to one side", "[algorithms][eigenvector]") {
  // A tridiagonal matrix: lambda = 2 sqrt(ab) cos(pi / (n + 1)), x(k) = (a/b)^(k/2) sin(pi k / (n + 1)).
  constexpr VertexId kLong = 600;
  const double angle = std::acos(-1.0) / (kLong + 1);
  for (const double lean : {1.0, 1.02, 1.5}) {
    const Graph graph = chain_of(kLong, Values(kLong, lean), 1.0, false);
    Values expected;
    for (VertexId k = 1; k <= kLong; ++k) {
      expected.push_back(std::pow(lean, (k - static_cast<double>(kLong)) / 2.0) *
                         std::sin(angle * k));
    }
    INFO(lean);
    const LeadingVector found = leading_directed(graph, {}, {});
    CHECK(found.convergence.reached);
    CHECK(found.value == Approx(2.0 * std::sqrt(lean) * std::cos(angle)).epsilon(1e-12));
    CHECK(difference(found.vector, unit(expected)) == "");
  }
}

TEST_CASE("eigenvector: downstream of a leader only a little stronger",
          "[algorithms][eigenvector]") {
  //  0 <-> 1 of eigenvalue 1 leads into a cycle of eigenvalue 1 - 1e-6, all of whose members get 1e6
  constexpr VertexId kRing = 50;
  std::vector<Edge> edges{{0, 1}, {1, 0}, {1, 2}};
  Values weights{1.0, 1.0, 1.0};
  for (VertexId v = 0; v < kRing; ++v) {
    edges.push_back({2 + v, 2 + (v + 1) % kRing});
    weights.push_back(1.0 - 1e-6);
  }
  const Scores scores = eigenvector(
      weighted(2 + kRing, Direction::directed, WeightMeaning::strength, edges, weights));
  CHECK(scores.convergence->reached);
  Values expected{1.0, 1.0};
  const double round = std::pow(1.0 - 1e-6, kRing);
  for (VertexId v = 0; v < kRing; ++v) expected.push_back(std::pow(1.0 - 1e-6, v) / (1.0 - round));
  CHECK(difference(scores.values, unit(expected), 1e-9) == "");
}

TEST_CASE("eigenvector: cycles of the same length count alike, however many",
          "[algorithms][eigenvector]") {
  constexpr VertexId kPairs = 20'000;
  std::vector<Edge> edges;
  for (VertexId i = 0; i < kPairs; ++i) {
    edges.push_back({2 * i, 2 * i + 1});
    edges.push_back({2 * i + 1, 2 * i});
  }
  const Values found = eigenvector(directed(2 * kPairs, edges)).values;
  CHECK(difference(found, Values(2 * kPairs, 1.0 / std::sqrt(2.0 * kPairs)), 1e-12) == "");
}

TEST_CASE("eigenvector: directed, one, two and four threads give the same bytes",
          "[algorithms][eigenvector][parallel]") {
  const Graph graph = large_graph(34'000, 340'000, Direction::directed, 9);
  Run run;
  run.threads = 1;
  const Values one = eigenvector(graph, {}, run).values;
  for (const int threads : {2, 4}) {
    run.threads = threads;
    CHECK(eigenvector(graph, {}, run).values == one);
  }
}

TEST_CASE("eigenvector: multiplying by the matrix changes nothing but the length",
          "[algorithms][eigenvector]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({30, 90, direction, WeightMeaning::strength}, seed);
    const Values x = eigenvector(graph).values;
    CHECK(difference(unit(product(transposed(adjacency(graph)), x)), x, 1e-11) == "");
    CHECK(std::inner_product(x.begin(), x.end(), x.begin(), 0.0) == Approx(1.0));
  }
}

TEST_CASE("eigenvector: edges of weight 0 join nobody", "[algorithms][eigenvector]") {
  const Graph graph = weighted(4, Direction::undirected, WeightMeaning::strength,
                               {{0, 1}, {1, 2}, {2, 3}}, {2.0, 0.0, 1.0});
  const double each = std::sqrt(0.5);
  CHECK(difference(eigenvector(graph).values, {each, each, 0, 0}, 1e-12) == "");
}

TEST_CASE("eigenvector: stopping early is said", "[algorithms][eigenvector]") {
  CHECK_FALSE(eigenvector(path(500), {.max_iterations = 1}).convergence->reached);
  const Graph leaning = chain_of(50, Values(50, 1.5), 1.0, false);
  CHECK_FALSE(eigenvector(leaning, {.max_iterations = 20}).convergence->reached);
  CHECK(eigenvector(leaning).convergence->reached);
  CHECK_THROWS_AS(eigenvector(path(3), {.tolerance = 0}), InvalidOption);
  CHECK_THROWS_AS(eigenvector(path(3), {.max_iterations = 0}), InvalidOption);
}

TEST_CASE("eigenvector: karate, the kite and the Medici", "[algorithms][eigenvector]") {
  const Values club = eigenvector(karate()).values;  // Zachary 1977; by NetworkX and igraph
  CHECK(club[33] == Approx(0.373363).margin(5e-7));
  CHECK(club[0] == Approx(0.355491).margin(5e-7));
  CHECK(eigenvector(kite()).values[kite_member::diane] == Approx(0.4810).margin(5e-5));
  CHECK(eigenvector(florentine()).values[family::medici] == Approx(0.430308).margin(5e-7));
  CHECK(eigenvector(florentine()).values[family::pucci] == 0.0);
}

}  // namespace summitry::testing
