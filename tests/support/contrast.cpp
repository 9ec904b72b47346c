#include "tests/support/contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "exporters/drawing/text.hpp"

namespace summitry::testing {
namespace {

using drawing::Box;
using drawing::Point;

double level(const std::string& colour, std::size_t part) {
  return std::stoi(colour.substr(1 + 2 * part, 2), nullptr, 16) / 255.0;
}

double luminance(const std::string& colour) {
  static constexpr std::array kShare = {0.2126, 0.7152, 0.0722};
  double sum = 0.0;
  for (std::size_t part = 0; part < 3; ++part) {
    const double c = level(colour, part);
    sum += kShare[part] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

std::string blended(const std::string& above, const std::string& below) {
  if (above.size() < 9) return above;
  const double opacity = std::stoi(above.substr(7, 2), nullptr, 16) / 255.0;
  std::string out = "#";
  for (std::size_t part = 0; part < 3; ++part) {
    const double mixed = opacity * level(above, part) + (1.0 - opacity) * level(below, part);
    const auto whole = static_cast<int>(std::lround(255.0 * mixed));
    out += "0123456789abcdef"[whole / 16];
    out += "0123456789abcdef"[whole % 16];
  }
  return out;
}

bool contains(const Box& box, Point at) {
  return box.left <= at.x && at.x <= box.right && box.top <= at.y && at.y <= box.bottom;
}

Box around(const std::vector<Point>& outline) {
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const Point& p : outline) {
    box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
           std::max(box.bottom, p.y)};
  }
  return box;
}

// Every corner of a box lies on two of its sides; a flow bends in between.
bool is_box(const drawing::Area& area) {
  const Box box = around(area.outline);
  return std::all_of(area.outline.begin(), area.outline.end(), [&](const Point& p) {
    return p.x == box.left || p.x == box.right || p.y == box.top || p.y == box.bottom;
  });
}

}  // namespace

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::string colour_under(const drawing::Scene& scene, const drawing::Text& text) {
  if (text.halo) return scene.ground;
  const double width = drawing::text_width(text.text, text.size, text.weight);
  const double shift = text.anchor == drawing::Anchor::left    ? 0.5
                       : text.anchor == drawing::Anchor::right ? -0.5
                                                               : 0.0;
  const Point at{text.at.x + shift * width, text.at.y};
  std::string under = scene.ground;
  for (const auto& band : scene.bands) {
    if (contains(band.box, at)) under = blended(band.colour, under);
  }
  for (const auto& area : scene.areas) {
    if (is_box(area) && contains(around(area.outline), at)) under = blended(area.fill, under);
  }
  for (const auto& mark : scene.marks) {
    const Box box{mark.centre.x - mark.width / 2, mark.centre.y - mark.height / 2,
                  mark.centre.x + mark.width / 2, mark.centre.y + mark.height / 2};
    if (contains(box, at)) under = blended(mark.fill, under);
  }
  return under;
}

}  // namespace summitry::testing
