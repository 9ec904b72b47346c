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
  Figure figure;  // as placed; it points to the Network and to the Choice
  Box field;      // where items stand
  std::string reading;
  std::string caption;
  std::size_t dropped = 0;  // names that found no room
};

[[nodiscard]] ComposedPage compose(const Network& network, const Choice& choice,
                                   const DrawingOptions& options);

}  // namespace summitry::drawing
