#include "exporters/drawing/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "exporters/drawing/figure.hpp"

namespace summitry::drawing {
namespace {

using Levels = std::array<int, 3>;  // red, green and blue, 0 to 255

Levels levels(const std::string& colour) {
  const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  return {part(1), part(3), part(5)};
}

std::string written(const Levels& levels) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const int level : levels) {
    out += kDigits[static_cast<std::size_t>(level / 16)];
    out += kDigits[static_cast<std::size_t>(level % 16)];
  }
  return out;
}

std::string grey(const std::string& colour) {
  const Levels parts = levels(colour);
  const double light = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  return grey_colour(static_cast<std::size_t>(std::lround(light)));
}

// Ground, inks, rules, colours of editions; the dark ones keep a contrast of 4.5 or more on their
// ground and stay as far apart for colour-blind readers as the light ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kDark = {
    {{"#ffffff", "#11161d"},
     {"#f4f6f8", "#19202a"},
     {"#17212c", "#e9edf2"},
     {"#455261", "#b9c3cf"},
     {"#5d6a79", "#98a5b4"},
     {"#7c8794", "#8b97a6"},
     {"#0b5394", "#8cc2f5"},
     {"#102a5c", "#6f9cf2"},
     {"#7d58b8", "#e0a6e6"},
     {"#bf4d12", "#f39a4e"},
     {"#13845f", "#4fd0b0"},
     {"#2b7bba", "#7fc4ee"},
     {"#a3274f", "#f08aa8"},
     {"#7a6200", "#dcc35a"},
     {"#5b4636", "#c9ae98"},
     {"#000000", "#ffffff"}}};

// The same hue and saturation, as dark as it was light.
std::string turned_over(const std::string& colour) {
  Levels parts = levels(colour);
  const int shift = 255 - *std::max_element(parts.begin(), parts.end()) -
                    *std::min_element(parts.begin(), parts.end());
  for (int& part : parts) part += shift;
  return written(parts);
}

std::string dark(const std::string& colour) {
  for (const auto& [light, other] : kDark) {
    if (colour == light) return std::string(other);
  }
  return turned_over(colour);
}

// Keeps two digits of opacity, where there are any.
template <class Change>
void change(std::string& colour, const Change& to) {
  if (colour.size() >= 7) colour = to(colour.substr(0, 7)) + colour.substr(7);
}

template <class Change>
void change_all(Scene& scene, const Change& to) {
  change(scene.ground, to);
  for (Band& band : scene.bands) change(band.colour, to);
  for (Area& area : scene.areas) change(area.fill, to);
  for (Curve& curve : scene.curves) change(curve.colour, to);
  for (Text& text : scene.texts) change(text.colour, to);
  for (Mark& mark : scene.marks) {
    change(mark.fill, to);
    change(mark.stroke, to);
  }
}

}  // namespace

void apply(PictureColours colours, Scene& scene) {
  if (colours == PictureColours::greyscale) change_all(scene, grey);
  if (colours == PictureColours::dark) change_all(scene, dark);
}

}  // namespace summitry::drawing
