// What a network is like as a whole, in one table of figures.
//
//   density          pairs that are joined / pairs there are (ordered pairs when directed)
//   reciprocity      share of arcs whose opposite is there
//   transitivity     3 triangles / paths of length 2, on the undirected simple graph
//   assortativity    correlation of the degrees at the two ends of an edge; directed: out-degree of
//                    the source with in-degree of the target
//   distances        in hops, over the ordered pairs of different vertices that have a path
//
// Reads      direction yes | no weights | parallel edges count once, loops not at all, except in the
//            counts of edges and loops
// Gives      a figure is missing where its denominator is 0
// Cost       O(n (n + m)) time for the distances, the rest O(m^1.5)
// Method     transitivity: Newman, Strogatz & Watts 2001, doi:10.1103/PhysRevE.64.026118;
//            assortativity: Newman 2003, doi:10.1103/PhysRevE.67.026126. As NetworkX and igraph on
//            the simple graph.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

struct NetworkSummary {
  VertexId vertices = 0;
  EdgeId edges = 0;  // all, loops and parallel edges too
  EdgeId loops = 0;
  EdgeId parallel = 0;  // edges beyond the first between the same ends, loops left out
  bool directed = false;
  VertexId isolates = 0;     // without a neighbour
  double mean_degree = 0.0;  // all edges, a loop counting 2
  std::uint64_t largest_degree = 0;

  std::optional<double> density;
  std::optional<double> reciprocity;  // directed only
  std::optional<double> transitivity;
  std::optional<double> mean_clustering;
  std::optional<double> assortativity;
  std::uint64_t triangles = 0;
  std::uint32_t largest_core = 0;

  std::uint32_t components = 0;         // weak
  std::uint32_t strong_components = 0;  // the same when undirected
  VertexId giant = 0;                   // vertices of the largest weak component

  std::uint64_t reachable_pairs = 0;  // ordered pairs of different vertices with a path
  std::optional<double> mean_distance;
  std::optional<std::uint32_t> diameter;  // the longest of the shortest paths
};

struct SummaryOptions {
  // n (n + arcs) above which distances are left out, 0 pairs and no figures: they alone are not linear
  // or nearly so.
  double most_steps = std::numeric_limits<double>::infinity();
};

[[nodiscard]] NetworkSummary summarise(const Graph& graph, const SummaryOptions& options = {},
                                       const Run& run = {});

// Single figures, for those who need one of them.
[[nodiscard]] std::optional<double> density(const Graph& graph);
[[nodiscard]] std::optional<double> reciprocity(const Graph& graph);
[[nodiscard]] std::optional<double> transitivity(const Graph& graph, const Run& run = {});
[[nodiscard]] std::optional<double> assortativity(const Graph& graph);

}  // namespace summitry
