#include "algorithms/communities/inside.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/communities/cpm.hpp"
#include "algorithms/communities/modularity.hpp"
#include "algorithms/options.hpp"
#include "algorithms/weights.hpp"

namespace summitry {

std::string option_text(Quality quality) {
  return quality == Quality::cpm ? "cpm" : "modularity";
}

bool read_option(std::string_view text, Quality& quality) {
  if (text != "cpm" && text != "modularity") return false;
  quality = text == "cpm" ? Quality::cpm : Quality::modularity;
  return true;
}

namespace communities {

Inside look_inside(std::string_view function, const Graph& graph,
                   std::span<const std::uint32_t> community) {
  require_strengths(function, graph);
  if (community.size() != graph.vertex_count()) {
    refuse_option(function, "community", "one label a vertex", std::to_string(community.size()));
  }
  std::uint32_t labels = 0;
  for (const std::uint32_t c : community) labels = std::max(labels, c + 1);
  Inside inside;
  inside.internal.assign(labels, 0.0);
  inside.out_ends.assign(labels, 0.0);
  inside.in_ends.assign(graph.directed() ? labels : 0, 0.0);
  inside.size.assign(labels, 0);
  for (const std::uint32_t c : community) ++inside.size[c];
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto targets = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const VertexId u = targets[k];
      if (!graph.directed() && u < v) continue;  // an undirected edge stands in two rows
      const double weight = weights.empty() ? 1.0 : weights[k];
      inside.total += weight;
      if (community[u] == community[v]) inside.internal[community[v]] += weight;
      inside.out_ends[community[v]] += weight;
      (graph.directed() ? inside.in_ends : inside.out_ends)[community[u]] += weight;
    }
  }
  return inside;
}

void check_resolution(std::string_view function, double resolution) {
  if (std::isfinite(resolution) && resolution >= 0.0) return;
  refuse_option(function, "resolution", "a finite number >= 0", option_text(resolution));
}

std::optional<double> quality_of(Quality quality, const Graph& graph,
                                 std::span<const std::uint32_t> community, double resolution) {
  const double value = quality == Quality::cpm ? cpm_quality(graph, community, resolution)
                                               : modularity(graph, community, resolution);
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace communities
}  // namespace summitry
