// DOT: bytes, and that cgraph reads back the graph that was written.
#include "exporters/dot.hpp"

#include <algorithm>
#include <numeric>

#include "engine/number.hpp"
#include "engine/reshape.hpp"
#include "exporters/cgraph.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/palette.hpp"
#include "loaders/dot.hpp"
#include "tests/exporters/example.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

void check_vertex(const Entity& entity, CGraph::Vertex vertex) {
  INFO("vertex " << entity.id);
  CHECK(dot_plain(CGraph::name(vertex)) == entity.id);
  CHECK(dot_plain(CGraph::get(vertex, "name")) == entity.name);
  CHECK(dot_plain(CGraph::get(vertex, "kind")) == entity.kind);
  CHECK(dot_plain(CGraph::get(vertex, "subtype")) == entity.subtype);
  CHECK(CGraph::get(vertex, "iso3") == entity.iso3);
  CHECK(CGraph::get(vertex, "shape") == dot_shape(entity.kind));
}

void check_edge(const EdgeSummary& edge, CGraph::Edge read) {
  CHECK(dot_plain(CGraph::get(read, "type")) == edge.types);
  CHECK(CGraph::get(read, "status") == edge.statuses);
  CHECK(dot_plain(CGraph::get(read, "role")) == edge.roles);
  CHECK(dot_plain(CGraph::get(read, "summit")) == edge.summits);
  CHECK(CGraph::get(read, "from") == edge.from);
  CHECK(CGraph::get(read, "to") == edge.to);
  CHECK(CGraph::get(read, "weight") == edge.weight);
  CHECK(CGraph::get(read, "sources") == std::to_string(edge.sources));
}

// cgraph gives edges by their source's turn.
std::vector<EdgeId> by_source(const std::vector<Edge>& edges) {
  std::vector<EdgeId> order(edges.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](EdgeId a, EdgeId b) { return edges[a].source < edges[b].source; });
  return order;
}

void check_reads_back(const Network& network, const Graph& graph) {
  const CGraph read = CGraph::read(to_dot(network, graph));
  CHECK(read.directed() == graph.directed());
  const auto vertices = read.vertices();
  REQUIRE(vertices.size() == graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    check_vertex(network.entity(graph.entity(v)), vertices[v]);
  }
  const auto read_edges = read.edges();
  const auto edges = asserted_edges(network, graph);
  const auto order = by_source(edges);
  REQUIRE(read_edges.size() == edges.size());
  const auto weights = graph.edge_weights();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const EdgeId e = order[i];
    CHECK(CGraph::source(read_edges[i]) == vertices[edges[e].source]);
    CHECK(CGraph::target(read_edges[i]) == vertices[edges[e].target]);
    const double* weight = weights.empty() ? nullptr : &weights[e];
    check_edge(summarise(network, graph, e, weight), read_edges[i]);
  }
}

}  // namespace

TEST_CASE("dot: the example is written byte for byte", "[exporters][dot]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const NamedPartition communities = example::communities(graph);
  const std::vector<NamedScores> scores = example::scores(graph);
  check_golden("network.dot",
               to_dot(network, graph,
                      {.communities = &communities, .scores = &scores, .title = "An \"example\""}));
}

TEST_CASE("dot: cgraph reads back vertices, edges and attributes", "[exporters][dot]") {
  const Network network = example::network();
  check_reads_back(network, select(network));
  check_reads_back(network, select(network, {.direction = Direction::directed,
                                             .weights = "weight",
                                             .parallel = Parallel::keep}));
}

TEST_CASE("dot: cgraph reads back random networks", "[exporters][dot]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    const Network network = testing::random_network(seed);
    const Direction direction = seed % 2 == 0 ? Direction::directed : Direction::undirected;
    check_reads_back(network,
                     select(network, {.direction = direction, .parallel = Parallel::keep}));
  }
}

TEST_CASE("dot: scores and communities are attributes, and what is undefined is left out",
          "[exporters][dot]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const NamedPartition communities = example::communities(graph);
  const std::vector<NamedScores> scores = example::scores(graph);
  const CGraph read =
      CGraph::read(to_dot(network, graph, {.communities = &communities, .scores = &scores}));
  const auto vertices = read.vertices();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::uint32_t community = communities.partition.community[v];
    CHECK(CGraph::get(vertices[v], "community") == std::to_string(community));
    CHECK(CGraph::get(vertices[v], "fillcolor") == group_colour(community));
    CHECK(CGraph::get(vertices[v], "degree") == std::to_string(graph.degree(v)));
    CHECK(CGraph::get(vertices[v], "pagerank") == shortest(scores[1].scores.values[v]));
  }
  CHECK(CGraph::get(vertices[0], "pagerank").empty());
}

TEST_CASE("dot: each kind has its shape", "[exporters][dot]") {
  CHECK(dot_shape("country") == "circle");
  CHECK(dot_shape("organisation") == "square");
  CHECK(dot_shape("initiative") == "diamond");
  CHECK(dot_shape("summit") == "box");
  CHECK(dot_shape("document") == "triangle");
  CHECK(dot_shape("person") == "ellipse");
  CHECK(dot_shape("harbour") == "hexagon");
}

TEST_CASE("dot: what was declined is dashed", "[exporters][dot]") {
  const Network network = example::network();
  const Graph graph = select(network, {.relations = {"signed"}, .statuses = {Status::declined}});
  const CGraph read = CGraph::read(to_dot(network, graph));
  REQUIRE(read.edges().size() == 1);
  CHECK(CGraph::get(read.edges().front(), "style") == "dashed");
}

TEST_CASE("dot: a graph of nobody is a graph", "[exporters][dot]") {
  const Network network = example::network();
  const Graph nobody = induced(example::graph(network), {});
  CHECK(CGraph::read(to_dot(network, nobody)).vertices().empty());
}

TEST_CASE("dot: the loader reads the same ids, kinds and names", "[exporters][dot]") {
  const Network network = example::network();
  const Built built = read_dot(to_dot(network, example::graph(network)), "example.dot");
  REQUIRE(built.network);
  REQUIRE(built.network->entities().size() == network.entities().size());
  for (const Entity& entity : network.entities()) {
    const Entity& read = built.network->entity(built.network->index_of(entity.id));
    CHECK(read.name == entity.name);
    CHECK(read.kind == entity.kind);
  }
}

TEST_CASE("palette: the eighth community and later are grey, and ink is legible",
          "[exporters][palette]") {
  CHECK(group_colour(0) == "#E69F00");
  CHECK(group_colour(6) == "#F0E442");
  CHECK(group_colour(7) == kOtherColour);
  CHECK(group_colour(700) == kOtherColour);
  CHECK(ink_on("#0072B2") == kGround);
  CHECK(ink_on("#F0E442") == kInk);
}

}  // namespace summitry
