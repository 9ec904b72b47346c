#include "engine/reshape.hpp"

#include <rapidcheck.h>

#include <set>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace summitry;

namespace {

Graph make(VertexId n, std::vector<Edge> edges, Direction direction = Direction::undirected) {
  GraphParts parts;
  parts.vertices = n;
  parts.edges = std::move(edges);
  parts.direction = direction;
  for (EdgeId e = 0; e < parts.edges.size(); ++e) parts.relations.push_back(e + 100);
  return Graph(std::move(parts));
}

// Projection by definition: for every pair, the shared dropped neighbours.
std::vector<double> slow_projection(const Graph& graph, const std::vector<bool>& keep,
                                    bool newman) {
  std::vector<std::set<VertexId>> joined(graph.vertex_count());
  for (const Edge& edge : graph.edges()) {
    joined[edge.source].insert(edge.target);
    joined[edge.target].insert(edge.source);
  }
  std::vector<double> weights;
  for (VertexId u = 0; u < graph.vertex_count(); ++u) {
    for (VertexId v = u + 1; v < graph.vertex_count(); ++v) {
      if (!keep[u] || !keep[v]) continue;
      double weight = 0.0;
      for (VertexId k = 0; k < graph.vertex_count(); ++k) {
        if (keep[k] || !joined[k].contains(u) || !joined[k].contains(v)) continue;
        int degree = 0;
        for (const VertexId other : joined[k]) degree += keep[other] && other != k ? 1 : 0;
        weight += newman ? 1.0 / (degree - 1) : 1.0;
      }
      if (weight > 0.0) weights.push_back(weight);
    }
  }
  return weights;
}

}  // namespace

//   0 - 1 - 2 - 0    3 - 4    5
TEST_CASE("reshape: giant is the largest component, with its relations", "[engine][reshape]") {
  const Graph graph = make(6, {{3, 4}, {0, 1}, {1, 2}, {2, 0}});
  const Graph large = giant(graph);
  CHECK(large.vertex_count() == 3);
  CHECK(large.edge_count() == 3);
  CHECK(large.entity(2) == 2);
  CHECK(large.relations(0)[0] == 101);
  CHECK(giant(Graph()).vertex_count() == 0);
  CHECK(giant(make(3, {})).entity(0) == 0);
}

TEST_CASE("reshape: giant follows arcs both ways", "[engine][reshape]") {
  CHECK(giant(make(4, {{0, 1}, {2, 1}}, Direction::directed)).vertex_count() == 3);
}

//   0 - 1 - 2 - 3
TEST_CASE("reshape: ego reaches as far as its radius", "[engine][reshape]") {
  const Graph path = make(4, {{0, 1}, {1, 2}, {2, 3}});
  CHECK(ego(path, 1).vertex_count() == 3);
  CHECK(ego(path, 0, 2).vertex_count() == 3);
  CHECK(ego(path, 0, 0).vertex_count() == 1);
  CHECK(ego(path, 0, 2).entity(2) == 2);
  CHECK(ego(make(3, {{1, 0}, {1, 2}}, Direction::directed), 0, 2).vertex_count() == 3);
  CHECK_THROWS_AS(ego(path, 4), InvalidOption);
}

TEST_CASE("reshape: induced keeps order, weights and entities", "[engine][reshape]") {
  GraphParts parts;
  parts.vertices = 4;
  parts.edges = {{0, 1}, {1, 2}, {2, 3}};
  parts.meaning = WeightMeaning::distance;
  parts.weights = {1, 2, 3};
  parts.entities = {10, 11, 12, 13};
  const Graph graph(std::move(parts));
  const std::vector<VertexId> kept{3, 2, 1, 2};
  const Graph part = induced(graph, kept);
  CHECK(part.vertex_count() == 3);
  CHECK(part.entity(0) == 11);
  CHECK(part.edge_weights() == std::vector<double>{2, 3});
  CHECK(part.weight_meaning() == WeightMeaning::distance);
}

//   people 0 1 2, events 3 4:  0-3 1-3 0-4 1-4 2-4
TEST_CASE("reshape: projection joins those who share an event", "[engine][reshape]") {
  const Graph graph = make(5, {{0, 3}, {1, 3}, {0, 4}, {1, 4}, {2, 4}});
  const std::vector<bool> people{true, true, true, false, false};
  const Graph shared = project(graph, people, ProjectionWeight::shared);
  CHECK(shared.edges() == std::vector<Edge>{{0, 1}, {0, 2}, {1, 2}});
  CHECK(shared.edge_weights() == std::vector<double>{2, 1, 1});
  const Graph newman = project(graph, people, ProjectionWeight::newman);
  CHECK(newman.edge_weights() == std::vector<double>{1.5, 0.5, 0.5});
  CHECK_FALSE(project(graph, people).weighted());
}

TEST_CASE("reshape: projection agrees with its definition on random graphs", "[engine][reshape]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(rc::check([direction] {
      const auto n = *rc::gen::inRange<VertexId>(1, 10);
      const auto keep = *rc::gen::container<std::vector<bool>>(n, rc::gen::arbitrary<bool>());
      std::vector<Edge> edges;
      for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
        edges.push_back({*rc::gen::inRange<VertexId>(0, n), *rc::gen::inRange<VertexId>(0, n)});
      }
      const Graph graph = make(n, edges, direction);
      const auto shared = project(graph, keep, ProjectionWeight::shared).edge_weights();
      RC_ASSERT(shared == slow_projection(graph, keep, false));
      const auto newman = project(graph, keep, ProjectionWeight::newman).edge_weights();
      const auto expected = slow_projection(graph, keep, true);
      RC_ASSERT(newman.size() == expected.size());
      for (std::size_t i = 0; i < newman.size(); ++i) {
        RC_ASSERT(std::abs(newman[i] - expected[i]) < 1e-12);
      }
    }));
  }
}

TEST_CASE("reshape: projection by kind names an unknown one", "[engine][reshape]") {
  const Network network = testing::summit_network();
  const Graph graph = select(network);
  const Graph countries = project(network, graph, "country", ProjectionWeight::shared);
  CHECK(countries.vertex_count() == 3);
  CHECK(countries.edge_weights() == std::vector<double>{2, 1, 2});
  CHECK_THROWS_AS(project(network, graph, "contry"), UnknownName);
}
