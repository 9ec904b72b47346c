// draw(): choose, compose, render.
#include "exporters/drawing.hpp"
#include "exporters/drawing/page.hpp"
#include "exporters/drawing/render.hpp"
#include "exporters/drawing/subset.hpp"

namespace summitry {

Picture draw(const Network& network, const Graph& graph, PictureFormat format,
             const DrawingOptions& options) {
  SubsetOptions subset = options.subset;
  subset.by_edition = subset.by_edition && (options.layout == PictureLayout::automatic ||
                                            options.layout == PictureLayout::bands);
  const drawing::Choice choice = drawing::choose(network, graph, subset);
  const drawing::ComposedPage page = drawing::compose(network, choice, options);
  Picture picture;
  picture.bytes = drawing::render(page.scene, format);
  picture.caption = page.caption;
  picture.entities = choice.subset.graph.vertex_count();
  picture.edges = choice.subset.graph.edge_count();
  picture.labels_dropped = page.dropped;
  picture.unnamed = page.unnamed;
  return picture;
}

}  // namespace summitry
