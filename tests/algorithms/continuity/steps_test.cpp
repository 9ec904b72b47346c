// edge_step.hpp, rank_step.hpp and claim_resampling.hpp: one step, figure by figure.
#include <cmath>
#include <map>

#include "algorithms/continuity/positions/claim_resampling.hpp"
#include "algorithms/continuity/positions/edge_step.hpp"
#include "algorithms/continuity/positions/rank_step.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry {
namespace {

Graph of_entities(std::vector<std::uint32_t> entities, std::vector<Edge> edges) {
  GraphParts parts;
  parts.vertices = static_cast<VertexId>(entities.size());
  parts.entities = std::move(entities);
  parts.edges = std::move(edges);
  return Graph(std::move(parts));
}

EdgeStep compared(const Graph& before, const Graph& after) {
  return compare_edges(before, after, common_graphs(before, after));
}

std::vector<EntityIndex> first_entities(std::size_t n) {
  std::vector<EntityIndex> entities(n);
  for (std::size_t i = 0; i < n; ++i) entities[i] = static_cast<EntityIndex>(i);
  return entities;
}

Ranking ranking(std::vector<double> values) {
  return {first_entities(values.size()), std::move(values)};
}

}  // namespace

TEST_CASE("edge step: four vertices that share one edge of three give a Jaccard of 1/3",
          "[algorithms][continuity]") {
  const Graph first = of_entities({0, 1, 2, 3}, {{0, 1}, {1, 2}});
  const Graph second = of_entities({0, 1, 2, 3}, {{0, 1}, {2, 3}});
  const EdgeStep step = compared(first, second);
  CHECK(*step.jaccard == Approx(1.0 / 3.0));
  CHECK(*step.jaccard_all == Approx(1.0 / 3.0));
  CHECK(step.common == 4);
  CHECK(step.kept == 1);
  CHECK(step.formed == 1);
  CHECK(step.dissolved == 1);
  CHECK(step.hamming == 2);
  CHECK(*step.hamming_share == Approx(2.0 / 6.0));
  CHECK(*step.persistence == Approx(0.5));
  CHECK(*step.formation == Approx(0.25));
}

TEST_CASE("edge step: only the common are compared, and all beside it",
          "[algorithms][continuity]") {
  // Entity 9 is new and 0 is gone; edge 1-2 stays.
  const Graph first = of_entities({0, 1, 2}, {{0, 1}, {1, 2}});
  const Graph second = of_entities({1, 2, 9}, {{0, 1}, {1, 2}});
  const EdgeStep step = compared(first, second);
  CHECK(step.common == 2);
  CHECK(*step.jaccard == 1.0);
  CHECK(*step.jaccard_all == Approx(1.0 / 3.0));
  CHECK_FALSE(step.formation);  // no pair was apart
}

TEST_CASE("edge step: against sets of pairs on random graphs", "[algorithms][continuity]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    testing::RandomShape shape;
    shape.vertices = 8;
    shape.edges = 12;
    const Graph a = testing::random_graph(shape, seed);
    const Graph b = testing::random_graph(shape, seed + 500);
    std::map<Edge, int> seen;  // 1 before, 2 after, 3 both
    for (const Edge& edge : a.edges()) seen[edge] |= edge.source != edge.target ? 1 : 0;
    for (const Edge& edge : b.edges()) seen[edge] |= edge.source != edge.target ? 2 : 0;
    std::map<int, std::size_t> counts;
    for (const auto& [edge, when] : seen) ++counts[when];
    const EdgeStep step = compared(a, b);
    CHECK(step.kept == counts[3]);
    CHECK(step.dissolved == counts[1]);
    CHECK(step.formed == counts[2]);
  }
}

TEST_CASE("edge step: nobody in common", "[algorithms][continuity]") {
  const EdgeStep step = compared(of_entities({0, 1}, {{0, 1}}), of_entities({2, 3}, {{0, 1}}));
  CHECK(step.common == 0);
  CHECK_FALSE(step.jaccard);
  CHECK_FALSE(step.persistence);
  CHECK(*step.jaccard_all == 0.0);
  const NullTest test = qap_test(common_graphs(of_entities({0}, {}), of_entities({1}, {})), 10, {});
  CHECK_FALSE(test.p_value);
  CHECK_FALSE(test.note.empty());
}

TEST_CASE("rank step: identical rankings", "[algorithms][continuity]") {
  const Ranking same = ranking({8, 7, 6, 5, 4, 3, 2, 1});
  const RankStep step = compare_ranks(same, same, {.top = 3});
  CHECK(*step.tau_b == 1.0);
  CHECK(*step.rho == 1.0);
  CHECK(*step.overlap_extrapolated == Approx(1.0));
  CHECK(step.top->shared == 3);
  CHECK(step.top->expected == Approx(9.0 / 8.0));
  CHECK(*step.tests[2].p_value == Approx(1.0 / 56.0));  // one set of three out of C(8,3)
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t k = 0; k < 4; ++k) CHECK(step.mobility[i][k] == (i == k ? 2U : 0U));
  }
}

TEST_CASE("rank step: equal values share a quarter", "[algorithms][continuity]") {
  // Eight, of whom four share the first place: their mean rank from the top is 2.5, in the second quarter.
  const RankStep step =
      compare_ranks(ranking({9, 9, 9, 9, 4, 3, 2, 1}), ranking({8, 7, 6, 5, 4, 3, 2, 1}));
  for (std::size_t k = 0; k < 4; ++k) CHECK(step.mobility[0][k] == 0);
  CHECK(step.mobility[1][0] == 2);
  CHECK(step.mobility[1][1] == 2);
  CHECK(step.mobility[2][2] == 2);
  CHECK(step.mobility[3][3] == 2);
}

TEST_CASE("rank step: correlations ask on either side, the top for more",
          "[algorithms][continuity]") {
  const RankStep step = compare_ranks(ranking({4, 3, 2, 1}), ranking({1, 2, 3, 4}), {.top = 2});
  CHECK(step.tests[0].alternative == Alternative::two_sided);
  CHECK(step.tests[1].alternative == Alternative::two_sided);
  CHECK(step.tests[2].alternative == Alternative::greater);
  CHECK(step.tests[0].smallest_p == Approx(2.0 / 24.0));
}

TEST_CASE("rank step: nobody in common, and all equal", "[algorithms][continuity]") {
  const RankStep none = compare_ranks({{0, 1}, {1, 2}}, {{2, 3}, {1, 2}});
  CHECK(none.common == 0);
  CHECK_FALSE(none.tau_b);
  CHECK_FALSE(none.top);
  CHECK(*none.overlap_extrapolated == 0.0);
  for (const NullTest& test : none.tests) CHECK_FALSE(test.note.empty());
  const RankStep level = compare_ranks(ranking({1, 1, 1}), ranking({1, 2, 3}), {.top = 1});
  CHECK_FALSE(level.tau_b);
  CHECK(level.top->before == 3);  // all tie with the first
  CHECK(level.top->shared == 1);
  CHECK(*level.tests[2].p_value == 1.0);
}

TEST_CASE("rank step: what is not a number is not ranked", "[algorithms][continuity]") {
  const double nothing = std::nan("");
  const RankStep step = compare_ranks(ranking({3, nothing, 1, 2}), ranking({3, 5, 1, 2}));
  CHECK(step.common == 3);
  CHECK(*step.tau_b == 1.0);
  CHECK(competition_ranks(ranking({5, nothing, 7, 5})) == std::vector<std::size_t>{2, 0, 1, 2});
}

TEST_CASE("rank step: options out of range", "[algorithms][continuity]") {
  CHECK_THROWS_AS(compare_ranks({}, {}, {.top = 0}), InvalidOption);
  CHECK_THROWS_AS(compare_ranks({}, {}, {.overlap_p = 1.0}), InvalidOption);
}

TEST_CASE("claims: a relation is known while one of its sources is kept",
          "[algorithms][continuity]") {
  testing::Story story;
  story.editions = {{"s1"}};
  story.told = {{"a", "attended", "s1", "s1", "gov"},
                {"b", "attended", "s1", "s1", "gov|press"},
                {"c", "attended", "s1", "s1", "press", "secondary"},
                {"d", "attended", "s1", "s1", "", "unverified"}};
  const Network network = told(story);
  const std::vector<RelationIndex> all = {0, 1, 2, 3};
  const ClaimResampling claims(network, all, {0.9, 0.6, 0.3});
  REQUIRE(claims.sole_sources().size() == 2);
  CHECK(network.sources()[claims.sole_sources()[0]].id == "gov");
  CHECK(claims.without(claims.sole_sources()[0]) == std::vector<bool>{true, false, false, false});
  CHECK(claims.without(claims.sole_sources()[1]) == std::vector<bool>{false, false, true, false});
  // gov is official by a; press by b, so that c is kept as often.
  std::vector<double> kept(4, 0.0);
  constexpr int kDraws = 4000;
  for (std::uint64_t i = 0; i < kDraws; ++i) {
    const auto left_out = claims.replicate(1, i);
    CHECK(left_out == claims.replicate(1, i));
    for (std::size_t r = 0; r < 4; ++r) kept[r] += left_out[r] ? 0.0 : 1.0 / kDraws;
    CHECK((left_out[1] == (left_out[0] && left_out[2])));
  }
  CHECK(kept[0] == Approx(0.9).margin(0.02));
  CHECK(kept[1] == Approx(0.99).margin(0.01));
  CHECK(kept[2] == Approx(0.9).margin(0.02));
  CHECK(kept[3] == Approx(0.3).margin(0.03));
}

TEST_CASE("claims: reliabilities out of range", "[algorithms][continuity]") {
  const Network network = testing::attended({{"a"}});
  const std::vector<RelationIndex> none;
  CHECK_THROWS_AS(ClaimResampling(network, none, {1.1, 0.5, 0.5}), InvalidOption);
  CHECK_THROWS_AS(ClaimResampling(network, none, {0.5, -0.1, 0.5}), InvalidOption);
  CHECK_THROWS_AS(ClaimResampling(network, none, {0.5, 0.5, std::nan("")}), InvalidOption);
}

}  // namespace summitry
