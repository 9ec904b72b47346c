// The shapes of a placed Figure: edges as curves, entities as marks, names beside them.
#pragma once

#include "exporters/drawing/editions.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

// Returns the kinds of line that were needed, for the legend.
[[nodiscard]] Lines add_edges(Scene& scene, const Figure& figure, const Editions& editions,
                              PictureLines lines = PictureLines::status);

// Large ones first, so that none is hidden.
void add_marks(Scene& scene, const Figure& figure);

void add_label(Scene& scene, const Label& label);

}  // namespace summitry::drawing
