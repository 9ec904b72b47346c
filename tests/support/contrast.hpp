// How well the texts of a scene stand out from what is under them.
#pragma once

#include <string>

#include "exporters/drawing/scene.hpp"

namespace summitry::testing {

// WCAG 2.1's contrast ratio of two colours "#rrggbb", 1 to 21.
[[nodiscard]] double contrast(const std::string& one, const std::string& other);

// The opaque colour under the middle of a text: ground, bands, boxes, marks, in the order in which they
// are drawn. A halo keeps all else off.
[[nodiscard]] std::string colour_under(const drawing::Scene& scene, const drawing::Text& text);

}  // namespace summitry::testing
