// Agreement beyond the basic indices: all normalisers, pair counts, V, the two split-join distances,
// the omega index of covers, matches of single communities, and a community's own scores.
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/agreement/matches.hpp"
#include "algorithms/communities/agreement/omega.hpp"
#include "algorithms/communities/portraits/community_scores.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

namespace summitry {
namespace {

using testing::Labelling;

Labelling random_labels(Random& random, std::size_t n, std::uint64_t labels) {
  Labelling result(n);
  for (std::uint32_t& label : result) label = static_cast<std::uint32_t>(random.below(labels));
  return result;
}

// Each vertex in each community by chance: many overlaps, some communities empty.
Cover random_cover(Random& random, VertexId n, std::size_t communities) {
  Cover cover{n, std::vector<std::vector<VertexId>>(communities)};
  for (VertexId v = 0; v < n; ++v) {
    for (auto& community : cover.communities) {
      if (random.below(3) == 0) community.push_back(v);
    }
  }
  return cover;
}

std::size_t shared_by(const Cover& cover, VertexId u, VertexId v) {
  std::size_t count = 0;
  for (const auto& community : cover.communities) {
    const bool has_u = std::find(community.begin(), community.end(), u) != community.end();
    const bool has_v = std::find(community.begin(), community.end(), v) != community.end();
    if (has_u && has_v) ++count;
  }
  return count;
}

// Collins and Dent's formula over all pairs, looked up one by one.
double omega_by_pairs(const Cover& a, const Cover& b) {
  double pairs = 0.0;
  double same = 0.0;
  std::vector<double> in_a(a.communities.size() + 1, 0.0);
  std::vector<double> in_b(b.communities.size() + 1, 0.0);
  for (VertexId u = 0; u < a.vertices; ++u) {
    for (VertexId v = u + 1; v < a.vertices; ++v) {
      pairs += 1.0;
      in_a[shared_by(a, u, v)] += 1.0;
      in_b[shared_by(b, u, v)] += 1.0;
      if (shared_by(a, u, v) == shared_by(b, u, v)) same += 1.0;
    }
  }
  double expected = 0.0;
  for (std::size_t k = 0; k < std::min(in_a.size(), in_b.size()); ++k) {
    expected += in_a[k] * in_b[k] / (pairs * pairs);
  }
  return (same / pairs - expected) / (1.0 - expected);
}

TEST_CASE("agreement: all normalisers, pair counts and V by hand",
          "[algorithms][communities][agreement]") {
  const Labelling a = {0, 0, 1, 1};
  const Labelling b = {0, 0, 0, 1};
  const double h1 = std::log(2.0);
  const double h2 = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  const double mi = 0.5 * std::log(4.0 / 3.0) + 0.25 * std::log(4.0 / 6.0) + 0.25 * std::log(2.0);
  CHECK(normalised_mutual_information(a, b, Normaliser::minimum) == Approx(mi / h2));
  CHECK(normalised_mutual_information(a, b, Normaliser::geometric_mean) ==
        Approx(mi / std::sqrt(h1 * h2)));
  CHECK(normalised_mutual_information(a, b, Normaliser::joint) == Approx(mi / (h1 + h2 - mi)));
  // pairs: one together in both, one in a only, two in b only
  CHECK(jaccard_of_pairs(a, b) == Approx(1.0 / 4.0));
  CHECK(fowlkes_mallows(a, b) == Approx(1.0 / std::sqrt(2.0 * 3.0)));
  const VMeasure v = v_measure(a, b);
  CHECK(v.homogeneity == Approx(mi / h1));
  CHECK(v.completeness == Approx(mi / h2));
  CHECK(v.v == Approx(normalised_mutual_information(a, b)));
  CHECK(split_join(a, b).first_to_second == 1);
  CHECK(split_join(a, b).second_to_first == 1);
  CHECK(split_join(Labelling{0, 0, 0, 0}, a).first_to_second == 2);
  CHECK(split_join(Labelling{0, 0, 0, 0}, a).second_to_first == 0);
}

TEST_CASE("agreement: normalisers keep their order, and V is the arithmetic mean's",
          "[algorithms][communities][agreement]") {
  CHECK(rc::check([](std::uint64_t seed) {
    Random random(seed);
    const std::size_t n = 4 + random.below(30);
    const Labelling a = random_labels(random, n, 4);
    const Labelling b = random_labels(random, n, 5);
    const auto nmi = [&](Normaliser by) { return normalised_mutual_information(a, b, by); };
    RC_ASSERT(nmi(Normaliser::joint) <= nmi(Normaliser::maximum) + 1e-12);
    RC_ASSERT(nmi(Normaliser::maximum) <= nmi(Normaliser::arithmetic_mean) + 1e-12);
    RC_ASSERT(nmi(Normaliser::arithmetic_mean) <= nmi(Normaliser::geometric_mean) + 1e-12);
    RC_ASSERT(nmi(Normaliser::geometric_mean) <= nmi(Normaliser::minimum) + 1e-12);
    RC_ASSERT(nmi(Normaliser::minimum) <= 1.0 + 1e-12);
    const VMeasure v = v_measure(a, b);
    if (v.homogeneity < 1.0 && v.completeness < 1.0) {
      RC_ASSERT(std::abs(v.v - nmi(Normaliser::arithmetic_mean)) < 1e-12);
    }
    RC_ASSERT(std::abs(v.homogeneity - v_measure(b, a).completeness) < 1e-12);
    const SplitJoin moves = split_join(a, b);
    RC_ASSERT(moves.first_to_second == split_join(b, a).second_to_first);
    RC_ASSERT(moves.first_to_second + moves.second_to_first == split_join_distance(a, b));
    const double jaccard = jaccard_of_pairs(a, b);
    const double fowlkes = fowlkes_mallows(a, b);
    RC_ASSERT(jaccard <= fowlkes + 1e-12);
    RC_ASSERT(fowlkes <= 1.0);
  }));
}

TEST_CASE("agreement: the split of the karate club by every figure",
          "[algorithms][communities][agreement]") {
  // by the formulas from scikit-learn's and igraph's values in agreement_test.cpp
  const Labelling split = testing::karate_split();
  const Labelling best = testing::karate_optimum();
  const double mi = mutual_information(split, best);
  const double h1 = std::log(2.0);  // 17 and 17
  const double h2 = 2.0 * mi / 0.587850 - h1;
  CHECK(v_measure(split, best).homogeneity == Approx(mi / h1).margin(1e-9));
  CHECK(v_measure(split, best).completeness == Approx(mi / h2).margin(1e-5));
  CHECK(split_join(split, best).first_to_second + split_join(split, best).second_to_first == 13);
}

TEST_CASE("agreement: trivial partitions give numbers, and the joint entropy adjusts nothing",
          "[algorithms][communities][agreement]") {
  const Labelling together = {0, 0, 0};
  const Labelling apart = {0, 1, 2};
  for (const auto by : {Normaliser::minimum, Normaliser::geometric_mean, Normaliser::joint}) {
    CHECK(normalised_mutual_information(together, apart, by) == 0.0);
    CHECK(normalised_mutual_information(apart, apart, by) == 1.0);
    CHECK(normalised_mutual_information(Labelling{}, Labelling{}, by) == 1.0);
  }
  CHECK(adjusted_mutual_information(together, apart, Normaliser::minimum) == 0.0);
  CHECK(jaccard_of_pairs(together, apart) == 0.0);
  CHECK(fowlkes_mallows(together, apart) == 0.0);
  CHECK(fowlkes_mallows(apart, apart) == 1.0);
  CHECK(v_measure(together, apart).homogeneity == 1.0);
  CHECK(v_measure(together, apart).completeness == 0.0);
  CHECK(v_measure(together, apart).v == 0.0);
  CHECK_THROWS_AS(adjusted_mutual_information(apart, apart, Normaliser::joint), InvalidOption);
}

TEST_CASE("omega: by hand, and for partitions the adjusted Rand index",
          "[algorithms][communities][omega]") {
  // first {0,1,2} {2,3}, second {0,1} {1,2} {2,3}: pairs 01 12 23 agree, 02 does not, 03 13 agree
  const Cover first{4, {{0, 1, 2}, {2, 3}}};
  const Cover second{4, {{1, 0}, {1, 2}, {2, 3}}};
  const double expected = (4.0 * 3.0 + 2.0 * 3.0) / 36.0;
  CHECK(omega_index(first, second) == Approx((5.0 / 6.0 - expected) / (1.0 - expected)));
  CHECK(omega_index(first, first) == 1.0);
  CHECK(rc::check([](std::uint64_t seed) {
    Random random(seed);
    const std::size_t n = 2 + random.below(25);
    const Labelling a = random_labels(random, n, 4);
    const Labelling b = random_labels(random, n, 5);
    const double omega = omega_index(cover_of(canonical(a)), cover_of(canonical(b)));
    RC_ASSERT(std::abs(omega - adjusted_rand_index(a, b)) < 1e-9);
  }));
}

TEST_CASE("omega: covers that overlap, against the formula over all pairs",
          "[algorithms][communities][omega]") {
  Random random(21);
  for (int trial = 0; trial < 60; ++trial) {
    const auto n = static_cast<VertexId>(3 + random.below(12));
    const Cover a = random_cover(random, n, 1 + random.below(5));
    const Cover b = random_cover(random, n, 1 + random.below(5));
    CHECK(omega_index(a, a) == 1.0);
    const double expected = omega_by_pairs(a, b);
    if (std::isnan(expected)) continue;  // both agree on every pair
    CHECK(omega_index(a, b) == Approx(expected).margin(1e-12));
    CHECK(omega_index(b, a) == Approx(expected).margin(1e-12));
  }
}

TEST_CASE("omega: nobody, one, and what is refused", "[algorithms][communities][omega]") {
  CHECK(omega_index({0, {}}, {0, {}}) == 1.0);
  CHECK(omega_index({1, {{0}}}, {1, {}}) == 1.0);
  CHECK(omega_index({3, {}}, {3, {{0}, {1}}}) == 1.0);  // no pair is together
  CHECK_THROWS_AS(omega_index({2, {}}, {3, {}}), InvalidOption);
  CHECK_THROWS_AS(omega_index({2, {{0, 2}}}, {2, {}}), InvalidOption);
  CHECK_THROWS_AS(omega_index({2, {{0, 0}}}, {2, {}}), InvalidOption);
}

TEST_CASE("matches: precision, recall and F1 by hand", "[algorithms][communities][matches]") {
  const Partition truth = canonical(Labelling{0, 0, 0, 0, 1, 1});
  const Partition found = canonical(Labelling{0, 0, 0, 1, 1, 2});
  const auto of_groups = best_matches(truth, found);
  REQUIRE(of_groups.size() == 2);
  CHECK(of_groups[0].counterpart == 0);
  CHECK(of_groups[0].shared == 3);
  CHECK(of_groups[0].share() == Approx(3.0 / 4.0));           // recall
  CHECK(of_groups[0].share_of_counterpart() == Approx(1.0));  // precision
  CHECK(of_groups[0].f1 == Approx(6.0 / 7.0));
  CHECK(of_groups[0].jaccard() == Approx(3.0 / 4.0));
  // {4,5} shares one with {3,4} (F1 1/2) and one with {5} (F1 2/3)
  CHECK(of_groups[1].counterpart == 2);
  CHECK(of_groups[1].f1 == Approx(2.0 / 3.0));
  const auto of_found = best_matches(found, truth);
  CHECK(of_found[1].counterpart == 1);
  const double mean = 0.5 * ((6.0 / 7.0 + 2.0 / 3.0) / 2.0 + (6.0 / 7.0 + 0.5 + 2.0 / 3.0) / 3.0);
  CHECK(mean_f1(truth, found) == Approx(mean));
  CHECK(mean_f1(found, truth) == Approx(mean));
  CHECK(mean_f1(truth, truth) == 1.0);
  CHECK(mean_f1(canonical(Labelling{}), canonical(Labelling{})) == 1.0);
  CHECK_THROWS_AS(best_matches(truth, canonical(Labelling{0})), InvalidOption);
}

TEST_CASE("matches: the highest F1 of all pairs is the highest Jaccard",
          "[algorithms][communities][matches]") {
  Random random(22);
  for (int trial = 0; trial < 40; ++trial) {
    const Partition a = canonical(random_labels(random, 20, 4));
    const Partition b = canonical(random_labels(random, 20, 5));
    const auto found = best_matches(a, b);
    for (std::uint32_t c = 0; c < a.count; ++c) {
      double best_f1 = 0.0;
      double best_jaccard = 0.0;
      for (std::uint32_t d = 0; d < b.count; ++d) {
        double own = 0.0;
        double there = 0.0;
        double both = 0.0;
        for (std::size_t v = 0; v < 20; ++v) {
          own += a.community[v] == c ? 1.0 : 0.0;
          there += b.community[v] == d ? 1.0 : 0.0;
          both += a.community[v] == c && b.community[v] == d ? 1.0 : 0.0;
        }
        best_f1 = std::max(best_f1, 2.0 * both / (own + there));
        best_jaccard = std::max(best_jaccard, both / (own + there - both));
      }
      CHECK(found[c].f1 == Approx(best_f1));
      CHECK(found[c].jaccard() == Approx(best_jaccard));
    }
  }
}

TEST_CASE("community scores: a triangle with a tail, by hand",
          "[algorithms][communities][scores]") {
  // triangle 0 1 2, then 2 - 3 - 4 - 5; communities {0,1,2} and {3,4,5}
  const Graph graph = testing::undirected(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}});
  const auto scores = community_scores(graph, canonical(Labelling{0, 0, 0, 1, 1, 1}));
  REQUIRE(scores.size() == 2);
  CHECK(scores[0].density == 1.0);
  CHECK(scores[0].cut_ratio == Approx(1.0 / 9.0));
  CHECK(scores[0].conductance == Approx(1.0 / 7.0));
  CHECK(scores[0].normalised_cut == Approx(1.0 / 7.0 + 1.0 / 5.0));
  CHECK(scores[0].separability == Approx(3.0));
  CHECK(scores[0].triangle_participation == 1.0);
  CHECK(scores[1].density == Approx(2.0 / 3.0));
  CHECK(scores[1].normalised_cut == Approx(scores[0].normalised_cut));
  CHECK(scores[1].triangle_participation == 0.0);
}

TEST_CASE("community scores: edges counted one by one, on random graphs",
          "[algorithms][communities][scores]") {
  Random random(23);
  for (int trial = 0; trial < 40; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 10, trial % 3 == 0, direction);
    const VertexId n = graph.vertex_count();
    const Partition partition = canonical(random_labels(random, n, 3));
    const auto scores = community_scores(graph, partition);
    const auto edges = graph.edges();
    const auto weights = graph.edge_weights();
    INFO("trial " << trial << ", " << testing::drawn(graph));
    for (std::uint32_t c = 0; c < partition.count; ++c) {
      double within = 0.0;
      double loops = 0.0;
      double leaving = 0.0;
      double elsewhere = 0.0;
      for (std::size_t e = 0; e < edges.size(); ++e) {
        const bool from = partition.community[edges[e].source] == c;
        const bool to = partition.community[edges[e].target] == c;
        (from && to ? within : (from || to ? leaving : elsewhere)) +=
            weights.empty() ? 1.0 : weights[e];
        if (from && edges[e].source == edges[e].target) {
          loops += weights.empty() ? 1.0 : weights[e];
        }
      }
      double size = 0.0;
      for (const auto label : partition.community) size += label == c ? 1.0 : 0.0;
      const double pairs = (graph.directed() ? 2.0 : 1.0) * size * (size - 1.0) / 2.0;
      CHECK(scores[c].density == Approx(pairs > 0.0 ? (within - loops) / pairs : 0.0));
      const double own = leaving > 0.0 ? leaving / (2.0 * within + leaving) : 0.0;
      const double rest = leaving > 0.0 ? leaving / (2.0 * elsewhere + leaving) : 0.0;
      CHECK(scores[c].conductance == Approx(own).margin(1e-12));
      CHECK(scores[c].normalised_cut == Approx(own + rest).margin(1e-12));
      if (leaving > 0.0) CHECK(scores[c].separability == Approx(within / leaving));
      if (leaving == 0.0) CHECK(std::isnan(scores[c].separability));
    }
  }
}

TEST_CASE("community scores: nobody, single vertices, and one thread or four",
          "[algorithms][communities][scores][parallel]") {
  CHECK(community_scores(Graph(), Partition{}).empty());
  const auto alone = community_scores(testing::path(2), canonical(Labelling{0, 1}));
  CHECK(alone[0].density == 0.0);
  CHECK(alone[0].conductance == 1.0);
  CHECK(alone[0].normalised_cut == 2.0);
  CHECK_THROWS_AS(community_scores(testing::path(2), canonical(Labelling{0})), InvalidOption);
  const Graph graph = testing::planted(3, 10, 0.5, 0.1, 3);
  Run run;
  run.threads = 1;
  Labelling labels(30);
  for (VertexId v = 0; v < 30; ++v) labels[v] = v / 10;
  const auto one = community_scores(graph, canonical(labels), run);
  run.threads = 4;
  const auto four = community_scores(graph, canonical(labels), run);
  for (std::size_t c = 0; c < 3; ++c) {
    CHECK(one[c].triangle_participation == four[c].triangle_participation);
    CHECK(one[c].triangle_participation > 0.5);
  }
}

}  // namespace
}  // namespace summitry
