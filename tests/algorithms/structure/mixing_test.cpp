// Whether edges join like with like.
#include "algorithms/structure/mixing.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "algorithms/structure/summary.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

using Pair = std::pair<double, double>;

// Every edge of the simple graph as the pairs of values that it counts as.
std::vector<std::vector<Pair>> pairs_of(const Graph& graph, const Values& x, const Values& y) {
  std::set<Edge> seen;
  std::vector<std::vector<Pair>> pairs;
  for (const Edge& edge : graph.edges()) {
    const auto [u, v] = edge;
    if (u == v || !seen.insert(edge).second) continue;
    if (std::isnan(x[u]) || std::isnan(y[v])) continue;
    pairs.push_back({{x[u], y[v]}});
    if (!graph.directed()) pairs.back().emplace_back(x[v], y[u]);
  }
  return pairs;
}

using Coefficient = double (*)(const std::vector<Pair>&);

double pearson(const std::vector<Pair>& pairs) {
  double x = 0.0, y = 0.0;
  for (const auto& [a, b] : pairs) {
    x += a / static_cast<double>(pairs.size());
    y += b / static_cast<double>(pairs.size());
  }
  double xx = 0.0, yy = 0.0, xy = 0.0;
  for (const auto& [a, b] : pairs) {
    xx += (a - x) * (a - x);
    yy += (b - y) * (b - y);
    xy += (a - x) * (b - y);
  }
  return xx > 1e-9 && yy > 1e-9 ? xy / std::sqrt(xx * yy) : kMissing;
}

double kappa(const std::vector<Pair>& pairs) {
  const auto n = static_cast<double>(pairs.size());
  std::map<double, double> row, column;
  double within = 0.0;
  for (const auto& [a, b] : pairs) {
    row[a] += 1.0 / n;
    column[b] += 1.0 / n;
    if (a == b) within += 1.0 / n;
  }
  double expected = 0.0;
  for (const auto& [a, share] : row) expected += share * column[a];
  return !pairs.empty() && expected < 1.0 - 1e-9 ? (within - expected) / (1.0 - expected)
                                                 : kMissing;
}

// r and its standard deviation, missing or not, each edge left out in turn.
Values by_leaving_out(const std::vector<std::vector<Pair>>& edges, Coefficient coefficient) {
  const auto without = [&](std::size_t left_out) {
    std::vector<Pair> pairs;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if (e != left_out) pairs.insert(pairs.end(), edges[e].begin(), edges[e].end());
    }
    return coefficient(pairs);
  };
  const double r = without(edges.size());
  double squares = 0.0;
  for (std::size_t e = 0; e < edges.size(); ++e) squares += std::pow(without(e) - r, 2);
  return {r, std::isnan(r) ? kMissing : std::sqrt(squares)};
}

Values values_of(const Assortativity& found) {
  return {found.r.value_or(kMissing), found.sd.value_or(kMissing)};
}

Graph some_graph(std::uint64_t seed) {
  const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
  return random_graph({static_cast<VertexId>(3 + seed % 10), seed % 31, direction}, seed);
}

}  // namespace

TEST_CASE("mixing: two kinds, by hand", "[algorithms][mixing]") {
  // 0 - 1 within a; 1 - 2 between a and b; 2 - 3 within b; 4 has no category
  const Graph graph = undirected(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  const std::vector<std::uint32_t> category = {0, 0, 1, 1, kNoCategory};
  const CategoryMixing mixing = category_mixing(graph, category);
  CHECK(mixing.categories == 2);
  CHECK(mixing.edges == std::vector<std::uint64_t>{2, 1, 1, 2});
  CHECK(*mixing.assortativity.r == Approx((4.0 / 6 - 0.5) / 0.5));
  CHECK(mixing.assortativity.edges == 3);
  CHECK(mixing.assortativity.left_out == 1);
}

TEST_CASE("mixing: like with like gives 1, nothing but unlike -1", "[algorithms][mixing]") {
  const Graph apart = undirected(4, {{0, 1}, {2, 3}});
  CHECK(*category_mixing(apart, std::vector<std::uint32_t>{0, 0, 1, 1}).assortativity.r == 1.0);
  CHECK(*numeric_assortativity(apart, Values{5, 5, 9, 9}).r == Approx(1.0));
  CHECK(*category_mixing(star(4), std::vector<std::uint32_t>{0, 1, 1, 1, 1}).assortativity.r ==
        -1.0);
  CHECK(*degree_assortativity(star(4), DegreeKind::all, DegreeKind::all).r == Approx(-1.0));
}

TEST_CASE("mixing: there is no r where all are alike or nobody is joined", "[algorithms][mixing]") {
  CHECK_FALSE(category_mixing(path(3), std::vector<std::uint32_t>{0, 0, 0}).assortativity.r);
  CHECK_FALSE(category_mixing(Graph(), {}).assortativity.r);
  CHECK_FALSE(numeric_assortativity(path(3), Values{2, 2, 2}).r);
  CHECK_FALSE(numeric_assortativity(undirected(2, {}), Values{1, 2}).r);
  CHECK_FALSE(degree_assortativity(cycle(5), DegreeKind::all, DegreeKind::all).r);
}

TEST_CASE("mixing: agrees with the definitions, each edge left out in turn",
          "[algorithms][mixing]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Graph graph = some_graph(seed);
    INFO(drawn(graph));
    std::vector<std::uint32_t> category;
    Values number;
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      const bool missing = (v + seed) % 7 == 0;
      category.push_back(missing ? kNoCategory : static_cast<std::uint32_t>((v * v + seed) % 3));
      number.push_back(missing ? kMissing : 1000.0 + static_cast<double>((v * 5 + seed) % 8));
    }
    Values labels;
    for (const std::uint32_t one : category) {
      labels.push_back(one == kNoCategory ? kMissing : static_cast<double>(one));
    }
    auto of_labels = pairs_of(graph, labels, labels);
    auto of_numbers = pairs_of(graph, number, number);
    std::erase_if(of_labels, [](const auto& edge) { return std::isnan(edge[0].second); });
    CHECK(difference(values_of(category_mixing(graph, category).assortativity),
                     by_leaving_out(of_labels, kappa)) == "");
    CHECK(difference(values_of(numeric_assortativity(graph, number)),
                     by_leaving_out(of_numbers, pearson), 1e-8) == "");
  }
}

TEST_CASE("mixing: of degrees is the summary's, and each pair of directions its own",
          "[algorithms][mixing]") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Graph graph = some_graph(seed);
    INFO(drawn(graph));
    const auto found = degree_assortativity(graph, DegreeKind::out, DegreeKind::in).r;
    const auto expected = assortativity(graph);
    REQUIRE(found.has_value() == expected.has_value());
    if (found) CHECK(*found == Approx(*expected).margin(1e-12));
  }
  // 0 -> 1 -> 2, 0 -> 2, 3 -> 2: out-degrees 2 1 0 1, in-degrees 0 1 3 0.
  const Graph graph = directed(4, {{0, 1}, {1, 2}, {0, 2}, {3, 2}});
  const auto expected = [&](const Values& x, const Values& y) {
    return by_leaving_out(pairs_of(graph, x, y), pearson)[0];
  };
  const Values out = {2, 1, 0, 1};
  const Values in = {0, 1, 3, 0};
  const auto r = [&](DegreeKind source, DegreeKind target) {
    return *degree_assortativity(graph, source, target).r;
  };
  CHECK(r(DegreeKind::out, DegreeKind::in) == Approx(expected(out, in)));
  CHECK(r(DegreeKind::in, DegreeKind::in) == Approx(expected(in, in)));
  CHECK(r(DegreeKind::out, DegreeKind::out) == Approx(expected(out, out)));
  CHECK(r(DegreeKind::in, DegreeKind::out) == Approx(expected(in, out)));
  CHECK(r(DegreeKind::all, DegreeKind::all) == Approx(expected({2, 2, 3, 1}, {2, 2, 3, 1})));
}

TEST_CASE("mixing: partners of four ethnic groups", "[algorithms][mixing]") {
  // Catania et al. 1992 in Newman 2003, table I: r = 0.621, of shares before rounding. Shares of couples in thousandths, black,
  // hispanic, white, other; women by row.
  const std::vector<std::vector<int>> couples = {
      {258, 16, 35, 13}, {12, 157, 58, 19}, {13, 23, 306, 35}, {5, 7, 24, 16}};
  std::vector<Edge> edges;
  std::vector<std::uint32_t> category;
  for (std::uint32_t a = 0; a < 4; ++a) {
    for (std::uint32_t b = 0; b < 4; ++b) {
      for (int i = 0; i < couples[a][b]; ++i) {
        const auto next = static_cast<VertexId>(category.size());
        edges.push_back({next, next + 1});
        category.push_back(a);
        category.push_back(b);
      }
    }
  }
  const auto n = static_cast<VertexId>(category.size());
  const CategoryMixing mixing = category_mixing(directed(n, edges), category);
  CHECK(*mixing.assortativity.r == Approx(0.621).margin(0.0025));
}

TEST_CASE("mixing: degrees of the karate club", "[algorithms][mixing]") {
  // Zachary 1977; the figure that NetworkX and igraph give.
  const auto found = degree_assortativity(karate(), DegreeKind::all, DegreeKind::all);
  CHECK(*found.r == Approx(-0.475613).margin(5e-7));
}

}  // namespace summitry::testing
