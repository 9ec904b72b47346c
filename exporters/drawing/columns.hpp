// The columns of a series: a band, a pill with the edition's name, its days and its host.
#pragma once

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

inline constexpr double kColumnHead = 64.0;  // pixels between the top of a column and the field

// Columns from `top` to the foot of the field.
void add_columns(Scene& scene, const Figure& figure, double top, const Box& field);

}  // namespace summitry::drawing
