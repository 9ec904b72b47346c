#include "exporters/dot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/number.hpp"
#include "exporters/cgraph.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/palette.hpp"

namespace summitry {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kShapes = {{
    {"country", "circle"},
    {"organisation", "square"},
    {"initiative", "diamond"},
    {"summit", "box"},
    {"document", "triangle"},
    {"person", "ellipse"},
}};

template <class Object>
void set_if(CGraph& dot, Object object, const std::string& name, std::string_view value) {
  if (!value.empty()) dot.set(object, name, dot_text(value));
}

void set_drawing_defaults(CGraph& dot, const DotOptions& options) {
  if (!options.title.empty()) {
    dot.set("label", dot_label(options.title));
    dot.set("labelloc", "t");
  }
  dot.set("outputorder", "edgesfirst");
  dot.set("overlap", "false");
  dot.set_vertex_default("fontname", "DejaVu Sans");
  dot.set_vertex_default("fontsize", "10");
  dot.set_vertex_default("style", "filled");
  dot.set_vertex_default("fillcolor", std::string(kGround));
  dot.set_vertex_default("fontcolor", std::string(kInk));
  dot.set_edge_default("color", "#7C8794");
}

void set_colour(CGraph& dot, CGraph::Vertex vertex, std::uint32_t community) {
  const std::string_view fill = group_colour(community);
  dot.set(vertex, "community", std::to_string(community));
  dot.set(vertex, "fillcolor", std::string(fill));
  if (ink_on(fill) != kInk) dot.set(vertex, "fontcolor", std::string(ink_on(fill)));
}

// The largest finite value, 0 when there is none above it.
double largest(const std::vector<double>& values) {
  double most = 0.0;
  for (const double value : values) {
    if (std::isfinite(value)) most = std::max(most, value);
  }
  return most;
}

void set_scores(CGraph& dot, CGraph::Vertex vertex, VertexId v, const std::vector<NamedScores>& all,
                double most) {
  for (const NamedScores& scores : all) {
    set_if(dot, vertex, scores.name, shortest(scores.scores.values[v]));
  }
  const double value = all.empty() ? 0.0 : all.front().scores.values[v];
  if (!(most > 0.0) || !(value > 0.0) || !std::isfinite(value)) return;
  // Areas grow with the value: at most twice as wide as the smallest.
  dot.set(vertex, "width", rounded(0.5 + 0.5 * std::sqrt(value / most), 3));
}

CGraph::Vertex add_vertex(CGraph& dot, const Entity& entity) {
  const CGraph::Vertex vertex = dot.vertex(dot_text(entity.id));
  dot.set(vertex, "label", dot_label(entity.name));
  dot.set(vertex, "shape", std::string(dot_shape(entity.kind)));
  if (entity.kind == "summit") dot.set(vertex, "style", "filled,rounded");
  set_if(dot, vertex, "name", entity.name);
  set_if(dot, vertex, "kind", entity.kind);
  set_if(dot, vertex, "subtype", entity.subtype);
  set_if(dot, vertex, "iso3", entity.iso3);
  return vertex;
}

void add_edge(CGraph& dot, CGraph::Vertex source, CGraph::Vertex target,
              const EdgeSummary& summary) {
  const CGraph::Edge edge = dot.add_edge(source, target);
  set_if(dot, edge, "type", summary.types);
  set_if(dot, edge, "status", summary.statuses);
  set_if(dot, edge, "role", summary.roles);
  set_if(dot, edge, "summit", summary.summits);
  set_if(dot, edge, "from", summary.from);
  set_if(dot, edge, "to", summary.to);
  set_if(dot, edge, "weight", summary.weight);
  dot.set(edge, "relations", std::to_string(summary.relations));
  dot.set(edge, "sources", std::to_string(summary.sources));
  const bool refused = summary.statuses == "declined" || summary.statuses == "withdrawn";
  if (refused) dot.set(edge, "style", "dashed");
}

}  // namespace

std::string_view dot_shape(std::string_view kind) {
  const auto* const found = std::find_if(kShapes.begin(), kShapes.end(),
                                         [kind](const auto& one) { return one.first == kind; });
  return found == kShapes.end() ? "hexagon" : found->second;
}

std::string to_dot(const Network& network, const Graph& graph, const DotOptions& options) {
  CGraph dot(graph.directed() ? Direction::directed : Direction::undirected,
             dot_text(network.dataset().name));
  set_drawing_defaults(dot, options);
  const bool sized = options.scores != nullptr && !options.scores->empty();
  const double most = sized ? largest(options.scores->front().scores.values) : 0.0;
  std::vector<CGraph::Vertex> vertices;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const CGraph::Vertex vertex = add_vertex(dot, network.entity(graph.entity(v)));
    if (options.communities != nullptr) {
      set_colour(dot, vertex, options.communities->partition.community[v]);
    }
    if (options.scores != nullptr) set_scores(dot, vertex, v, *options.scores, most);
    vertices.push_back(vertex);
  }
  const std::vector<Edge> edges = asserted_edges(network, graph);
  const std::vector<double> weights = graph.edge_weights();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const double* weight = weights.empty() ? nullptr : &weights[e];
    add_edge(dot, vertices[edges[e].source], vertices[edges[e].target],
             summarise(network, graph, e, weight));
  }
  return dot.write();
}

}  // namespace summitry
