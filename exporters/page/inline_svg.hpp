// A Scene as SVG within a page: colours follow the page's theme, and marks and names carry the id of
// their entity.
#pragma once

#include <string>
#include <string_view>

#include "exporters/drawing/scene.hpp"

namespace summitry::page {

// Labelled by the elements `<figure>-title` and `<figure>-how` of the page.
[[nodiscard]] std::string inline_svg(const drawing::Scene& scene, std::string_view figure);

}  // namespace summitry::page
