// The legend under a picture: kinds with counts, colours, sizes and lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

// Colours of text and lines that carry no data.
inline constexpr const char* kInk1 = "#17212c";
inline constexpr const char* kInk2 = "#455261";
inline constexpr const char* kInk3 = "#5d6a79";
inline constexpr const char* kRule = "#d5dbe2";
inline constexpr const char* kPanel = "#f4f6f8";
inline constexpr const char* kNoGroup = "#7c8794";
inline constexpr const char* kPlain = "#0b5394";  // marks whose colour has no meaning

// Which kinds of line the picture has.
struct Lines {
  bool plain = false;
  bool amount = false;
  bool declined = false;
  std::vector<std::string> types;  // with a stroke of their own, the most frequent first
  std::size_t other_types = 0;     // further ones
  std::optional<double> heaviest;  // the darkest line's weight
};

// Of the k-th type; the fourth and later share a thin one.
[[nodiscard]] Stroke stroke_of_type(std::size_t k);
inline constexpr std::size_t kStrokes = 3;

inline constexpr double kAmountWidth = 1.8;

// Adds the legend to the scene from `top` on, within left and right; returns its foot.
[[nodiscard]] double add_legend(Scene& scene, const Figure& figure, const Lines& lines, double left,
                                double right, double top);

[[nodiscard]] std::string colour_of(const Figure& figure, const Item& item);
[[nodiscard]] Mark mark_of(const Item& item, const std::string& colour);

}  // namespace summitry::drawing
