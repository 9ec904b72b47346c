#include "algorithms/continuity/positions/qap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry {
namespace {

using Matrix = std::vector<std::vector<double>>;

Matrix matrix_of(const Graph& graph) {
  Matrix matrix(graph.vertex_count(), std::vector<double>(graph.vertex_count(), 0.0));
  const auto edges = graph.edges();
  const auto weights = graph.edge_weights();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const double value = weights.empty() ? 1.0 : weights[e];
    matrix[edges[e].source][edges[e].target] += value;
    if (!graph.directed()) matrix[edges[e].target][edges[e].source] += value;
  }
  return matrix;
}

// Pearson's correlation of the entries off the diagonal, the first relabelled.
double slow_correlation(const Matrix& a, const Matrix& b, const std::vector<VertexId>& image) {
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t k = 0; k < a.size(); ++k) {
      if (i == k) continue;
      x.push_back(a[image[i]][image[k]]);
      y.push_back(b[i][k]);
    }
  }
  const double n = static_cast<double>(x.size());
  const double mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double my = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

std::vector<VertexId> identity(VertexId n) {
  std::vector<VertexId> image(n);
  std::iota(image.begin(), image.end(), VertexId{0});
  return image;
}

testing::RandomShape shape(VertexId n, std::size_t edges, bool directed, bool with_weights) {
  testing::RandomShape result;
  result.vertices = n;
  result.edges = edges;
  result.direction = directed ? Direction::directed : Direction::undirected;
  result.meaning = with_weights ? WeightMeaning::strength : WeightMeaning::none;
  return result;
}

}  // namespace

TEST_CASE("qap: four vertices by hand", "[algorithms][continuity]") {
  // Pairs 01 02 03 12 13 23: 1 0 0 1 0 0 against 1 0 0 0 0 1.
  const Graph a = testing::undirected(4, {{0, 1}, {1, 2}});
  const Graph b = testing::undirected(4, {{0, 1}, {2, 3}});
  const QapCorrelation found = qap_correlation(a, b);
  CHECK(*found.value == Approx(0.25));
  CHECK(found.exact);
  CHECK(found.permutations == 24);
  // The middle of the path has its opposite edge inside the path for two of three relabellings.
  CHECK(found.p_at_least == Approx(2.0 / 3.0));
  CHECK(found.p_at_most == 1.0);
  CHECK(found.mean == Approx(0.0).margin(1e-12));
}

TEST_CASE("qap: agrees with dense matrices, loops and parallel edges included",
          "[algorithms][continuity]") {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const bool directed = seed % 2 == 0;
    const auto n = static_cast<VertexId>(3 + seed % 4);  // up to six: all relabellings
    const Graph a = testing::random_graph(shape(n, 6, directed, seed % 3 == 0), seed);
    const Graph b = testing::random_graph(shape(n, 7, directed, seed % 5 == 0), seed + 100);
    Matrix ma = matrix_of(a);
    Matrix mb = matrix_of(b);
    const double expected = slow_correlation(ma, mb, identity(n));
    const QapCorrelation found = qap_correlation(a, b);
    INFO(testing::drawn(a) << " against " << testing::drawn(b));
    REQUIRE(found.value.has_value() == !std::isnan(expected));
    if (!found.value) continue;
    CHECK(*found.value == Approx(expected).margin(1e-12));
    double all = 0.0;
    double at_least = 0.0;
    std::vector<VertexId> image = identity(n);
    do {
      all += 1.0;
      at_least += slow_correlation(ma, mb, image) >= expected - 1e-9 ? 1.0 : 0.0;
    } while (std::next_permutation(image.begin(), image.end()));
    CHECK(found.p_at_least == Approx(at_least / all));
    ++compared;
  }
  CHECK(compared > 25);
}

TEST_CASE("qap: p of a sample agrees with all relabellings of seven", "[algorithms][continuity]") {
  const Graph a = testing::random_graph(shape(7, 9, false, true), 5);
  const Graph b = testing::random_graph(shape(7, 9, false, true), 6);
  const Matrix ma = matrix_of(a);
  const Matrix mb = matrix_of(b);
  const double observed = slow_correlation(ma, mb, identity(7));
  double at_least = 0.0;
  std::vector<VertexId> image = identity(7);
  do {
    at_least += slow_correlation(ma, mb, image) >= observed - 1e-9 ? 1.0 : 0.0;
  } while (std::next_permutation(image.begin(), image.end()));
  const double p = at_least / 5040.0;
  const QapCorrelation found = qap_correlation(a, b, {.permutations = 20000});
  CHECK_FALSE(found.exact);
  CHECK(std::fabs(found.p_at_least - p) < 4.0 * std::sqrt(p * (1.0 - p) / 20000.0) + 1e-4);
  CHECK(found.mean == Approx(0.0).margin(0.02));
  CHECK(found.smallest_p == Approx(1.0 / 20001.0));
}

TEST_CASE("qap: a graph agrees with itself, and that is rare", "[algorithms][continuity]") {
  const Graph karate = testing::karate();
  const QapCorrelation same = qap_correlation(karate, karate, {.permutations = 99});
  CHECK(*same.value == Approx(1.0));
  CHECK(same.p_at_least == Approx(0.01));
  CHECK(same.p_at_most == 1.0);
}

TEST_CASE("qap: symmetric in its two sides, and blind to scale", "[algorithms][continuity]") {
  const Graph a = testing::random_graph(shape(9, 14, false, true), 7);
  const Graph b = testing::random_graph(shape(9, 18, false, true), 8);
  const double r = *qap_correlation(a, b, {.permutations = 1}).value;
  CHECK(*qap_correlation(b, a, {.permutations = 1}).value == Approx(r));
  CHECK(*qap_correlation(testing::scaled(a, 4.0), b, {.permutations = 1}).value == Approx(r));
}

TEST_CASE("qap: sparse rows beyond two thousand vertices give the same",
          "[algorithms][continuity]") {
  const Graph a = testing::random_graph(shape(2001, 4000, false, false), 9);
  const Graph b = testing::random_graph(shape(2001, 4000, true, true), 9);
  const QapCorrelation undirected = qap_correlation(a, a, {.permutations = 3});
  CHECK(*undirected.value == Approx(1.0));
  const QapCorrelation directed = qap_correlation(b, b, {.permutations = 3});
  CHECK(*directed.value == Approx(1.0));
}

TEST_CASE("qap: undefined where all pairs are alike", "[algorithms][continuity]") {
  const Graph full = testing::complete(5);
  const Graph some = testing::path(5);
  CHECK_FALSE(qap_correlation(full, some).value);
  CHECK_FALSE(qap_correlation(some, testing::undirected(5, {})).value);
  CHECK_FALSE(qap_correlation(Graph(), Graph()).value);
  CHECK_FALSE(qap_correlation(testing::path(2), testing::path(2)).value);
  CHECK_THROWS_AS(qap_correlation(some, testing::path(4)), InvalidOption);
  CHECK_THROWS_AS(qap_correlation(some, testing::directed(5, {{0, 1}})), InvalidOption);
  CHECK_THROWS_AS(qap_correlation(some, some, {.permutations = 0}), InvalidOption);
}

TEST_CASE("qap: the same whatever the threads", "[algorithms][continuity][parallel]") {
  const Graph a = testing::random_graph(shape(20, 60, false, true), 10);
  const Graph b = testing::random_graph(shape(20, 60, false, true), 11);
  const QapCorrelation one = qap_correlation(a, b, {.permutations = 500}, {.threads = 1});
  for (const int threads : {2, 4}) {
    const QapCorrelation more = qap_correlation(a, b, {.permutations = 500}, {.threads = threads});
    CHECK(more.mean == one.mean);
    CHECK(more.sd == one.sd);
    CHECK(more.p_at_least == one.p_at_least);
    CHECK(more.p_at_most == one.p_at_most);
  }
}

}  // namespace summitry
