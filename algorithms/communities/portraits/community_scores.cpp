#include "algorithms/communities/portraits/community_scores.hpp"

#include <limits>
#include <utility>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/structure/cohesion/triangles.hpp"

namespace summitry {
namespace {

// The share of each community's members that are in a triangle of members.
std::vector<double> in_triangles(const Graph& graph, const Partition& partition, const Run& run) {
  GraphParts inside;
  inside.vertices = graph.vertex_count();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (const VertexId u : graph.out(v)) {
      const bool once = graph.directed() || u >= v;
      if (once && partition.community[u] == partition.community[v]) inside.edges.push_back({v, u});
    }
  }
  const Scores found = triangles(Graph(std::move(inside), Run{.threads = 1}), run);
  std::vector<double> members(partition.count, 0.0);
  std::vector<double> shares(partition.count, 0.0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    members[partition.community[v]] += 1.0;
    if (found.values[v] > 0.0) shares[partition.community[v]] += 1.0;
  }
  for (std::size_t c = 0; c < shares.size(); ++c) shares[c] /= members[c];
  return shares;
}

// The weight of loops in each community.
std::vector<double> loops_in(const Graph& graph, const Partition& partition) {
  std::vector<double> loops(partition.count, 0.0);
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if (edges[e].source != edges[e].target) continue;
    loops[partition.community[edges[e].source]] += weights.empty() ? 1.0 : weights[e];
  }
  return loops;
}

double share(double part, double whole) {
  return whole > 0.0 ? part / whole : 0.0;
}

}  // namespace

std::vector<CommunityScores> community_scores(const Graph& graph, const Partition& partition,
                                              const Run& run) {
  const auto inside = communities::look_inside("communities", graph, partition.community);
  const std::vector<double> knit = in_triangles(graph, partition, run);
  const std::vector<double> loops = loops_in(graph, partition);
  const double n = graph.vertex_count();
  const double ways = graph.directed() ? 2.0 : 1.0;
  std::vector<CommunityScores> scores(partition.count);
  for (std::size_t c = 0; c < scores.size(); ++c) {
    const double size = static_cast<double>(inside.size[c]);
    const double within = inside.internal[c];
    const double leaving = inside.leaving(c);
    scores[c].density = share(within - loops[c], ways * 0.5 * size * (size - 1.0));
    scores[c].cut_ratio = share(leaving, ways * size * (n - size));
    scores[c].conductance = share(leaving, 2.0 * within + leaving);
    scores[c].normalised_cut =
        scores[c].conductance + share(leaving, 2.0 * (inside.total - within) - leaving);
    scores[c].separability =
        leaving > 0.0 ? within / leaving : std::numeric_limits<double>::quiet_NaN();
    scores[c].triangle_participation = knit[c];
  }
  return scores;
}

}  // namespace summitry
