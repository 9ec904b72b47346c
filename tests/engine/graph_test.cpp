#include "engine/graph.hpp"

#include <rapidcheck.h>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

using Row = std::vector<VertexId>;

Row row(std::span<const VertexId> ends) {
  return {ends.begin(), ends.end()};
}

Graph make(VertexId n, std::vector<Edge> edges, Direction direction = Direction::undirected,
           std::vector<double> weights = {}) {
  GraphParts parts;
  parts.vertices = n;
  parts.direction = direction;
  parts.edges = std::move(edges);
  if (!weights.empty()) parts.meaning = WeightMeaning::strength;
  parts.weights = std::move(weights);
  return Graph(std::move(parts));
}

// Random parts with loops and parallel edges; relation i belongs to edge i of the input.
GraphParts random_parts(Direction direction) {
  GraphParts parts;
  parts.vertices = *rc::gen::inRange<VertexId>(1, 12);
  parts.direction = direction;
  const auto m = *rc::gen::inRange<std::uint32_t>(0, 40);
  parts.meaning = WeightMeaning::strength;
  for (std::uint32_t i = 0; i < m; ++i) {
    parts.edges.push_back({*rc::gen::inRange<VertexId>(0, parts.vertices),
                           *rc::gen::inRange<VertexId>(0, parts.vertices)});
    parts.weights.push_back(i + 1.0);
    parts.relations.push_back(i);
  }
  return parts;
}

}  // namespace

//   0 - 1 - 2    3 (alone)    1 has a loop, 0 - 1 stands twice
TEST_CASE("graph: undirected rows hold both ends, a loop once", "[engine][graph]") {
  const Graph graph = make(4, {{2, 1}, {1, 0}, {1, 1}, {0, 1}});
  CHECK(graph.vertex_count() == 4);
  CHECK(graph.edge_count() == 4);
  CHECK(row(graph.out(0)) == Row{1, 1});
  CHECK(row(graph.out(1)) == Row{0, 0, 1, 2});
  CHECK(row(graph.in(2)) == Row{1});
  CHECK(graph.out(3).empty());
  CHECK(graph.degree(1) == 5);  // the loop counts 2
  CHECK(graph.degree(3) == 0);
  CHECK(graph.has_loops());
  CHECK(graph.edges() == std::vector<Edge>{{0, 1}, {0, 1}, {1, 1}, {1, 2}});
}

//   0 -> 1 -> 2 -> 0, 2 -> 1
TEST_CASE("graph: directed rows are different lists", "[engine][graph]") {
  const Graph graph = make(3, {{2, 1}, {0, 1}, {1, 2}, {2, 0}}, Direction::directed, {4, 1, 2, 3});
  CHECK(row(graph.out(2)) == Row{0, 1});
  CHECK(row(graph.in(1)) == Row{0, 2});
  CHECK(graph.degree(2) == 3);
  CHECK(std::vector<double>(graph.out_weights(2).begin(), graph.out_weights(2).end()) ==
        std::vector<double>{3, 4});
  CHECK(std::vector<double>(graph.in_weights(1).begin(), graph.in_weights(1).end()) ==
        std::vector<double>{1, 4});
  CHECK(graph.edge_weights() == std::vector<double>{1, 2, 3, 4});
}

TEST_CASE("graph: nobody, one, and parts that do not fit", "[engine][graph]") {
  CHECK(make(0, {}).vertex_count() == 0);
  CHECK(make(0, {}).edges().empty());
  CHECK(make(1, {{0, 0}}).degree(0) == 2);
  CHECK_THROWS_AS(make(2, {{0, 2}}), Error);
  CHECK_THROWS_AS(make(2, {{0, 1}}, Direction::directed, {1, 2}), Error);
  CHECK(Graph().vertex_count() == 0);
}

TEST_CASE("graph: edge ids, weights and relations agree from both ends", "[engine][graph]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(rc::check([direction] {
      const GraphParts parts = random_parts(direction);
      const Graph graph{GraphParts(parts)};
      const std::vector<Edge> edges = graph.edges();
      const std::vector<double> weights = graph.edge_weights();
      RC_ASSERT(edges.size() == parts.edges.size());
      RC_ASSERT(std::is_sorted(edges.begin(), edges.end()));
      std::vector<int> seen_out(edges.size(), 0);
      std::vector<int> seen_in(edges.size(), 0);
      for (VertexId v = 0; v < graph.vertex_count(); ++v) {
        RC_ASSERT(std::is_sorted(graph.out(v).begin(), graph.out(v).end()));
        for (std::size_t k = 0; k < graph.out(v).size(); ++k) {
          const EdgeId e = graph.out_edge(v, k);
          ++seen_out[e];
          RC_ASSERT(graph.out_weights(v)[k] == weights[e]);
          RC_ASSERT((edges[e] == Edge{v, graph.out(v)[k]} ||
                     (!graph.directed() && edges[e] == Edge{graph.out(v)[k], v})));
        }
        for (std::size_t k = 0; k < graph.in(v).size(); ++k) {
          const EdgeId e = graph.in_edge(v, k);
          ++seen_in[e];
          RC_ASSERT(graph.in_weights(v)[k] == weights[e]);
        }
      }
      for (EdgeId e = 0; e < edges.size(); ++e) {
        const bool loop = edges[e].source == edges[e].target;
        const int times = graph.directed() || loop ? 1 : 2;
        RC_ASSERT(seen_out[e] == times);
        RC_ASSERT(seen_in[e] == times);
        // Weight i + 1 and relation i came in together.
        RC_ASSERT(graph.relations(e).size() == 1);
        RC_ASSERT(weights[e] == graph.relations(e)[0] + 1.0);
      }
    }));
  }
}

TEST_CASE("graph: ten million edges without weights fit in 200 MiB", "[engine][graph][scale]") {
  constexpr VertexId kVertices = 1'000'000;
  GraphParts parts;
  parts.vertices = kVertices;
  Random random(1);
  for (EdgeId e = 0; e < 10'000'000; ++e) {
    parts.edges.push_back({static_cast<VertexId>(random.below(kVertices)),
                           static_cast<VertexId>(random.below(kVertices))});
    parts.relations.push_back(e);
  }
  for (VertexId v = 0; v < kVertices; ++v) parts.entities.push_back(v);
  const Graph graph(std::move(parts));
  CHECK(graph.edge_count() == 10'000'000);
  CHECK(graph.bytes() <= std::size_t{200} * 1024 * 1024);
  CHECK(graph.bytes() > std::size_t{80} * 1024 * 1024);  // it does count its arrays
}
