#include "algorithms/communities/searches/girvan_newman.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/communities/quality/modularity.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

// Weak components by spreading the smallest label until nothing changes.
Labelling parts_of(VertexId n, const std::vector<Edge>& edges) {
  Labelling label(n);
  for (VertexId v = 0; v < n; ++v) label[v] = v;
  for (bool again = true; again;) {
    again = false;
    for (const Edge& edge : edges) {
      const std::uint32_t low = std::min(label[edge.source], label[edge.target]);
      again = again || label[edge.source] != low || label[edge.target] != low;
      label[edge.source] = label[edge.target] = low;
    }
  }
  return label;
}

// Every division on the way, betweenness of all edges counted anew by pairs each time.
std::vector<Labelling> divisions(const Graph& graph) {
  const VertexId n = graph.vertex_count();
  std::vector<Edge> edges;
  std::vector<double> weights;
  const auto given = graph.edge_weights();
  const auto all = graph.edges();
  for (std::size_t e = 0; e < all.size(); ++e) {
    const double weight = given.empty() ? 1.0 : given[e];
    if (all[e].source == all[e].target || weight == 0.0) continue;
    const auto same = std::find(edges.begin(), edges.end(), all[e]);
    if (same == edges.end()) {
      edges.push_back(all[e]);
      weights.push_back(weight);
    } else {
      weights[static_cast<std::size_t>(same - edges.begin())] += weight;
    }
  }
  std::vector<Labelling> found{parts_of(n, edges)};
  while (!edges.empty()) {
    const Graph left =
        graph.directed() ? testing::directed(n, edges) : testing::undirected(n, edges);
    auto between = testing::edge_betweenness_by_pairs(left);
    for (std::size_t e = 0; e < edges.size(); ++e) between[e] /= weights[e];
    const double most = *std::max_element(between.begin(), between.end());
    std::vector<Edge> kept;
    std::vector<double> kept_weights;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if (between[e] >= most * (1.0 - 1e-9)) continue;
      kept.push_back(edges[e]);
      kept_weights.push_back(weights[e]);
    }
    edges = std::move(kept);
    weights = std::move(kept_weights);
    found.push_back(parts_of(n, edges));
  }
  return found;
}

TEST_CASE("girvan-newman: the bridge between two triangles goes first",
          "[algorithms][communities][girvan-newman]") {
  const Graph graph = unweighted(6, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
  const Partition partition = girvan_newman(graph);
  CHECK(partition.community == Labelling{0, 0, 0, 1, 1, 1});
  CHECK(*partition.quality == Approx(2.0 * (3.0 / 7.0 - 0.25)));
  // The two ends of the bridge lose their triangles next, in both at once: all edges of a triangle tie.
  CHECK(girvan_newman(graph, {.communities = 3}).count == 6);
}

TEST_CASE("girvan-newman: a strong edge bears its paths more easily",
          "[algorithms][communities][girvan-newman]") {
  // 0=1-2=3: all paths of the middle edge, 4, count in full; those of the others, 3, half
  const Graph graph = with_strengths(4, {{0, 1}, {1, 2}, {2, 3}}, {2.0, 1.0, 2.0});
  CHECK(girvan_newman(graph, {.communities = 2}).community == Labelling{0, 0, 1, 1});
  // and when the middle is strong enough, the ends go: 4/4 against 3/2
  const Graph middle = with_strengths(4, {{0, 1}, {1, 2}, {2, 3}}, {2.0, 4.0, 2.0});
  CHECK(girvan_newman(middle, {.communities = 2}).community == Labelling{1, 0, 0, 2});
}

TEST_CASE("girvan-newman: as counting all shortest paths anew for every edge that goes",
          "[algorithms][communities][girvan-newman]") {
  Random random(9);
  for (int trial = 0; trial < 40; ++trial) {
    const auto direction = trial % 3 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 10, trial % 2 == 0, direction);
    INFO("trial " << trial << ", " << testing::drawn(graph));
    const auto expected = divisions(graph);
    double best = -1e300;
    for (const Labelling& labels : expected) {
      best = std::max(best, testing::modularity_by_pairs(graph, labels, 1.0));
    }
    const Partition found = girvan_newman(graph);
    if (found.quality) CHECK(*found.quality == Approx(best).margin(1e-9));
    for (std::size_t wanted = 1; wanted <= graph.vertex_count(); ++wanted) {
      const auto first = std::find_if(expected.begin(), expected.end(), [&](const Labelling& one) {
        return canonical(one).count >= wanted;
      });
      REQUIRE(first != expected.end());
      CHECK(girvan_newman(graph, {.communities = wanted}).community == canonical(*first).community);
    }
  }
}

TEST_CASE("girvan-newman: whoever the vertices are, the communities are the same",
          "[algorithms][communities][girvan-newman]") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Graph graph = testing::planted(3, 8, 0.6, 0.08, seed);
    const auto order = testing::random_permutation(graph.vertex_count(), seed);
    const Partition found = girvan_newman(graph);
    const Partition there = girvan_newman(testing::relabelled(graph, order));
    Labelling back(graph.vertex_count());
    for (VertexId v = 0; v < graph.vertex_count(); ++v) back[v] = there.community[order[v]];
    CHECK(canonical(back).community == found.community);
  }
}

TEST_CASE("girvan-newman: the published division of the karate club",
          "[algorithms][communities][girvan-newman]") {
  // Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113: 0.401 at five
  const Partition partition = girvan_newman(testing::karate_club());
  CHECK(partition.count == 5);
  CHECK(*partition.quality == Approx(0.401298).margin(5e-7));
  // Girvan & Newman 2002: the first division is that into factions but for actor 3 (actor 9 was of the
  // officers' faction and joined the other club).
  Labelling first = testing::karate_split();
  first[2] = first[8] = first[33];
  CHECK(girvan_newman(testing::karate_club(), {.communities = 2}).community ==
        canonical(first).community);
}

TEST_CASE("girvan-newman: one thread or four give the same partition",
          "[algorithms][communities][girvan-newman][parallel]") {
  const Graph graph = testing::planted(3, 10, 0.5, 0.1, 3);
  Run run;
  run.threads = 1;
  const Partition one = girvan_newman(graph, {}, run);
  run.threads = 4;
  const Partition four = girvan_newman(graph, {}, run);
  CHECK(four.community == one.community);
  CHECK(four.quality == one.quality);
}

TEST_CASE("girvan-newman: nobody, one, isolates, loops, parallel edges and what is refused",
          "[algorithms][communities][girvan-newman]") {
  CHECK(girvan_newman(Graph()).count == 0);
  CHECK_FALSE(girvan_newman(Graph()).quality.has_value());
  CHECK(girvan_newman(unweighted(1, {{0, 0}})).community == Labelling{0});
  CHECK(girvan_newman(unweighted(3, {})).count == 3);
  CHECK(girvan_newman(with_strengths(3, {{0, 1}, {1, 2}}, {0.0, 0.0})).count == 3);
  CHECK(girvan_newman(unweighted(4, {{0, 1}})).community == Labelling{0, 0, 1, 2});
  CHECK(girvan_newman(unweighted(4, {{0, 1}}), {.communities = 99}).count == 4);
  CHECK(girvan_newman(unweighted(3, {{0, 1}, {0, 1}, {1, 2}}), {.communities = 2}).community ==
        Labelling{0, 0, 1});
  const Graph distances(
      {.vertices = 2, .edges = {{0, 1}}, .meaning = WeightMeaning::distance, .weights = {1.0}});
  CHECK_THROWS_AS(girvan_newman(distances), InvalidWeight);
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(girvan_newman(testing::karate_club(), {}, cancelled), Cancelled);
}

}  // namespace
}  // namespace summitry
