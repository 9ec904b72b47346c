// What Traag, Waltman & van Eck 2019 promise of Leiden's communities, checked from the definitions.
#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "algorithms/communities/moving/moving.hpp"
#include "algorithms/communities/quality/cpm.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/searches/leiden.hpp"
#include "algorithms/communities/searches/louvain.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using QualityOf = std::function<double(const Labelling&)>;

constexpr double kRounding = 1e-9;

Run seeded(std::uint64_t seed) {
  Run run;
  run.seed = seed;
  return run;
}

QualityOf quality_of(const Graph& graph, const LeidenOptions& options) {
  return [&graph, options](const Labelling& labels) {
    return options.quality == Quality::cpm ? cpm_quality(graph, labels, options.resolution)
                                           : modularity(graph, labels, options.resolution);
  };
}

struct Drawn {
  Graph graph;
  LeidenOptions options;
};

// A graph with an edge, and options.
Drawn drawn(std::uint64_t seed, VertexId vertices, bool weighted, bool directed, bool cpm) {
  Random random(seed);
  Drawn result;
  do {
    result.graph = testing::random_multigraph(
        random, vertices, weighted, directed ? Direction::directed : Direction::undirected);
  } while (std::isnan(modularity(result.graph, Labelling(result.graph.vertex_count(), 0))));
  result.options.quality = cpm ? Quality::cpm : Quality::modularity;
  result.options.resolution = 0.25 + 0.25 * static_cast<double>(random.below(8));
  return result;
}

// The most that merging two communities raises the quality.
double best_merger(const Partition& partition, const QualityOf& quality) {
  const double before = quality(partition.community);
  double best = -1.0;
  for (std::uint32_t c = 0; c < partition.count; ++c) {
    for (std::uint32_t d = c + 1; d < partition.count; ++d) {
      Labelling merged = partition.community;
      std::replace(merged.begin(), merged.end(), d, c);
      best = std::max(best, quality(merged) - before);
    }
  }
  return best;
}

// The members of a set of positions.
void label(Labelling& labels, const std::vector<std::uint32_t>& members, std::uint32_t set,
           std::uint32_t to) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    if ((set >> i & 1U) != 0) labels[members[i]] = to;
  }
}

// From the definition: one vertex is connected; more are when they fall into two connected parts that
// lose nothing by being together.
bool gamma_connected(const std::vector<std::uint32_t>& members, VertexId vertices,
                     const QualityOf& quality) {
  Labelling alone(vertices);
  for (VertexId v = 0; v < vertices; ++v) alone[v] = v;
  const std::uint32_t all = (1U << members.size()) - 1;
  std::vector<double> of_set(all + std::size_t{1}, 0.0);  // the set together, everybody else alone
  for (std::uint32_t set = 1; set <= all; ++set) {
    Labelling labels = alone;
    label(labels, members, set, vertices);
    of_set[set] = quality(labels);
  }
  const double nobody = quality(alone);
  std::vector<bool> connected(all + std::size_t{1}, false);
  for (std::uint32_t set = 1; set <= all; ++set) {
    connected[set] = std::has_single_bit(set);
    for (std::uint32_t part = (set - 1) & set; part > 0 && !connected[set];
         part = (part - 1) & set) {
      const double gain = of_set[set] - of_set[part] - of_set[set ^ part] + nobody;
      connected[set] = connected[part] && connected[set ^ part] && gain >= -kRounding;
    }
  }
  return connected[all];
}

// The most that moving a subset of one community raises the quality: to another, or to a new one.
double best_subset_move(const Partition& partition, const QualityOf& quality) {
  const double before = quality(partition.community);
  double best = -1.0;
  for (const std::vector<std::uint32_t>& group : members(partition)) {
    for (std::uint32_t set = 1; set < (1U << group.size()); ++set) {
      for (std::uint32_t to = 0; to <= partition.count; ++to) {
        Labelling moved = partition.community;
        label(moved, group, set, to);
        best = std::max(best, quality(moved) - before);
      }
    }
  }
  return best;
}

TEST_CASE("leiden: at the end no two communities gain by merging, whatever the graph",
          "[algorithms][communities][leiden]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed, bool cpm) {
    const Drawn one = drawn(seed, 16, weighted, directed, cpm);
    const Partition partition = leiden(one.graph, one.options, seeded(seed));
    RC_ASSERT(partition.convergence->reached);
    RC_ASSERT(best_merger(partition, quality_of(one.graph, one.options)) < kRounding);
  }));
}

TEST_CASE("leiden: what late iterations leave whole hides no vertex and no merger that would gain",
          "[algorithms][communities][leiden]") {
  // large enough that communities are left whole, weak enough that it takes many iterations
  const Graph graph = testing::planted(40, 50, 0.3, 0.06, 3);
  REQUIRE(graph.out_targets().size() > (std::size_t{1} << 17U));
  const auto base = communities::condense(graph, "test", Quality::modularity, 1.0);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Partition partition = leiden(graph, {}, seeded(seed));
    INFO("seed " << seed);
    CHECK(partition.convergence->reached);
    CHECK(partition.convergence->iterations > 4);
    CHECK(testing::all_connected(graph, partition.community));
    Random random(seed);
    Labelling labels = partition.community;
    CHECK(communities::move_locally(base, labels, random, {}) == 0);
    const auto top = communities::condense(base, partition.community, partition.count);
    labels = communities::labels_apart(partition.count);
    CHECK(communities::move_locally(top, labels, random, {}) == 0);
  }
}

TEST_CASE("leiden: every community is well connected, from the definition over all its subsets",
          "[algorithms][communities][leiden]") {
  std::size_t larger = 0;  // communities of four and more, so that the check is not vacuous
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Drawn one = drawn(seed, 9, seed % 2 == 0, false, seed % 3 == 0);
    for (const int iterations : {1, 100}) {
      LeidenOptions options = one.options;
      options.max_iterations = iterations;
      const Partition partition = leiden(one.graph, options, seeded(seed));
      INFO("seed " << seed << ", iterations " << iterations);
      for (const auto& group : members(partition)) {
        if (group.size() >= 4) ++larger;
        CHECK(gamma_connected(group, one.graph.vertex_count(), quality_of(one.graph, options)));
      }
    }
  }
  CHECK(larger > 20);
}

TEST_CASE("leiden: every community is connected, however early it stops",
          "[algorithms][communities][leiden]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed, bool cpm) {
    const Drawn one = drawn(seed, 40, weighted, directed, cpm);
    for (const int iterations : {1, 2, 3}) {
      LeidenOptions options = one.options;
      options.max_iterations = iterations;
      const Partition partition = leiden(one.graph, options, seeded(seed));
      RC_ASSERT(testing::all_connected(one.graph, partition.community));
    }
  }));
}

TEST_CASE("leiden: what the first iteration of many vertices does not refine, the next one does",
          "[algorithms][communities][leiden]") {
  constexpr VertexId kVertices = 66'000;
  Random random(5);
  std::vector<Edge> edges(100'000);
  for (Edge& edge : edges) {
    const auto u = static_cast<VertexId>(random.below(kVertices - 1));
    edge = {u, u + 1 + static_cast<VertexId>(random.below(kVertices - 1 - u))};
  }
  const Graph graph = testing::unweighted(kVertices, edges);
  const auto base = communities::condense(graph, "test", Quality::modularity, 1.0);
  const auto parts = [&](Labelling community) {
    return communities::split_disconnected(base, community);
  };
  const Partition two = leiden(graph, {.max_iterations = 2}, seeded(1));
  const Partition by_louvain = louvain(graph, {}, seeded(1));
  CHECK(parts(two.community) == two.count);
  CHECK(parts(by_louvain.community) > by_louvain.count);  // or this would show nothing
  CHECK(*two.quality > *by_louvain.quality);
}

TEST_CASE("leiden: stopped early, it says how much the last iteration changed",
          "[algorithms][communities][leiden]") {
  const Graph graph = testing::karate_club();
  Labelling apart(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) apart[v] = v;
  const Partition once = leiden(graph, {.max_iterations = 1}, seeded(1));
  CHECK_FALSE(once.convergence->reached);
  CHECK(once.convergence->change == Approx(*once.quality - modularity(graph, apart)));
  const Partition twice = leiden(graph, {.max_iterations = 2}, seeded(1));
  CHECK(twice.convergence->change == Approx(*twice.quality - *once.quality).margin(1e-12));
  CHECK(leiden(graph, {}, seeded(1)).convergence->change == 0.0);
}

TEST_CASE("leiden: what the last iteration changed is the difference of two qualities",
          "[algorithms][communities][leiden]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed, bool cpm) {
    const Drawn one = drawn(seed, 40, weighted, directed, cpm);
    LeidenOptions options = one.options;
    Labelling before(one.graph.vertex_count());
    for (VertexId v = 0; v < before.size(); ++v) before[v] = v;
    for (options.max_iterations = 1; options.max_iterations < 4; ++options.max_iterations) {
      const Partition now = leiden(one.graph, options, seeded(seed));
      const auto quality = quality_of(one.graph, options);
      const double change = std::abs(quality(now.community) - quality(before));
      if (!now.convergence->reached) RC_ASSERT(std::abs(now.convergence->change - change) < 1e-9);
      before = now.community;
    }
  }));
}

TEST_CASE("leiden: of the best of ten seeds no subset of a community gains by moving",
          "[algorithms][communities][leiden]") {
  // The paper promises it of the limit of many iterations, not of one run that has become stable.
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const Drawn one = drawn(100 + seed, 11, seed % 2 == 0, seed % 3 == 0, seed % 5 == 0);
    Partition best;
    for (std::uint64_t run = 1; run <= 10; ++run) {
      Partition found = leiden(one.graph, one.options, seeded(run));
      if (!best.quality || *found.quality > *best.quality) best = std::move(found);
    }
    INFO("seed " << seed);
    CHECK(best_subset_move(best, quality_of(one.graph, one.options)) < kRounding);
  }
}

TEST_CASE("leiden, louvain: one, two and four threads give the same bytes where all are at work",
          "[algorithms][communities][leiden][louvain][parallel]") {
  const Graph clear = testing::planted(40, 50, 0.9, 0.06, 3);
  const Graph weak = testing::planted(40, 50, 0.3, 0.12, 3);  // takes more iterations
  for (const Graph* graph : {&clear, &weak}) {
    REQUIRE(graph->out_targets().size() > (std::size_t{1} << 18U));  // worth threads
    std::vector<Partition> found;
    for (const int threads : {1, 2, 4}) {
      Run run = seeded(9);
      run.threads = threads;
      found.push_back(leiden(*graph, {.max_iterations = 2}, run));
      found.push_back(leiden(*graph, {}, run));
      found.push_back(louvain(*graph, {}, run));
    }
    for (std::size_t i = 3; i < found.size(); ++i) {
      CHECK(found[i].community == found[i % 3].community);
      CHECK(*found[i].quality == *found[i % 3].quality);
    }
    if (graph == &clear) CHECK(found[0].count == 40);
    if (graph == &weak) CHECK(found[1].convergence->iterations > 3);
  }
}

TEST_CASE("leiden: two iterations are nearly as good as all of them",
          "[algorithms][communities][leiden]") {
  double lost = 0.0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Graph graph = testing::planted(8, 25, 0.3, 0.04, seed);
    const Partition fast = leiden(graph, {.max_iterations = 2}, seeded(seed));
    CHECK_FALSE(fast.convergence->reached);
    CHECK(fast.convergence->iterations == 2);
    lost += *leiden(graph, {}, seeded(seed)).quality - *fast.quality;
  }
  CHECK(lost / 10.0 < 0.003);
}

}  // namespace
}  // namespace summitry
