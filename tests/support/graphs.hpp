// Graphs for tests: families with a drawing, published ones, random ones, and the standing set that
// every measure must survive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/graph.hpp"

namespace summitry::testing {

[[nodiscard]] Graph undirected(VertexId n, std::vector<Edge> edges);
[[nodiscard]] Graph directed(VertexId n, std::vector<Edge> edges);
[[nodiscard]] Graph weighted(VertexId n, Direction direction, WeightMeaning meaning,
                             std::vector<Edge> edges, std::vector<double> weights);

// 0 - 1 - 2 - ... - (n-1)
[[nodiscard]] Graph path(VertexId n);
// a path whose ends are joined
[[nodiscard]] Graph cycle(VertexId n);
// 0 in the middle, 1..leaves around it
[[nodiscard]] Graph star(VertexId leaves);
[[nodiscard]] Graph complete(VertexId n);
// two complete graphs of k vertices; k-1 and k are joined
[[nodiscard]] Graph two_cliques_and_bridge(VertexId k);

struct RandomShape {
  VertexId vertices = 12;
  std::size_t edges = 20;
  Direction direction = Direction::undirected;
  WeightMeaning meaning = WeightMeaning::none;
  bool simple = false;  // without loops and parallel edges
};
// Weights are quarters in [0.25, 3]: sums of them are exact.
[[nodiscard]] Graph random_graph(const RandomShape& shape, std::uint64_t seed);

// Vertex v becomes permutation[v].
[[nodiscard]] Graph relabelled(const Graph& graph, const std::vector<VertexId>& permutation);
[[nodiscard]] std::vector<VertexId> random_permutation(VertexId n, std::uint64_t seed);
// All weights multiplied by a factor.
[[nodiscard]] Graph scaled(const Graph& graph, double factor);

// Zachary 1977, doi:10.1086/jar.33.4.3629752. Vertex v is actor v + 1.
[[nodiscard]] Graph karate();
// Krackhardt 1990, doi:10.2307/2393394.
namespace kite_member {
enum : VertexId { andre, beverley, carol, diane, ed, fernando, garth, heather, ike, jane };
}
[[nodiscard]] Graph kite();
// Padgett & Ansell 1993, doi:10.1086/230190: marriages, families by name; the Pucci have none.
namespace family {
enum : VertexId {
  acciaiuoli,
  albizzi,
  barbadori,
  bischeri,
  castellani,
  ginori,
  guadagni,
  lamberteschi,
  medici,
  pazzi,
  peruzzi,
  pucci,
  ridolfi,
  salviati,
  strozzi,
  tornabuoni
};
}
[[nodiscard]] Graph florentine();
// The same without the Pucci: later families move down by one.
[[nodiscard]] Graph florentine_connected();

struct NamedGraph {
  std::string name;
  Graph graph;
};
// Nobody, one, isolates, loops, parallel edges, two components, no cycle, strengths, distances; each
// directed and undirected.
[[nodiscard]] std::vector<NamedGraph> standing_graphs();

// "undirected, 3 vertices: 0-1 1-2(0.5)": what a failing test shows.
[[nodiscard]] std::string drawn(const Graph& graph);

}  // namespace summitry::testing
