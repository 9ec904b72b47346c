#include "algorithms/communities/moving/moving.hpp"

#include <rapidcheck.h>

#include <map>
#include <numeric>

#include "algorithms/communities/moving/refining.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using communities::condense;
using testing::Labelling;

// The rows without what lies between them.
std::vector<VertexId> targets_of(const communities::Condensed& graph) {
  std::vector<VertexId> all;
  for (VertexId v = 0; v < graph.size(); ++v) {
    all.insert(all.end(), graph.neighbours(v).begin(), graph.neighbours(v).end());
  }
  return all;
}

std::vector<double> weights_of(const communities::Condensed& graph) {
  std::vector<double> all;
  for (VertexId v = 0; v < graph.size(); ++v) {
    for (const double weight : graph.joining(v)) all.push_back(weight);
  }
  return all;
}

std::vector<std::size_t> sizes_of(const communities::Condensed& graph) {
  std::vector<std::size_t> sizes;
  for (VertexId v = 0; v < graph.size(); ++v) sizes.push_back(graph.neighbours(v).size());
  return sizes;
}

std::map<VertexId, double> row_of(const communities::Condensed& graph, VertexId v) {
  std::map<VertexId, double> row;
  for (std::size_t k = graph.begins[v]; k < graph.ends[v]; ++k) {
    row[graph.targets[k]] += graph.arc_weights[k];
  }
  return row;
}

Labelling each_alone(VertexId n) {
  Labelling labels(n);
  std::iota(labels.begin(), labels.end(), std::uint32_t{0});
  return labels;
}

TEST_CASE("condensed graph: loops, parallel edges and both directions by hand",
          "[algorithms][communities]") {
  const Graph graph =
      testing::with_strengths(3, {{0, 1}, {1, 0}, {0, 0}, {1, 2}}, {1.0, 2.0, 4.0, 0.0});
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  CHECK(sizes_of(condensed) == std::vector<std::size_t>{1, 1, 0});
  CHECK(targets_of(condensed) == std::vector<VertexId>{1, 0});
  CHECK(weights_of(condensed) == std::vector<double>{3.0, 3.0});
  CHECK(condensed.mass == std::vector<double>{11.0, 3.0, 0.0});
  CHECK(condensed.in_mass.empty());
  CHECK(condensed.scale == 1.0 / 14.0);
  CHECK(condensed.weight == 6.0);
  const auto pair = condense(condensed, Labelling{0, 1, 1}, 2);
  CHECK(pair.mass == std::vector<double>{11.0, 3.0});
  CHECK(weights_of(pair) == std::vector<double>{3.0, 3.0});
  const Graph arcs =
      testing::with_strengths(3, {{0, 1}, {1, 0}, {2, 1}}, {1.0, 1.0, 1.0}, Direction::directed);
  const auto directed = condense(arcs, "test", Quality::modularity, 1.0);
  CHECK(weights_of(directed) == std::vector<double>{2.0, 2.0, 1.0, 1.0});
  CHECK(directed.mass == std::vector<double>{1.0, 1.0, 1.0});
  CHECK(directed.in_mass == std::vector<double>{1.0, 2.0, 0.0});
}

TEST_CASE("condensed graph: without weights every arc counts one, parallel ones too",
          "[algorithms][communities]") {
  const Graph loops = testing::unweighted(3, {{0, 1}, {1, 0}, {0, 0}, {1, 2}});
  const auto condensed = condense(loops, "test", Quality::modularity, 1.0);
  CHECK(targets_of(condensed) == std::vector<VertexId>{1, 1, 0, 0, 2, 1});
  CHECK(condensed.arc_weights == nullptr);
  CHECK(condensed.mass == std::vector<double>{4.0, 3.0, 1.0});
  CHECK(condensed.unit == 1.0);
  const auto pair = condense(condensed, Labelling{0, 1, 1}, 2);
  CHECK(weights_of(pair) == std::vector<double>{2.0, 2.0});
  const Graph arcs = testing::unweighted(3, {{0, 1}, {1, 0}, {2, 1}}, Direction::directed);
  const auto directed = condense(arcs, "test", Quality::modularity, 1.0);
  CHECK(targets_of(directed) == std::vector<VertexId>{1, 1, 0, 0, 2, 1});
  CHECK(directed.in_mass == std::vector<double>{1.0, 2.0, 0.0});
}

TEST_CASE("condensed graph: the rows of a plain graph are looked at, not copied",
          "[algorithms][communities]") {
  const Graph plain = testing::karate_club();
  CHECK(condense(plain, "test", Quality::modularity, 1.0).targets == plain.out_targets().data());
  const Graph weighted = testing::with_strengths(3, {{0, 1}, {1, 2}}, {2.0, 0.5});
  const auto looking = condense(weighted, "test", Quality::modularity, 1.0);
  CHECK(looking.arc_weights == weighted.out_arc_weights().data());
  CHECK(looking.mass == std::vector<double>{2.0, 2.5, 0.5});
}

TEST_CASE("condensed graph: one thread or four, the same rows as from the definition",
          "[algorithms][communities][parallel]") {
  // large enough that more than one block of rows, and threads, are worth while
  const Graph graph = testing::planted(40, 50, 0.9, 0.06, 3);
  REQUIRE(graph.out_targets().size() > (std::size_t{1} << 18U));
  const auto base = condense(graph, "test", Quality::modularity, 1.0);
  Labelling community(base.size());
  for (VertexId v = 0; v < base.size(); ++v) community[v] = v % 300;
  const auto one = condense(base, community, 300, {.threads = 1});
  const auto four = condense(base, community, 300, {.threads = 4});
  CHECK(sizes_of(one) == sizes_of(four));
  CHECK(targets_of(one) == targets_of(four));
  CHECK(weights_of(one) == weights_of(four));
  CHECK(one.mass == four.mass);
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> expected;
  for (const Edge& edge : graph.edges()) {
    const auto [c, d] = std::minmax(community[edge.source], community[edge.target]);
    if (c != d) expected[{c, d}] += 1.0;
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> found;
  for (std::uint32_t c = 0; c < one.size(); ++c) {
    for (std::size_t k = one.begins[c]; k < one.ends[c]; ++k) {
      if (one.targets[k] > c) found[{c, one.targets[k]}] += one.arc_weights[k];
    }
  }
  CHECK(found == expected);
}

TEST_CASE("condensed graph: rows that are known already are the same as those made anew",
          "[algorithms][communities]") {
  const Graph graph = testing::planted(8, 12, 0.6, 0.2, 4);
  const auto base = condense(graph, "test", Quality::modularity, 1.0);
  Labelling eight(96);
  for (VertexId v = 0; v < 96; ++v) eight[v] = v / 12;
  const auto before = condense(base, eight, 8);
  // communities 1, 4 and 6 as they were, in another order and numbered among the others
  Labelling mixed(96);
  communities::KnownRows known{&before,
                               std::vector<std::uint32_t>(18, communities::KnownRows::kNone)};
  const std::vector<std::uint32_t> held = {6, 1, 4};
  for (VertexId v = 0; v < 96; ++v) mixed[v] = v % 15 + (v % 15 > 4 ? 1 : 0);
  for (std::uint32_t i = 0; i < 3; ++i) {
    const std::uint32_t now = i == 0 ? 5 : 15 + i;
    known.vertex[now] = held[i];
    for (VertexId v = held[i] * 12; v < held[i] * 12 + 12; ++v) mixed[v] = now;
  }
  const auto anew = condense(base, mixed, 18);
  const auto found = condense(base, mixed, 18, {}, {}, known);
  CHECK(found.mass == anew.mass);
  CHECK(found.weight == anew.weight);
  CHECK(found.arcs == anew.arcs);
  for (VertexId v = 0; v < 18; ++v) CHECK(row_of(found, v) == row_of(anew, v));
}

TEST_CASE("condensed graph: the order of parallel edges does not show, bit for bit",
          "[algorithms][communities]") {
  Random random(6);
  std::vector<Edge> edges;
  std::vector<double> weights;
  for (int e = 0; e < 200; ++e) {
    edges.push_back(
        {static_cast<VertexId>(random.below(3)), static_cast<VertexId>(random.below(3))});
    weights.push_back(random.unit());
  }
  const std::vector<Edge> turned(edges.rbegin(), edges.rend());
  const std::vector<double> turned_weights(weights.rbegin(), weights.rend());
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = testing::with_strengths(3, edges, weights, direction);
    const Graph other = testing::with_strengths(3, turned, turned_weights, direction);
    const auto a = condense(graph, "test", Quality::modularity, 1.0);
    const auto b = condense(other, "test", Quality::modularity, 1.0);
    CHECK(weights_of(a) == weights_of(b));
    CHECK(a.mass == b.mass);
    CHECK(a.in_mass == b.in_mass);
  }
}

TEST_CASE("moving: after a round without a move no vertex gains by moving",
          "[algorithms][communities]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted, bool directed) {
    Random random(seed);
    const Graph graph = testing::random_multigraph(
        random, 24, weighted, directed ? Direction::directed : Direction::undirected);
    const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
    Labelling community = each_alone(graph.vertex_count());
    while (communities::move_locally(condensed, community, random, {}) > 0) continue;
    const auto quality = [&](const Labelling& labels) { return modularity(graph, labels); };
    if (std::isnan(quality(community))) return;
    RC_ASSERT(testing::best_single_move(community, quality) < 1e-9);
  }));
}

TEST_CASE("refinement: groups lie within communities and are connected",
          "[algorithms][communities]") {
  CHECK(rc::check([](std::uint64_t seed, bool weighted) {
    Random random(seed);
    const Graph graph = testing::random_multigraph(random, 24, weighted, Direction::undirected);
    const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
    Labelling community(graph.vertex_count());
    for (std::uint32_t& label : community) {
      label = static_cast<std::uint32_t>(random.below(std::min(3U, graph.vertex_count())));
    }
    const Labelling group = communities::refine(condensed, community, 0.01, random, {});
    for (VertexId u = 0; u < graph.vertex_count(); ++u) {
      for (VertexId v = 0; v < graph.vertex_count(); ++v) {
        if (group[u] == group[v]) RC_ASSERT(community[u] == community[v]);
      }
    }
    RC_ASSERT(testing::all_connected(graph, group));
  }));
}

TEST_CASE("refinement: a clique that is a community stays whole, two that are one come apart",
          "[algorithms][communities]") {
  std::vector<Edge> edges;  // two cliques of ten without a bridge
  for (VertexId u = 0; u < 10; ++u) {
    for (VertexId v = u + 1; v < 10; ++v) {
      edges.push_back({u, v});
      edges.push_back({10 + u, 10 + v});
    }
  }
  const Graph graph = testing::unweighted(20, edges);
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  Labelling halves(20, 0);
  std::fill(halves.begin() + 10, halves.end(), 1U);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    Labelling group = communities::refine(condensed, halves, 0.01, random, {});
    CHECK(communities::renumber(group) == 2);
    group = communities::refine(condensed, Labelling(20, 0), 0.01, random, {});
    for (VertexId u = 0; u < 10; ++u) {
      CHECK(std::count(group.begin() + 10, group.end(), group[u]) == 0);
    }
    CHECK(communities::renumber(group) < 20);
  }
}

TEST_CASE("refinement: what is held stays whole, and the others are refined as ever",
          "[algorithms][communities]") {
  const Graph graph = testing::planted(3, 20, 0.2, 0.1, 8);
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  Labelling thirds(60);
  for (VertexId v = 0; v < 60; ++v) thirds[v] = v / 20;
  Random random(1);
  Random same(1);
  const Labelling all = communities::refine(condensed, thirds, 0.01, random, {});
  const std::vector<std::uint8_t> held = {0, 1, 0};
  const Labelling some = communities::refine(condensed, thirds, 0.01, same, {}, held);
  CHECK(std::count(some.begin() + 20, some.begin() + 40, some[20]) == 20);
  CHECK(std::count(all.begin() + 20, all.begin() + 40, all[20]) < 20);
  for (VertexId v = 0; v < 20; ++v) {
    CHECK(some[v] == all[v]);
    CHECK(some[40 + v] == all[40 + v]);
  }
}

TEST_CASE("refinement: a vertex that is badly connected to its community stays alone",
          "[algorithms][communities]") {
  // 0 hangs by one edge on a clique that it expects to have more than one edge to
  std::vector<Edge> edges = {{0, 1}};
  for (VertexId u = 1; u < 8; ++u) {
    for (VertexId v = u + 1; v < 8; ++v) edges.push_back({u, v});
  }
  for (int i = 0; i < 6; ++i) edges.push_back({0, 8});
  const Graph graph = testing::unweighted(9, edges);
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  // (it would gain by a merger with 1 alone, when it is visited before the others; where chance counts
  // for more than gain, 1 draws it as often as the others)
  for (const double randomness : {0.01, 100.0}) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      Random random(seed);
      const Labelling group =
          communities::refine(condensed, {0, 0, 0, 0, 0, 0, 0, 0, 1}, randomness, random, {});
      INFO("randomness " << randomness << ", seed " << seed);
      CHECK(std::count(group.begin(), group.end(), group[0]) == 1);
    }
  }
}

}  // namespace
}  // namespace summitry
