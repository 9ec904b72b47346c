// The page: title, columns, marks, labels, legend, caption and source put together.
#pragma once

#include <cstddef>
#include <string>

#include "exporters/drawing.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/scene.hpp"
#include "exporters/drawing/subset.hpp"

namespace summitry::drawing {

struct ComposedPage {
  Scene scene;
  std::string caption;
  std::size_t dropped = 0;  // names that found no room
};

[[nodiscard]] ComposedPage compose(const Network& network, const Choice& choice,
                                   const DrawingOptions& options);

// The marks of that page without its words; valid as long as the choice. Editions stand where their
// columns have their names.
struct PlacedFigure {
  Figure figure;
  double foot = 0.0;  // y below which there is no mark
};

[[nodiscard]] PlacedFigure place(const Network& network, const Choice& choice,
                                 const DrawingOptions& options);

}  // namespace summitry::drawing
