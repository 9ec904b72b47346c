// Ink for a coloured ground.
#pragma once

#include <string>

namespace summitry::drawing {

// White or black, whichever stands out more from "#rrggbb": WCAG 2.1's contrast is then at least 4.5.
[[nodiscard]] const char* ink_on(const std::string& colour);

}  // namespace summitry::drawing
