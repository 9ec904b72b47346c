// Scene: a picture as a list of shapes in pixels, y downwards. Everything that is drawn passes through
// it, so that SVG, PNG and PDF show the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace summitry::drawing {

struct Point {
  double x = 0.0;
  double y = 0.0;
};

struct Box {
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
};

// Whether the boxes share more than a border.
[[nodiscard]] constexpr bool meet(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
[[nodiscard]] constexpr bool inside(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right &&
         inner.bottom <= outer.bottom;
}

enum class Shape : std::uint8_t { circle, square, triangle, diamond, hexagon, ring, pill };
enum class Weight : std::uint8_t { regular, bold };
enum class Anchor : std::uint8_t { left, middle, right };

struct Band {
  Box box;
  std::string
      colour;  // "#rrggbb", as everywhere here; curves and areas may add two digits of opacity
};

struct Mark {
  Shape shape = Shape::circle;
  Point centre;
  double width = 0.0;
  double height = 0.0;
  std::string fill;
  std::string stroke;
  double stroke_width = 1.0;
  std::string title;        // what a pointer or a screen reader is told; "": a decoration
  std::string entity = {};  // the id of the one that it stands for; "": none
};

enum class Stroke : std::uint8_t { solid, dashed, dotted };

// A cubic Bézier curve.
struct Curve {
  Point from, leaving, arriving, to;
  std::string colour;
  double width = 0.8;
  Stroke stroke = Stroke::solid;
  std::string title;
};

// A filled outline: a point, then the two control points and the end of every cubic Bézier curve.
struct Area {
  std::vector<Point> outline;
  std::string fill;
  std::string title;
};

struct Text {
  Point at;  // the middle of the line's height, at the anchor
  Anchor anchor = Anchor::left;
  std::string text;
  double size = 12.0;
  Weight weight = Weight::regular;
  std::string colour;
  bool halo = false;        // on a ground that keeps edges off
  std::string entity = {};  // the id of the one that it names; "": none
};

// Drawn in this order.
struct Scene {
  double width = 0.0;
  double height = 0.0;
  std::string title;
  std::string description;
  std::string ground = "#ffffff";
  std::vector<Band> bands;
  std::vector<Area> areas;
  std::vector<Curve> curves;
  std::vector<Mark> marks;
  std::vector<Text> texts;
};

}  // namespace summitry::drawing
