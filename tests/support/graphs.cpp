#include "tests/support/graphs.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <utility>

#include "engine/random.hpp"

namespace summitry::testing {
namespace {

GraphParts parts_of(VertexId n, Direction direction, std::vector<Edge> edges) {
  GraphParts parts;
  parts.vertices = n;
  parts.direction = direction;
  parts.edges = std::move(edges);
  return parts;
}

bool contains(const std::vector<Edge>& edges, Edge edge, Direction direction) {
  return std::find_if(edges.begin(), edges.end(), [&](const Edge& e) {
           const Edge back{e.target, e.source};
           return e == edge || (direction == Direction::undirected && back == edge);
         }) != edges.end();
}

// What the graph was made of, to be changed and put together again.
GraphParts taken_apart(const Graph& graph) {
  GraphParts parts =
      parts_of(graph.vertex_count(), graph.directed() ? Direction::directed : Direction::undirected,
               graph.edges());
  parts.meaning = graph.weight_meaning();
  parts.weights = graph.edge_weights();
  return parts;
}

}  // namespace

Graph undirected(VertexId n, std::vector<Edge> edges) {
  return Graph(parts_of(n, Direction::undirected, std::move(edges)));
}

Graph directed(VertexId n, std::vector<Edge> edges) {
  return Graph(parts_of(n, Direction::directed, std::move(edges)));
}

Graph weighted(VertexId n, Direction direction, WeightMeaning meaning, std::vector<Edge> edges,
               std::vector<double> weights) {
  GraphParts parts = parts_of(n, direction, std::move(edges));
  parts.meaning = meaning;
  parts.weights = std::move(weights);
  return Graph(std::move(parts));
}

Graph path(VertexId n) {
  std::vector<Edge> edges;
  for (VertexId v = 1; v < n; ++v) edges.push_back({v - 1, v});
  return undirected(n, edges);
}

Graph cycle(VertexId n) {
  std::vector<Edge> edges;
  for (VertexId v = 0; v < n; ++v) edges.push_back({v, (v + 1) % n});
  return undirected(n, edges);
}

Graph star(VertexId leaves) {
  std::vector<Edge> edges;
  for (VertexId v = 1; v <= leaves; ++v) edges.push_back({0, v});
  return undirected(leaves + 1, edges);
}

Graph complete(VertexId n) {
  std::vector<Edge> edges;
  for (VertexId u = 0; u < n; ++u) {
    for (VertexId v = u + 1; v < n; ++v) edges.push_back({u, v});
  }
  return undirected(n, edges);
}

Graph two_cliques_and_bridge(VertexId k) {
  std::vector<Edge> edges{{k - 1, k}};
  for (const Edge& edge : complete(k).edges()) {
    edges.push_back(edge);
    edges.push_back({edge.source + k, edge.target + k});
  }
  return undirected(2 * k, edges);
}

Graph random_graph(const RandomShape& shape, std::uint64_t seed) {
  Random random(seed);
  GraphParts parts = parts_of(shape.vertices, shape.direction, {});
  parts.meaning = shape.meaning;
  for (std::size_t e = 0; e < shape.edges && shape.vertices > 0; ++e) {
    const Edge edge{static_cast<VertexId>(random.below(shape.vertices)),
                    static_cast<VertexId>(random.below(shape.vertices))};
    const double weight = static_cast<double>(1 + random.below(12)) / 4.0;
    const auto messy = [&] {  // a look at all edges so far
      return edge.source == edge.target || contains(parts.edges, edge, shape.direction);
    };
    if (shape.simple && messy()) continue;
    parts.edges.push_back(edge);
    if (shape.meaning != WeightMeaning::none) parts.weights.push_back(weight);
  }
  return Graph(std::move(parts));
}

Graph relabelled(const Graph& graph, const std::vector<VertexId>& permutation) {
  GraphParts parts = taken_apart(graph);
  for (Edge& edge : parts.edges) {
    edge = {permutation[edge.source], permutation[edge.target]};
  }
  return Graph(std::move(parts));
}

std::vector<VertexId> random_permutation(VertexId n, std::uint64_t seed) {
  std::vector<VertexId> permutation(n);
  std::iota(permutation.begin(), permutation.end(), VertexId{0});
  Random random(seed);
  random.shuffle(std::span(permutation));
  return permutation;
}

Graph scaled(const Graph& graph, double factor) {
  GraphParts parts = taken_apart(graph);
  for (double& weight : parts.weights) weight *= factor;
  return Graph(std::move(parts));
}

Graph karate() {
  return undirected(
      34, {{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},
           {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},
           {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},
           {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},
           {4, 10},  {5, 6},   {5, 10},  {5, 16},  {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},
           {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32},
           {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25},
           {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
           {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}});
}

Graph kite() {
  return undirected(10, {{0, 1},
                         {0, 2},
                         {0, 3},
                         {0, 5},
                         {1, 3},
                         {1, 4},
                         {1, 6},
                         {2, 3},
                         {2, 5},
                         {3, 4},
                         {3, 5},
                         {3, 6},
                         {4, 6},
                         {5, 6},
                         {5, 7},
                         {6, 7},
                         {7, 8},
                         {8, 9}});
}

Graph florentine() {
  return undirected(16, {{0, 8},  {1, 5},  {1, 6},  {1, 8},   {2, 4},   {2, 8},  {3, 6},
                         {3, 10}, {3, 14}, {4, 10}, {4, 14},  {6, 7},   {6, 15}, {8, 12},
                         {8, 13}, {8, 15}, {9, 13}, {10, 14}, {12, 14}, {12, 15}});
}

Graph florentine_connected() {
  std::vector<Edge> edges = florentine().edges();
  for (Edge& edge : edges) {
    if (edge.source > family::pucci) --edge.source;
    if (edge.target > family::pucci) --edge.target;
  }
  return undirected(15, edges);
}

std::vector<NamedGraph> standing_graphs() {
  std::vector<NamedGraph> graphs;
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    const std::string how = direction == Direction::directed ? "directed " : "undirected ";
    const auto add = [&](const char* name, VertexId n, std::vector<Edge> edges) {
      graphs.push_back({how + name, Graph(parts_of(n, direction, std::move(edges)))});
    };
    add("nobody", 0, {});
    add("one vertex", 1, {});
    add("one vertex with a loop", 1, {{0, 0}});
    add("two isolates", 2, {});
    add("one edge", 2, {{0, 1}});
    add("isolate and edge", 3, {{0, 2}});
    add("path without a cycle", 4, {{0, 1}, {1, 2}, {2, 3}});
    add("two components", 7, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 6}, {6, 3}});
    add("loops", 3, {{0, 0}, {0, 1}, {1, 2}, {2, 2}, {2, 2}});
    add("parallel edges", 3, {{0, 1}, {0, 1}, {1, 0}, {1, 2}});
    for (const WeightMeaning meaning : {WeightMeaning::strength, WeightMeaning::distance}) {
      graphs.push_back({how + (meaning == WeightMeaning::strength ? "strengths" : "distances"),
                        random_graph({9, 18, direction, meaning, false}, 5)});
    }
    graphs.push_back({how + "zero strengths", weighted(3, direction, WeightMeaning::strength,
                                                       {{0, 1}, {1, 2}}, {0.0, 0.0})});
  }
  return graphs;
}

std::string drawn(const Graph& graph) {
  std::ostringstream text;
  text << (graph.directed() ? "directed, " : "undirected, ") << graph.vertex_count()
       << " vertices:";
  const std::vector<double> weights = graph.edge_weights();
  const std::vector<Edge> edges = graph.edges();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    text << ' ' << edges[e].source << (graph.directed() ? "->" : "-") << edges[e].target;
    if (!weights.empty()) text << '(' << weights[e] << ')';
  }
  return text.str();
}

}  // namespace summitry::testing
