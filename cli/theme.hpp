// The theme of pictures, for `draw` and `chart`.
#pragma once

#include "cli/arguments.hpp"
#include "cli/option.hpp"
#include "exporters/drawing.hpp"

namespace summitry::cli {

[[nodiscard]] OptionList theme_option();
[[nodiscard]] PictureColours theme_of(const Arguments& arguments);

}  // namespace summitry::cli
