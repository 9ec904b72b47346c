// What the picture of a whole Graph looks like, vertex by vertex: for formats that other programs draw.
#pragma once

#include <string>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "exporters/drawing.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

struct Look {
  Point at;             // pixels, y downwards
  double radius = 0.0;  // pixels
  std::string colour;   // "#rrggbb"
  Shape shape = Shape::circle;
};

// A look for every vertex, whatever options.subset.limit says: who has no place in a picture of the
// series stands in rows below it, small, and grey where colours tell editions.
[[nodiscard]] std::vector<Look> looks(const Network& network, const Graph& graph,
                                      const DrawingOptions& options);

}  // namespace summitry::drawing
