// Theme: the colours of a finished scene, exchanged as a whole.
#pragma once

#include "exporters/drawing.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

// Greyscale: every colour becomes the grey of the same lightness. Dark: inks, ground and the colours of
// editions become those that stay apart on a dark ground; whatever else is drawn, its lightness is
// turned over.
void apply(PictureColours colours, Scene& scene);

}  // namespace summitry::drawing
