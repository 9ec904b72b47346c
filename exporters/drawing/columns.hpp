// The columns of a series: a band, a pill with the edition's name, its days and its host.
#pragma once

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

inline constexpr double kColumnHead = 64.0;  // pixels between the top of a column and the field

// Columns from their heads above the field to its foot.
void add_columns(Scene& scene, const Figure& figure, const Box& field);

// The middle of an edition's pill.
[[nodiscard]] Point pill_at(const Figure& figure, const Box& field, std::size_t edition);

}  // namespace summitry::drawing
