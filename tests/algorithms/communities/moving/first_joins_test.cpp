#include "algorithms/communities/moving/first_joins.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using communities::condense;
using communities::first_joins;
using communities::labels_apart;
using testing::Labelling;

// So many cliques of so many vertices in a ring; each vertex knows one of the next clique's.
Graph ring_of_cliques(VertexId cliques, VertexId size) {
  std::vector<Edge> edges;
  for (VertexId clique = 0; clique < cliques; ++clique) {
    const VertexId first = clique * size;
    for (VertexId i = 0; i < size; ++i) {
      for (VertexId j = 0; j < i; ++j) edges.push_back({first + i, first + j});
    }
    edges.push_back({first, (first + size + 1) % (cliques * size)});
  }
  return testing::unweighted(cliques * size, edges);
}

TEST_CASE("first joins: neighbours in a clique come together, nobody stays alone",
          "[algorithms][communities]") {
  constexpr VertexId kSize = 8;
  const Graph graph = ring_of_cliques(30, kSize);
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  std::set<Labelling> seen;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const Labelling labels = first_joins(condensed, random, {});
    seen.insert(labels);
    for (VertexId v = 0; v < labels.size(); ++v) {
      CHECK(labels[v] / kSize == v / kSize);
      CHECK(std::count(labels.begin(), labels.end(), labels[v]) > 1);
    }
  }
  CHECK(seen.size() == 20);
}

// A recursive matrix (Chakrabarti, Zhan & Faloutsos 2004) of 2^scale vertices: few of them hold the network
// together, and what groups there are is chance.
Graph around_hubs(unsigned scale, std::size_t edges, std::uint64_t seed) {
  Random random(seed);
  std::set<std::pair<VertexId, VertexId>> drawn;
  while (drawn.size() < edges) {
    Edge edge{0, 0};
    for (unsigned bit = 0; bit < scale; ++bit) {
      const double point = random.unit();
      const VertexId source = point < 0.57 + 0.19 ? 0 : 1;
      const VertexId target = point < 0.57 || (point >= 0.76 && point < 0.95) ? 0 : 1;
      edge = {edge.source * 2 + source, edge.target * 2 + target};
    }
    if (edge.source < edge.target) drawn.insert({edge.source, edge.target});
  }
  std::vector<Edge> simple;
  for (const auto& [source, target] : drawn) simple.push_back({source, target});
  return testing::unweighted(VertexId{1} << scale, simple);
}

TEST_CASE("first joins: in a network that hubs hold together all begin alone",
          "[algorithms][communities]") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Graph graph = around_hubs(12, 60000, seed);
    const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
    Random random(seed);
    CHECK((first_joins(condensed, random, {}) == labels_apart(graph.vertex_count())));
  }
}

TEST_CASE("first joins: pairs come together, who knows nobody stays alone",
          "[algorithms][communities]") {
  const auto labels = [](const Graph& graph) {
    Random random(1);
    const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
    return first_joins(condensed, random, {});
  };
  const Labelling pairs = labels(testing::unweighted(5, {{0, 1}, {3, 2}}));
  CHECK(pairs[0] == pairs[1]);
  CHECK(pairs[2] == pairs[3]);
  CHECK(std::set<std::uint32_t>(pairs.begin(), pairs.end()).size() == 3);
  CHECK(labels(testing::unweighted(3, {})) == labels_apart(3));
  CHECK(labels(testing::unweighted(0, {})).empty());
}

TEST_CASE("first joins: better than all alone, and along arcs", "[algorithms][communities]") {
  std::size_t joined = 0;
  CHECK(rc::check([&](std::uint64_t seed, bool weighted, bool directed, bool cpm) {
    Random random(seed);
    const Graph graph = testing::random_multigraph(
        random, 40, weighted, directed ? Direction::directed : Direction::undirected);
    const Quality kind = cpm ? Quality::cpm : Quality::modularity;
    const auto quality = [&](const Labelling& labels) {
      return communities::quality_of(kind, graph, labels, 0.5, {}).value_or(0.0);
    };
    const auto condensed = condense(graph, "test", kind, 0.5);
    const Labelling labels = first_joins(condensed, random, {});
    const Labelling alone = labels_apart(graph.vertex_count());
    RC_ASSERT(labels.size() == alone.size());
    for (const std::uint32_t label : labels) RC_ASSERT(label < labels.size());
    RC_ASSERT(quality(labels) >= quality(alone) - 1e-12);
    if (labels == alone) return;
    ++joined;
    RC_ASSERT(quality(labels) > quality(alone));
    Labelling parts = labels;
    const std::uint32_t count = communities::split_disconnected(condensed, parts);
    RC_ASSERT(count == std::set<std::uint32_t>(labels.begin(), labels.end()).size());
  }));
  CHECK(joined > 20);
}

TEST_CASE("first joins: one, two and four threads, the same labels",
          "[algorithms][communities][parallel]") {
  const Graph graph = ring_of_cliques(1000, 9);  // several blocks of vertices
  REQUIRE(graph.out_targets().size() > (std::size_t{1} << 15U));
  const auto condensed = condense(graph, "test", Quality::modularity, 1.0);
  const auto labels = [&](int threads) {
    Random random(5);
    return first_joins(condensed, random, {.threads = threads});
  };
  const Labelling on_one = labels(1);
  CHECK((labels(2) == on_one));
  CHECK((labels(4) == on_one));
  CHECK((on_one != labels_apart(graph.vertex_count())));
}

}  // namespace
}  // namespace summitry
