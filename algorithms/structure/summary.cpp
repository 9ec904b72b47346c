#include "algorithms/structure/summary.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/cost.hpp"
#include "algorithms/structure/cohesion/core_numbers.hpp"
#include "algorithms/structure/cohesion/triangles.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "algorithms/structure/simple.hpp"

namespace summitry {
namespace {

std::optional<double> ratio(double part, double whole) {
  if (!(whole > 0.0)) return std::nullopt;
  return part / whole;
}

double pairs_of(const Graph& graph) {
  const double n = graph.vertex_count();
  return graph.directed() ? n * (n - 1.0) : n * (n - 1.0) / 2.0;
}

std::optional<double> share_returned(const std::vector<Edge>& arcs) {
  std::size_t returned = 0;
  for (const Edge& arc : arcs) {
    returned += std::binary_search(arcs.begin(), arcs.end(), Edge{arc.target, arc.source}) ? 1 : 0;
  }
  return ratio(static_cast<double>(returned), static_cast<double>(arcs.size()));
}

// Pearson's correlation over pairs of numbers that are added one at a time.
class Correlation {
 public:
  void add(double x, double y) {
    count_ += 1.0;
    x_ += x;
    y_ += y;
    xx_ += x * x;
    yy_ += y * y;
    xy_ += x * y;
  }
  // Degrees are whole numbers: the sums are exact, and a variance of 0 is exactly 0.
  [[nodiscard]] std::optional<double> value() const {
    const double x = count_ * xx_ - x_ * x_;
    const double y = count_ * yy_ - y_ * y_;
    if (!(x > 0.0 && y > 0.0)) return std::nullopt;
    return (count_ * xy_ - x_ * y_) / (std::sqrt(x) * std::sqrt(y));
  }

 private:
  double count_ = 0.0, x_ = 0.0, y_ = 0.0, xx_ = 0.0, yy_ = 0.0, xy_ = 0.0;
};

std::optional<double> degree_correlation(const Graph& graph, const std::vector<Edge>& edges) {
  std::vector<double> out(graph.vertex_count(), 0.0);
  std::vector<double> in(graph.vertex_count(), 0.0);
  for (const Edge& edge : edges) {
    out[edge.source] += 1.0;
    (graph.directed() ? in : out)[edge.target] += 1.0;
  }
  Correlation correlation;
  for (const auto& [u, v] : edges) {
    correlation.add(out[u], (graph.directed() ? in : out)[v]);
    if (!graph.directed()) correlation.add(out[v], out[u]);
  }
  return correlation.value();
}

double sum(const std::vector<double>& values) {
  double total = 0.0;
  for (const double value : values) total += value;
  return total;
}

// Ordered pairs of neighbours, halved: the paths of length 2 around each vertex.
double paths_of_two(const SimpleGraph& graph) {
  double paths = 0.0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const double k = static_cast<double>(graph.degree(v));
    paths += k * (k - 1.0) / 2.0;
  }
  return paths;
}

void add_cohesion(const Graph& graph, const Run& run, NetworkSummary& summary) {
  const SimpleGraph simple(graph);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    summary.largest_degree = std::max(summary.largest_degree, graph.degree(v));
    if (simple.degree(v) == 0) ++summary.isolates;
  }
  const double at_vertices = sum(triangles(graph, run).values);  // each triangle at three of them
  summary.triangles = static_cast<std::uint64_t>(at_vertices / 3.0);
  summary.transitivity = ratio(at_vertices, paths_of_two(simple));
  summary.mean_clustering = ratio(sum(clustering(graph, run).values), graph.vertex_count());
  for (const double core : core_numbers(graph, run).values) {
    summary.largest_core = std::max(summary.largest_core, static_cast<std::uint32_t>(core));
  }
}

void add_distances(const Graph& graph, const Run& run, NetworkSummary& summary) {
  const DistanceSums sums = distance_sums(graph, Lengths::hops, run);
  double farthest = 0.0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    summary.reachable_pairs += sums.reached[v] - 1;
    farthest = std::max(farthest, sums.farthest[v]);
  }
  summary.mean_distance = ratio(sum(sums.total), static_cast<double>(summary.reachable_pairs));
  if (summary.reachable_pairs > 0) summary.diameter = static_cast<std::uint32_t>(farthest);
}

}  // namespace

std::optional<double> density(const Graph& graph) {
  return ratio(static_cast<double>(simple_edges(graph).size()), pairs_of(graph));
}

std::optional<double> reciprocity(const Graph& graph) {
  if (!graph.directed()) return std::nullopt;
  return share_returned(simple_edges(graph));
}

std::optional<double> transitivity(const Graph& graph, const Run& run) {
  return ratio(sum(triangles(graph, run).values), paths_of_two(SimpleGraph(graph)));
}

std::optional<double> assortativity(const Graph& graph) {
  return degree_correlation(graph, simple_edges(graph));
}

NetworkSummary summarise(const Graph& graph, const SummaryOptions& options, const Run& run) {
  NetworkSummary summary;
  summary.vertices = graph.vertex_count();
  summary.edges = graph.edge_count();
  summary.loops = graph.loop_count();
  summary.directed = graph.directed();
  summary.mean_degree = ratio(2.0 * graph.edge_count(), graph.vertex_count()).value_or(0.0);

  const std::vector<Edge> edges = simple_edges(graph);
  summary.parallel = summary.edges - summary.loops - static_cast<EdgeId>(edges.size());
  summary.density = ratio(static_cast<double>(edges.size()), pairs_of(graph));
  if (graph.directed()) summary.reciprocity = share_returned(edges);
  summary.assortativity = degree_correlation(graph, edges);

  const Partition weak = components(graph);
  summary.components = weak.count;
  summary.strong_components = components(graph, Connection::strong).count;
  summary.giant = static_cast<VertexId>(
      std::count(weak.community.begin(), weak.community.end(), 0U));  // the largest is number 0
  add_cohesion(graph, run, summary);
  if (steps::all_sources(graph) <= options.most_steps) add_distances(graph, run, summary);
  return summary;
}

}  // namespace summitry
