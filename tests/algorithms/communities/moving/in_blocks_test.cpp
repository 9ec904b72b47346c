#include "algorithms/communities/moving/in_blocks.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <utility>
#include <vector>

#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/searches/louvain.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using communities::condense;
using communities::InBlocks;
using communities::labels_apart;
using communities::random_order;
using testing::Labelling;

// Calls with_mover(mover) for a mover that fits the graph.
template <class WithMover>
void moving(const communities::Condensed& graph, Labelling& labels, int threads,
            WithMover&& with_mover) {
  ShortSweeps::hold({.threads = threads}, [&](ShortSweeps& sweeps) {
    communities::with_weights(graph, [&](auto weights) {
      using Weights = decltype(weights);
      if (graph.in_mass.empty()) {
        with_mover(InBlocks<Weights, false>(graph, labels, weights, sweeps));
      } else {
        with_mover(InBlocks<Weights, true>(graph, labels, weights, sweeps));
      }
    });
  });
}

struct End {
  Labelling labels;
  std::vector<std::size_t> moves;  // by round

  bool operator==(const End&) const = default;
};

End end_of(const communities::Condensed& graph, std::uint64_t seed, int threads) {
  End end{labels_apart(graph.size()), {}};
  Random random(seed);
  const std::vector<VertexId> order = random_order(graph.size(), random);
  moving(graph, end.labels, threads, [&](auto mover) {
    do end.moves.push_back(mover.round(order, random));
    while (end.moves.back() > 0);
  });
  return end;
}

// What a round gains is in the weight of arcs; this is it in modularity.
double as_modularity(const communities::Condensed& graph, double gained) {
  return graph.scale * gained * (graph.in_mass.empty() ? 2.0 : 1.0);
}

TEST_CASE("moving in blocks: every round gains what it says, and in the end no vertex gains",
          "[algorithms][communities]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed) {
    Random random(seed);
    const Graph graph = testing::random_multigraph(
        random, 24, weighted, directed ? Direction::directed : Direction::undirected);
    const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
    const auto quality = [&](const Labelling& labels) { return modularity(graph, labels); };
    Labelling labels = labels_apart(graph.vertex_count());
    if (std::isnan(quality(labels))) return;
    const std::vector<VertexId> order = random_order(graph.vertex_count(), random);
    for (std::size_t all = 1; all > 0;) {  // who is nobody's neighbour waits for another beginning
      all = 0;
      moving(condensed, labels, 1, [&](auto mover) {
        for (std::size_t moves = 1; moves > 0; all += moves) {
          const double before = quality(labels);
          moves = mover.round(order, random);
          const double gained = as_modularity(condensed, mover.gained());
          RC_ASSERT(std::abs(quality(labels) - before - gained) < 1e-9);
          RC_ASSERT((moves > 0) == (gained > 0.0));
        }
      });
    }
    RC_ASSERT(testing::best_single_move(labels, quality) < 1e-9);
  }));
}

TEST_CASE("moving in blocks: two that would join each other do not change places",
          "[algorithms][communities]") {
  constexpr VertexId kPairs = 100;
  std::vector<Edge> edges;
  for (VertexId pair = 0; pair < kPairs; ++pair) edges.push_back({2 * pair, 2 * pair + 1});
  const Graph graph = testing::unweighted(2 * kPairs, edges);
  const End end = end_of(condense(graph, "test", Quality::modularity, 1.0), 7, 1);
  CHECK(end.moves == std::vector<std::size_t>{kPairs, 0});
  for (const Edge& pair : edges) CHECK(end.labels[pair.source] == end.labels[pair.target]);
}

TEST_CASE("moving in blocks: who may not go where it proposed is visited again, and goes elsewhere",
          "[algorithms][communities]") {
  // 2 proposes to join 1, but 0 does so first, and is so heavy by its loop that nothing is gained by it
  // any more. None of its neighbours moves; joining 3 and 4, who are together, still gains.
  const Graph graph = testing::with_strengths(6, {{0, 0}, {0, 1}, {1, 2}, {2, 3}, {3, 4}, {5, 5}},
                                              {19.0, 10.0, 3.0, 2.0, 3.0, 13.0});
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  Labelling labels = {0, 1, 2, 3, 3, 5};
  Random random(1);
  moving(condensed, labels, 1, [&](auto mover) {
    const std::vector<VertexId> order = {0, 2, 1, 3, 4, 5};
    CHECK(mover.round(order, random) == 1);
    CHECK(mover.round(order, random) == 1);
    CHECK(mover.round(order, random) == 0);
  });
  CHECK(labels == Labelling{1, 1, 3, 3, 3, 5});
}

TEST_CASE("moving in blocks: the same labels, round by round, on one thread and on three",
          "[algorithms][communities][parallel]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    // large enough for several blocks
    const Graph base = testing::planted(20, 80, 0.2, 0.01, 5);
    const auto all = base.edges();
    const std::vector<Edge> edges(all.begin(), all.end());
    std::vector<double> weights;
    for (std::size_t e = 0; e < edges.size(); ++e)
      weights.push_back(1.0 + static_cast<double>(e % 7));
    const VertexId count = base.vertex_count();
    for (const Graph& graph : {testing::unweighted(count, edges, direction),
                               testing::with_strengths(count, edges, weights, direction)}) {
      const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
      const End one = end_of(condensed, 3, 1);
      CHECK(one.moves.size() > 2);
      CHECK(one == end_of(condensed, 3, 3));
      CHECK(modularity(graph, one.labels) > 0.4);
    }
  }
}

TEST_CASE("louvain: finds as many cliques on four threads as on one where moves go in blocks",
          "[algorithms][communities][parallel]") {
  constexpr VertexId kCliques = 22'000;
  constexpr VertexId kSize = 6;
  std::vector<Edge> edges;
  for (VertexId first = 0; first < kCliques * kSize; first += kSize) {
    for (VertexId i = 0; i < kSize; ++i) {
      for (VertexId j = i + 1; j < kSize; ++j) edges.push_back({first + i, first + j});
    }
    if (first > 0) edges.push_back({first - 1, first});
  }
  const Graph graph = testing::unweighted(kCliques * kSize, edges);
  REQUIRE(graph.vertex_count() > (1U << 17U));
  const Partition one = louvain(graph, {}, {.threads = 1, .seed = 2});
  const Partition four = louvain(graph, {}, {.threads = 4, .seed = 2});
  CHECK(one.community == four.community);
  CHECK(one.quality.value_or(0.0) > 0.98);
  for (const Edge& edge : edges) {
    if (edge.source / kSize == edge.target / kSize) {
      REQUIRE(one.community[edge.source] == one.community[edge.target]);
    }
  }
}

}  // namespace
}  // namespace summitry
