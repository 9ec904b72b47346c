// Boost.Graph reads a Graph through the views: concepts, and real algorithms against known answers.
#include "engine/bgl.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/strong_components.hpp>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

template <class View>
void require_concepts() {
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<View>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<View>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<View>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<View>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<View>));
  static_assert(sizeof(View) == sizeof(void*));
}

Graph make(VertexId n, std::vector<Edge> edges, Direction direction,
           std::vector<double> weights = {}) {
  GraphParts parts;
  parts.vertices = n;
  parts.edges = std::move(edges);
  parts.direction = direction;
  if (!weights.empty()) parts.meaning = WeightMeaning::distance;
  parts.weights = std::move(weights);
  return Graph(std::move(parts));
}

template <class T, class View>
auto by_vertex(std::vector<T>& values, const View& view) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, view));
}

}  // namespace

TEST_CASE("bgl: the views model Boost's concepts and are a pointer wide", "[engine][bgl]") {
  require_concepts<bgl::Directed>();
  require_concepts<bgl::Undirected>();
}

//   0 - 1 - 2 - 0    3 - 4    2 - 5 (a bridge)
TEST_CASE("bgl: undirected algorithms see every edge once", "[engine][bgl]") {
  const Graph graph =
      make(6, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {2, 5}}, Direction::undirected, {1, 2, 4, 1, 1});
  const auto view = bgl::as_undirected(graph);
  std::vector<int> component(6);
  CHECK(boost::connected_components(view, by_vertex(component, view)) == 2);
  CHECK(component == std::vector<int>{0, 0, 0, 1, 1, 0});

  std::vector<bgl::EdgeDescriptor> tree;
  std::vector<double> weight = graph.edge_weights();
  const auto weights =
      boost::make_iterator_property_map(weight.begin(), get(boost::edge_index, view));
  boost::kruskal_minimum_spanning_tree(view, std::back_inserter(tree), boost::weight_map(weights));
  double total = 0.0;
  for (const auto& edge : tree) total += weight[edge.id];
  CHECK(tree.size() == 4);
  CHECK(total == 5.0);  // 1 + 2 + 1 + 1: the edge of weight 4 closes the triangle

  std::vector<VertexId> cut;
  boost::articulation_points(view, std::back_inserter(cut));
  CHECK(cut == std::vector<VertexId>{2});

  std::vector<double> betweenness(6, 0.0);
  boost::brandes_betweenness_centrality(view, by_vertex(betweenness, view));
  CHECK(betweenness == std::vector<double>{0, 0, 2, 0, 0, 0});
}

//   0 -> 1 -> 2 -> 0    2 -> 3
TEST_CASE("bgl: directed algorithms follow the arcs", "[engine][bgl]") {
  const Graph graph = make(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}, Direction::directed, {1, 2, 3, 10});
  const auto view = bgl::as_directed(graph);
  std::vector<int> component(4);
  CHECK(boost::strong_components(view, by_vertex(component, view)) == 2);
  CHECK(component[0] == component[2]);
  CHECK(component[0] != component[3]);

  std::vector<double> distance(4);
  std::vector<double> weight = graph.edge_weights();
  boost::dijkstra_shortest_paths(view, VertexId{0},
                                 boost::distance_map(by_vertex(distance, view))
                                     .weight_map(boost::make_iterator_property_map(
                                         weight.begin(), get(boost::edge_index, view))));
  CHECK(distance == std::vector<double>{0, 1, 3, 13});

  std::size_t incoming = 0;
  const auto [first, last] = in_edges(VertexId{3}, view);
  for (auto it = first; it != last; ++it) {
    CHECK(source(*it, view) == 2);
    CHECK(target(*it, view) == 3);
    ++incoming;
  }
  CHECK(incoming == 1);
}

TEST_CASE("bgl: a view of the other direction is refused", "[engine][bgl]") {
  const Graph directed = make(2, {{0, 1}}, Direction::directed);
  const Graph undirected = make(2, {{0, 1}}, Direction::undirected);
  CHECK_THROWS_AS(bgl::as_undirected(directed), Error);
  CHECK_THROWS_AS(bgl::as_directed(undirected), Error);
}

TEST_CASE("bgl: edges are listed once, loops and parallels too", "[engine][bgl]") {
  const Graph graph = make(3, {{1, 1}, {0, 2}, {2, 0}, {1, 0}}, Direction::undirected);
  const auto view = bgl::as_undirected(graph);
  const auto [first, last] = edges(view);
  std::vector<Edge> listed;
  EdgeId next = 0;
  for (auto it = first; it != last; ++it) {
    CHECK((*it).id == next++);
    listed.push_back({source(*it, view), target(*it, view)});
  }
  CHECK(listed == graph.edges());
}
