#include "exporters/drawing/looks.hpp"

#include <cstddef>

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/page.hpp"
#include "exporters/drawing/subset.hpp"

namespace summitry::drawing {
namespace {

constexpr double kLeft = 48.0;
constexpr double kStep = 16.0;  // pixels between those in rows
constexpr double kSmall = 3.2;  // their radius
constexpr std::size_t kRow = 70;

// Of who is not drawn: the community's where colours tell communities, else grey.
std::string colour_below(const Figure& figure, const DrawingOptions& options, VertexId v) {
  if (options.communities == nullptr) return kNoGroup;
  const std::size_t community = options.communities->partition.community[v];
  return community < figure.groups.size() ? figure.groups[community].colour : kNoGroup;
}

}  // namespace

std::vector<Look> looks(const Network& network, const Graph& graph, const DrawingOptions& options) {
  DrawingOptions whole = options;
  whole.subset.limit = 0;
  const Choice choice = choose(network, graph, whole.subset);
  const ComposedPage placed = compose(network, choice, whole);
  std::vector<Look> all(graph.vertex_count());
  std::vector<bool> drawn(graph.vertex_count(), false);
  for (std::size_t i = 0; i < placed.figure.items.size(); ++i) {
    const Item& item = placed.figure.items[i];
    const VertexId v = choice.subset.vertices[i];
    all[v] = {item.at, item.radius, colour_of(placed.figure, item), item.shape};
    drawn[v] = true;
  }
  std::size_t below = 0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (drawn[v]) continue;
    const std::size_t row = 1 + below / kRow;
    const Point at{kLeft + kStep * static_cast<double>(below % kRow),
                   placed.field.bottom + kStep * static_cast<double>(row)};
    all[v] = {at, kSmall, colour_below(placed.figure, options, v),
              shape_of(network.entity(graph.entity(v)).kind)};
    ++below;
  }
  return all;
}

}  // namespace summitry::drawing
