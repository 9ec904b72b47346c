// Shapes are written as they are, without Graphviz: a page needs no outlines that look the same in PNG.
#include "exporters/page/inline_svg.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "engine/number.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/markup.hpp"
#include "exporters/palette.hpp"

namespace summitry::page {
namespace {

using drawing::Anchor;
using drawing::Mark;
using drawing::Point;
using drawing::Shape;
using drawing::Weight;

// What a theme may change, by the colour that it has in print.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTheme = {{
    {drawing::kInk1, "ink1"},
    {drawing::kInk2, "ink2"},
    {drawing::kInk3, "ink3"},
    {drawing::kRule, "rule"},
    {drawing::kPanel, "panel"},
    {drawing::kNoGroup, "none"},
    {drawing::kPlain, "accent"},
    {"#ffffff", "ground"},
    {kEditionPalette[0], "edition1"},
    {kEditionPalette[1], "edition2"},
    {kEditionPalette[2], "edition3"},
    {kEditionPalette[3], "edition4"},
}};

std::string number(double value) {
  return shortest(std::round(value * 100.0) / 100.0 + 0.0);
}

std::string themed(std::string_view colour) {
  for (const auto& [printed, variable] : kTheme) {
    if (colour == printed) {
      return "var(--" + std::string(variable) + "," + std::string(colour) + ")";
    }
  }
  return std::string(colour);
}

// fill="…", with the opacity that two more digits tell.
std::string paint(const std::string& attribute, std::string_view colour) {
  std::string out = " " + attribute + "=\"" + themed(colour.substr(0, 7)) + '"';
  if (colour.size() < 9) return out;
  const double opacity = std::stoi(std::string(colour.substr(7)), nullptr, 16) / 255.0;
  return out + ' ' + attribute + "-opacity=\"" + number(opacity) + '"';
}

std::string attribute(std::string_view name, double value) {
  return ' ' + std::string(name) + "=\"" + number(value) + '"';
}

std::string pair(Point p) {
  return number(p.x) + ',' + number(p.y);
}

std::string polygon(Point centre, std::initializer_list<Point> corners) {
  std::string points;
  for (const Point corner : corners) {
    points += (points.empty() ? "" : " ") + pair({centre.x + corner.x, centre.y + corner.y});
  }
  return "<polygon points=\"" + points + '"';
}

std::string rectangle(Point centre, double width, double height, double corner) {
  return "<rect" + attribute("x", centre.x - width / 2) + attribute("y", centre.y - height / 2) +
         attribute("width", width) + attribute("height", height) +
         (corner > 0.0 ? attribute("rx", corner) : "");
}

// The outline of a mark, its element not yet ended.
std::string outline(const Mark& mark) {
  const double x = mark.width / 2;
  const double y = mark.height / 2;
  switch (mark.shape) {
    case Shape::circle:
    case Shape::ring:
      break;
    case Shape::square:
      return rectangle(mark.centre, mark.width, mark.height, 0.0);
    case Shape::pill:
      return rectangle(mark.centre, mark.width, mark.height, y);
    case Shape::triangle:
      return polygon(mark.centre, {{0.0, -y}, {x, y / 2}, {-x, y / 2}});
    case Shape::diamond:
      return polygon(mark.centre, {{0.0, -y}, {x, 0.0}, {0.0, y}, {-x, 0.0}});
    case Shape::hexagon:
      return polygon(mark.centre,
                     {{-x, 0.0}, {-x / 2, -y}, {x / 2, -y}, {x, 0.0}, {x / 2, y}, {-x / 2, y}});
  }
  return "<circle" + attribute("cx", mark.centre.x) + attribute("cy", mark.centre.y) +
         attribute("r", x);
}

// The element within a group that tells its title and entity, where there is one.
std::string told(const std::string& element, std::string_view title, std::string_view entity) {
  if (title.empty() && entity.empty()) return element + '\n';
  std::string out = "<g";
  if (!entity.empty()) out += " data-entity=\"" + markup_escaped(entity) + '"';
  out += '>';
  if (!title.empty()) out += "<title>" + markup_escaped(title) + "</title>";
  return out + element + "</g>\n";
}

std::string band(const drawing::Band& band) {
  const drawing::Box& box = band.box;
  const Point centre{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
  return rectangle(centre, box.width(), box.height(), 0.0) + paint("fill", band.colour) + "/>\n";
}

std::string area(const drawing::Area& area) {
  std::string path = "<path d=\"M" + pair(area.outline.front());
  for (std::size_t i = 1; i + 2 < area.outline.size(); i += 3) {
    path += 'C' + pair(area.outline[i]) + ' ' + pair(area.outline[i + 1]) + ' ' +
            pair(area.outline[i + 2]);
  }
  return told(path + "Z\"" + paint("fill", area.fill) + "/>", area.title, "");
}

std::string curve(const drawing::Curve& curve) {
  std::string path = "<path d=\"M" + pair(curve.from) + 'C' + pair(curve.leaving) + ' ' +
                     pair(curve.arriving) + ' ' + pair(curve.to) + "\" fill=\"none\"" +
                     paint("stroke", curve.colour) + attribute("stroke-width", curve.width);
  if (curve.stroke == drawing::Stroke::dashed) path += " stroke-dasharray=\"5,3\"";
  if (curve.stroke == drawing::Stroke::dotted) path += " stroke-dasharray=\"1,3\"";
  return told(path + "/>", curve.title, "");
}

std::string mark(const Mark& mark) {
  std::string element = outline(mark) + paint("fill", mark.fill);
  if (mark.stroke_width > 0.0) {
    element += paint("stroke", mark.stroke) + attribute("stroke-width", mark.stroke_width);
  }
  return told(element + "/>", mark.title, mark.entity);
}

std::string text(const drawing::Text& text) {
  static constexpr std::array<std::string_view, 3> kAnchors = {"start", "middle", "end"};
  std::string element = "<text";
  if (text.anchor != Anchor::left) {
    element +=
        " text-anchor=\"" + std::string(kAnchors[static_cast<std::size_t>(text.anchor)]) + '"';
  }
  // The scene names the middle of the line; letters stand about a third of their size below it.
  element += attribute("x", text.at.x) + attribute("y", text.at.y + 0.35 * text.size) +
             attribute("font-size", text.size) + paint("fill", text.colour);
  if (text.weight == Weight::bold) element += " font-weight=\"bold\"";
  if (text.halo) {
    element += " paint-order=\"stroke\" stroke-width=\"3.5\" stroke-linejoin=\"round\"" +
               paint("stroke", "#ffffff");
  }
  return told(element + '>' + markup_escaped(text.text) + "</text>", "", text.entity);
}

}  // namespace

std::string inline_svg(const drawing::Scene& scene, std::string_view figure) {
  const std::string id(figure);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\"";
  out += " aria-labelledby=\"" + id + "-title " + id + "-how\"";
  out += attribute("width", scene.width) + attribute("height", scene.height);
  out += " viewBox=\"0 0 " + number(scene.width) + ' ' + number(scene.height) + "\">\n";
  for (const drawing::Band& one : scene.bands) out += band(one);
  for (const drawing::Area& one : scene.areas) out += area(one);
  for (const drawing::Curve& one : scene.curves) out += curve(one);
  for (const drawing::Mark& one : scene.marks) out += mark(one);
  for (const drawing::Text& one : scene.texts) out += text(one);
  return out + "</svg>\n";
}

}  // namespace summitry::page
