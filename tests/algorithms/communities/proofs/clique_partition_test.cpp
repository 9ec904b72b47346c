// The parts of the exact method: values of pairs, the bound of the linear programme, and the search.
#include "algorithms/communities/proofs/clique_partition.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/communities/proofs/clique_bound.hpp"
#include "algorithms/communities/quality/cpm.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry::communities {
namespace {

using testing::Labelling;

// Every value of a pair by chance, a few of them forbidden.
PairValues random_values(Random& random, VertexId n, std::uint64_t apart_of_ten) {
  PairValues pairs(n);
  for (VertexId u = 0; u < n; ++u) {
    for (VertexId v = u + 1; v < n; ++v) {
      const bool apart = random.below(10) < apart_of_ten;
      pairs.set(u, v, apart ? kApart : 0.25 * (static_cast<double>(random.below(17)) - 8.0));
    }
  }
  return pairs;
}

double best_of_all(const PairValues& pairs) {
  return testing::best_of_all(pairs.size(),
                              [&](const Labelling& labels) { return value_of(pairs, labels); });
}

TEST_CASE("pair values: a partition's quality is a constant and the values of its pairs",
          "[algorithms][communities][exact]") {
  Random random(3);
  for (int trial = 0; trial < 60; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 9, trial % 3 == 0, direction);
    const VertexId n = graph.vertex_count();
    const double resolution = 0.5 + 0.25 * static_cast<double>(random.below(5));
    const auto valued = pair_values(graph, "test", Quality::modularity, resolution);
    const auto by_size = pair_values(graph, "test", Quality::cpm, resolution);
    if (valued.total == 0.0) continue;
    Labelling alone(n);
    for (VertexId v = 0; v < n; ++v) alone[v] = v;
    Labelling labels(n);
    for (auto& label : labels) label = static_cast<std::uint32_t>(random.below(3));
    const double gained =
        modularity(graph, labels, resolution) - modularity(graph, alone, resolution);
    CHECK(value_of(valued.pairs, labels) == Approx(gained * valued.total).margin(1e-9));
    // CPM counts loops whoever is together.
    const double by_definition = testing::cpm_by_pairs(graph, labels, resolution) -
                                 testing::cpm_by_pairs(graph, alone, resolution);
    CHECK(value_of(by_size.pairs, labels) == Approx(by_definition).margin(1e-9));
    const double steps = value_of(valued.pairs, labels) / valued.quantum;
    CHECK(valued.quantum > 0.0);
    CHECK(steps == Approx(std::round(steps)).margin(1e-5));
  }
}

TEST_CASE("clique bound: never below the best partition, however little work is done",
          "[algorithms][communities][exact]") {
  Random random(4);
  double tight = 0.0;
  for (int trial = 0; trial < 60; ++trial) {
    const PairValues pairs = random_values(random, 7, trial % 3);
    const double best = best_of_all(pairs);
    double before = std::numeric_limits<double>::infinity();
    for (const int iterations : {0, 40, 4000}) {
      const Relaxation found = clique_bound(pairs, -1.0, {iterations, 1e9}, {}, Run{});
      INFO("trial " << trial << ", " << iterations << " iterations");
      CHECK(found.bound >= best - 1e-9);
      CHECK(found.bound <= before + 1e-12);
      before = found.bound;
    }
    if (before < best + 0.01) tight += 1.0;
  }
  CHECK(tight > 35.0);  // seven vertices leave the relaxation little room
}

TEST_CASE("clique bound: what is settled by reduced values is so in every better partition",
          "[algorithms][communities][exact]") {
  Random random(8);
  std::size_t settled = 0;
  for (int trial = 0; trial < 40; ++trial) {
    const PairValues pairs = random_values(random, 6, 0);
    const double best = best_of_all(pairs);
    const Relaxation found = clique_bound(pairs, best - 1.0, {400, 1e9}, {}, Run{});
    const double beyond = found.bound - (best - 0.1);
    for (VertexId u = 0; u < 6; ++u) {
      for (VertexId v = u + 1; v < 6; ++v) {
        const double reduced = found.reduced.at(u, v);
        if (std::abs(reduced) < beyond) continue;
        ++settled;
        const double otherwise = testing::best_of_all(6, [&](const Labelling& labels) {
          const bool together = labels[u] == labels[v];
          return together == (reduced > 0.0) ? -1e300 : value_of(pairs, labels);
        });
        CHECK(otherwise <= best - 0.1 + 1e-9);
      }
    }
  }
  CHECK(settled > 100);
}

TEST_CASE("clique partition: the optimum over all partitions, for any values and forbidden pairs",
          "[algorithms][communities][exact]") {
  Random random(5);
  for (int trial = 0; trial < 80; ++trial) {
    const PairValues pairs = random_values(random, 1 + trial % 8, trial % 4);
    Labelling alone(pairs.size());
    for (VertexId v = 0; v < pairs.size(); ++v) alone[v] = v;
    const auto found = best_clique_partition(pairs, alone, {1e-7, 1000}, Run{});
    INFO("trial " << trial << ", n " << pairs.size());
    CHECK(found.proven);
    CHECK(found.value == Approx(best_of_all(pairs)).margin(1e-7));
    CHECK(found.value == Approx(value_of(pairs, found.community)).margin(1e-9));
  }
}

TEST_CASE("clique partition: given up early, the bound still holds and the start is kept",
          "[algorithms][communities][exact]") {
  Random random(6);
  std::size_t unproven = 0;
  for (int trial = 0; trial < 8; ++trial) {
    const PairValues pairs = random_values(random, 15, 0);
    Labelling alone(15);
    for (VertexId v = 0; v < 15; ++v) alone[v] = v;
    const auto early = best_clique_partition(pairs, alone, {1e-7, 1}, Run{});
    const auto whole = best_clique_partition(pairs, alone, {1e-7, 5000}, Run{});
    REQUIRE(whole.proven);
    CHECK(early.bound >= whole.value - 1e-6);
    CHECK(early.value <= whole.value + 1e-6);
    CHECK(early.nodes <= 1);
    const auto none = best_clique_partition(pairs, whole.community, {1e-7, 0}, Run{});
    CHECK(none.value == Approx(whole.value));
    CHECK_FALSE(none.proven);
    if (!early.proven) ++unproven;
  }
  CHECK(unproven > 0);
}

TEST_CASE("clique partition: the most work is that of all parts together",
          "[algorithms][communities][exact]") {
  // Two parts alike, neither of which the relaxation alone decides.
  constexpr VertexId kSize = 15;
  Random random(6);
  const PairValues part = random_values(random, kSize, 0);
  PairValues pairs(2 * kSize);
  for (VertexId u = 0; u < 2 * kSize; ++u) {
    for (VertexId v = u + 1; v < 2 * kSize; ++v) {
      const bool one_part = (u < kSize) == (v < kSize);
      pairs.set(u, v, one_part ? part.at(u % kSize, v % kSize) : -1.0);
    }
  }
  Labelling alone(2 * kSize);
  for (VertexId v = 0; v < 2 * kSize; ++v) alone[v] = v;
  CliqueSearch search{.step = 1e-7, .max_nodes = 5000};
  const auto whole = best_clique_partition(pairs, alone, search, Run{});
  REQUIRE(whole.proven);
  REQUIRE(whole.work > 0.0);
  // Enough for either part, not for both.
  search.most_work = 0.75 * whole.work;
  const auto early = best_clique_partition(pairs, alone, search, Run{});
  CHECK_FALSE(early.proven);
  CHECK(early.work < whole.work);
  CHECK(early.bound >= whole.value - 1e-6);
}

}  // namespace
}  // namespace summitry::communities
