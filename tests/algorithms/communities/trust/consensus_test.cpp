#include "algorithms/communities/trust/consensus.hpp"

#include <cmath>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/trust/co_membership.hpp"
#include "algorithms/communities/trust/detect.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using namespace summitry::communities;
using summitry::testing::Labelling;

namespace {

std::vector<Partition> random_runs(Random& random, std::size_t n, std::size_t runs) {
  std::vector<Partition> partitions;
  for (std::size_t i = 0; i < runs; ++i) {
    Labelling labels;
    for (std::size_t v = 0; v < n; ++v) {
      labels.push_back(static_cast<std::uint32_t>(random.below(4)));
    }
    partitions.push_back(canonical(labels));
  }
  return partitions;
}

bool same(const CoMembership& a, const CoMembership& b) {
  if (a.pairs.size() != b.pairs.size()) return false;
  for (std::size_t i = 0; i < a.pairs.size(); ++i) {
    if (a.pairs[i].first != b.pairs[i].first || a.pairs[i].second != b.pairs[i].second ||
        a.pairs[i].share != b.pairs[i].share) {
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("co-membership: by hand", "[algorithms][communities]") {
  // {0 1 | 2}, {0 1 | 2}, {0 | 1 2}
  const std::vector<Partition> runs = {canonical(Labelling{0, 0, 1}), canonical(Labelling{0, 0, 1}),
                                       canonical(Labelling{0, 1, 1})};
  const CoMembership all = co_membership(runs, {.from = 0.01});
  REQUIRE(all.pairs.size() == 2);
  CHECK(all.pairs[0].first == 0);
  CHECK(all.pairs[0].second == 1);
  CHECK(all.pairs[0].share == Approx(2.0 / 3.0));
  CHECK(all.pairs[1].first == 1);
  CHECK(all.pairs[1].second == 2);
  CHECK(all.pairs[1].share == Approx(1.0 / 3.0));
  CHECK(co_membership(runs, {.from = 0.5}).pairs.size() == 1);
  CHECK(all.runs == 3);
}

TEST_CASE("co-membership: counts pairs as a double loop does, on one thread and on four",
          "[algorithms][communities][parallel]") {
  Random random(7);
  for (int round = 0; round < 20; ++round) {
    const std::size_t n = random.below(90);
    const auto runs = random_runs(random, n, 1 + random.below(9));
    const double from = 0.05 + 0.9 * random.unit();
    CoMembership slow;
    for (VertexId u = 0; u < n; ++u) {
      for (VertexId v = u + 1; v < n; ++v) {
        double together = 0.0;
        for (const Partition& one : runs) together += one.community[u] == one.community[v] ? 1 : 0;
        const double share = together / static_cast<double>(runs.size());
        if (share >= from) slow.pairs.push_back({u, v, share});
      }
    }
    CHECK(same(co_membership(runs, {.from = from}, {.threads = 1}), slow));
    CHECK(same(co_membership(runs, {.from = from}, {.threads = 4}), slow));
  }
}

TEST_CASE("co-membership: options out of range, and more pairs than memory is for",
          "[algorithms][communities]") {
  const std::vector<Partition> runs = {canonical(Labelling{0, 0})};
  CHECK_THROWS_AS(co_membership(runs, {.from = 0.0}), InvalidOption);
  CHECK_THROWS_AS(co_membership(runs, {.from = 1.5}), InvalidOption);
  CHECK_THROWS_AS(co_membership(runs, {.from = std::nan("")}), InvalidOption);
  CHECK(co_membership({}, {}).pairs.empty());
  const std::vector<Partition> large = {canonical(Labelling(50'000, 0))};
  CHECK_THROWS_WITH(co_membership(large, {}), Catch::Contains("100 million pairs"));
}

TEST_CASE("consensus: what all runs say is kept", "[algorithms][communities]") {
  const Labelling groups = {0, 0, 1, 1, 2};
  const std::vector<Partition> runs(5, canonical(groups));
  const Partition agreed = consensus(testing::unweighted(5, {}), runs);
  CHECK(agreed.community == canonical(groups).community);
  CHECK(agreed.convergence->reached);
  CHECK(agreed.convergence->iterations == 0);
  CHECK_FALSE(agreed.quality.has_value());
}

TEST_CASE("consensus: the majority decides about a vertex that wavers",
          "[algorithms][communities]") {
  // vertex 4 is with {0..3} in three runs of five, with {5..8} in two
  const auto run = [](std::uint32_t of_four) {
    Labelling labels = {0, 0, 0, 0, 0, 1, 1, 1, 1};
    labels[4] = of_four;
    return canonical(labels);
  };
  const std::vector<Partition> runs = {run(0), run(1), run(0), run(1), run(0)};
  for (const double most_pairs : {2e8, 0.0}) {
    INFO(most_pairs);
    // for want of pairs the edges: a path through all vertices
    std::vector<Edge> edges;
    for (VertexId v = 0; v < 8; ++v) edges.push_back({v, v + 1});
    for (VertexId v = 0; v < 7; ++v) edges.push_back({v, v + 2});
    const Partition agreed =
        consensus(testing::unweighted(9, edges), runs, {.most_pairs = most_pairs});
    CHECK(agreed.community == run(0).community);
    CHECK(agreed.convergence->reached);
  }
}

TEST_CASE("consensus: a vertex without a companion joins the one that it is with most often",
          "[algorithms][communities]") {
  // 4 is alone or with 0..1, never half the time with anybody
  const std::vector<Partition> runs = {
      canonical(Labelling{0, 0, 1, 1, 2}), canonical(Labelling{0, 0, 1, 1, 2}),
      canonical(Labelling{0, 0, 1, 1, 0}), canonical(Labelling{0, 0, 1, 1, 2})};
  const Partition agreed = consensus(testing::unweighted(5, {}), runs);
  CHECK(agreed.community == canonical(Labelling{0, 0, 1, 1, 0}).community);
}

TEST_CASE("consensus: an edge there and back counts once", "[algorithms][communities]") {
  // 4 is with {0..3} in half of the runs and with {5..8} in the others; three edges lead to the
  // former, two to the latter, and back.
  std::vector<Edge> edges = {{4, 0}, {4, 1}, {4, 2}, {4, 5}, {5, 4}, {4, 6}, {6, 4}};
  for (const VertexId first : {0U, 5U}) {
    for (VertexId u = first; u < first + 4; ++u) {
      for (VertexId v = u + 1; v < first + 4; ++v) edges.push_back({u, v});
    }
  }
  const Partition with_first = canonical(Labelling{0, 0, 0, 0, 0, 1, 1, 1, 1});
  const Partition with_second = canonical(Labelling{0, 0, 0, 0, 1, 1, 1, 1, 1});
  const std::vector<Partition> runs = {with_second, with_first, with_second, with_first};
  const Graph graph = testing::unweighted(9, edges, Direction::directed);
  CHECK(consensus(graph, runs, {.most_pairs = 0.0}).community == with_first.community);
}

TEST_CASE("consensus: two that choose each other are joined once", "[algorithms][communities]") {
  // Together in 3, 4 and 3 of ten runs: 0 and 1, 1 and 2, 2 and 3. Along that path the two halves
  // have the highest modularity; if the middle counted twice, it would be the whole.
  std::vector<Partition> runs(3, canonical(Labelling{0, 0, 1, 1}));
  runs.insert(runs.end(), 4, canonical(Labelling{0, 1, 1, 2}));
  runs.insert(runs.end(), 3, canonical(Labelling{0, 1, 2, 3}));
  const Partition agreed = consensus(testing::unweighted(4, {}), runs);
  CHECK(agreed.community == canonical(Labelling{0, 0, 1, 1}).community);
}

TEST_CASE("consensus: planted groups come out of runs that each see them badly",
          "[algorithms][communities]") {
  const Graph graph = testing::planted(4, 12, 0.7, 0.08, 4);
  Labelling truth;
  for (std::uint32_t v = 0; v < 48; ++v) truth.push_back(v / 12);
  Random random(3);
  std::vector<Partition> runs;
  for (int r = 0; r < 25; ++r) {
    Labelling noisy = truth;
    for (auto& label : noisy) {
      if (random.unit() < 0.25) label = static_cast<std::uint32_t>(random.below(4));
    }
    runs.push_back(canonical(noisy));
  }
  double single = 0.0;
  for (const Partition& one : runs) single += adjusted_rand_index(one.community, truth) / 25.0;
  const Partition agreed = consensus(graph, runs);
  INFO("a single run agrees by " << single);
  CHECK(single < 0.7);
  CHECK(adjusted_rand_index(agreed.community, truth) == 1.0);
}

TEST_CASE("consensus: detect keeps it when asked to, the same on one thread and on four",
          "[algorithms][communities][parallel]") {
  std::vector<Edge> cycle;
  for (VertexId v = 0; v < 60; ++v) cycle.push_back({v, (v + 1) % 60});
  const Graph graph = testing::unweighted(60, cycle);
  const DetectOptions options{.runs = 20, .keep = Keep::consensus};
  const NamedPartition one = detect_communities(graph, options, {.threads = 1});
  const NamedPartition four = detect_communities(graph, options, {.threads = 4});
  CHECK(one.kept == "consensus");
  CHECK(one.partition.community == four.partition.community);
  REQUIRE(one.stability->consensus_agreement.has_value());
  CHECK(*one.partition.quality == Approx(one.modularity));
  CHECK(same(*one.together, *four.together));
}

TEST_CASE("consensus: options out of range", "[algorithms][communities]") {
  const Graph graph = testing::two_cliques(3);
  const std::vector<Partition> runs(2, canonical(Labelling{0, 0, 0, 1, 1, 1}));
  CHECK_THROWS_AS(consensus(graph, {}), InvalidOption);
  CHECK_THROWS_AS(consensus(graph, runs, {.threshold = 0.0}), InvalidOption);
  CHECK_THROWS_AS(consensus(graph, runs, {.threshold = 1.1}), InvalidOption);
  CHECK_THROWS_AS(consensus(graph, runs, {.max_iterations = 0}), InvalidOption);
  CHECK_THROWS_AS(consensus(graph, runs, {.most_pairs = -1.0}), InvalidOption);
}
