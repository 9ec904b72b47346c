// A Scene through Graphviz' renderers, every shape pinned where it is.
#pragma once

#include <string>

#include "exporters/drawing.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

// The bytes of the picture; they hold no date. Throws Error when Graphviz cannot render the format.
[[nodiscard]] std::string render(const Scene& scene, PictureFormat format);

// Graphviz' SVG of a scene, made fit for reading aloud and for machines without its font. Called by
// render().
[[nodiscard]] std::string finish_svg(const Scene& scene, const std::string& svg);

}  // namespace summitry::drawing
