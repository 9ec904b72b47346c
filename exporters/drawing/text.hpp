// Text as it is drawn in DejaVu Sans: how wide it runs, and names cut to fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

// The text on one line and fit for XML: white space becomes a space, control characters go, bytes that
// are no UTF-8 become U+FFFD.
[[nodiscard]] std::string clean(std::string_view text);

// Width in pixels at a font size in pixels. Exact for Latin script (kerning aside), an upper estimate
// elsewhere, where another font steps in.
[[nodiscard]] double text_width(std::string_view text, double size,
                                Weight weight = Weight::regular);
// Whether every character has an exact width.
[[nodiscard]] bool exact_width(std::string_view text);

// Lines no wider than `width`, broken between words; a longer word gets a line of its own.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double size, double width,
                                            Weight weight = Weight::regular);

// The text cut at a character and ended by "…" so that it is no wider than `width`; "" where not even
// that fits.
[[nodiscard]] std::string shorten(std::string_view text, double size, double width,
                                  Weight weight = Weight::regular);

// Thousands set apart, as in prose: 1,234.
[[nodiscard]] std::string grouped(std::size_t count);

}  // namespace summitry::drawing
