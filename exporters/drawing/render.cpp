// A scene as a graph of pinned shapes for Graphviz' renderers.
#include "exporters/drawing/render.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/number.hpp"
#include "exporters/cgraph.hpp"
#include "exporters/drawing/graphviz.hpp"
#include "exporters/drawing/text.hpp"

namespace summitry::drawing {
namespace {

constexpr double kPointsPerInch = 72.0;
constexpr int kPngDotsPerInch = 144;  // two dots a pixel of the scene: sharp in print

// Graphviz rounds the width of letters: a box with some air keeps a line from being centred.
constexpr double kLoose = 1.08;

std::string number(double value) {
  return rounded(value, 2);
}
std::string inches(double pixels) {
  return rounded(pixels / kPointsPerInch, 4);
}

// Graphviz counts y upwards.
std::string place(const Scene& scene, Point at) {
  return number(at.x) + "," + number(scene.height - at.y);
}

// Labels pass an expansion of backslashes and of HTML entities; the escape at the end justifies the
// line. In SVG a letter keeps the place for the text, which finish_svg() writes.
std::string label(const Text& text, PictureFormat format) {
  if (format == PictureFormat::svg) return "x";
  static constexpr std::array<std::string_view, 3> kJustified = {"\\l", "\\n", "\\r"};
  std::string out;
  for (const char c : dot_text(text.text)) {
    if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out + std::string(kJustified[static_cast<std::size_t>(text.anchor)]);
}

std::string_view shape_name(Shape shape) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "circle", "square", "triangle", "diamond", "hexagon", "circle", "box"};
  return kNames[static_cast<std::size_t>(shape)];
}

void set_size(CGraph& graph, CGraph::Vertex vertex, double width, double height) {
  graph.set(vertex, "width", inches(width));
  graph.set(vertex, "height", inches(height));
}

// An unseen vertex as large as the page, so that nothing is moved or cut, and the end of every edge.
CGraph::Vertex add_page(CGraph& graph, const Scene& scene) {
  const CGraph::Vertex page = graph.vertex("page");
  graph.set(page, "style", "invis");
  graph.set(page, "shape", "box");
  graph.set(page, "pos", place(scene, {scene.width / 2, scene.height / 2}));
  set_size(graph, page, scene.width, scene.height);
  return page;
}

// One operation of Graphviz' drawing language: a filled shape without an outline of its own.
std::string filled(const Scene& scene, const std::string& colour, char operation,
                   const std::vector<Point>& points) {
  const std::string ink = std::to_string(colour.size()) + " -" + colour;
  std::string out =
      "c " + ink + " C " + ink + ' ' + operation + ' ' + std::to_string(points.size());
  for (const Point& p : points) out += ' ' + number(p.x) + ' ' + number(scene.height - p.y);
  return out + ' ';
}

void add_background(CGraph& graph, const Scene& scene) {
  std::string background;
  for (const Band& band : scene.bands) {
    const Box& box = band.box;
    background += filled(scene, band.colour, 'P',
                         {{box.left, box.top},
                          {box.right, box.top},
                          {box.right, box.bottom},
                          {box.left, box.bottom}});
  }
  for (const Area& area : scene.areas) background += filled(scene, area.fill, 'b', area.outline);
  if (!background.empty()) graph.set("_background", background);
}

void add_curves(CGraph& graph, const Scene& scene, CGraph::Vertex page) {
  for (std::size_t i = 0; i < scene.curves.size(); ++i) {
    const Curve& curve = scene.curves[i];
    const CGraph::Edge edge = graph.add_edge(page, page);
    graph.set(edge, "id", "edge" + std::to_string(i));
    graph.set(edge, "pos",
              place(scene, curve.from) + ' ' + place(scene, curve.leaving) + ' ' +
                  place(scene, curve.arriving) + ' ' + place(scene, curve.to));
    graph.set(edge, "color", curve.colour);
    graph.set(edge, "penwidth", number(curve.width));
    if (curve.stroke == Stroke::dashed) graph.set(edge, "style", "dashed");
    if (curve.stroke == Stroke::dotted) graph.set(edge, "style", "dotted");
  }
}

// The middle of a box of this width that begins, is centred or ends where the text does.
Point middle(const Text& text, double width) {
  const double shift = text.anchor == Anchor::left    ? 0.5
                       : text.anchor == Anchor::right ? -0.5
                                                      : 0.0;
  return {text.at.x + shift * width, text.at.y};
}

// SVG has a halo of its own (finish_svg); elsewhere a pale box keeps edges off the letters.
void add_halos(CGraph& graph, const Scene& scene) {
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    const Text& text = scene.texts[i];
    if (!text.halo) continue;
    const double width = text_width(text.text, text.size, text.weight);
    const CGraph::Vertex box = graph.vertex("halo" + std::to_string(i));
    graph.set(box, "shape", "box");
    graph.set(box, "style", "filled");
    graph.set(box, "penwidth", "0");
    graph.set(box, "fillcolor", scene.ground + "c8");
    graph.set(box, "pos", place(scene, middle(text, width)));
    set_size(graph, box, width + 3.0, text.size * 1.15);
  }
}

void add_marks(CGraph& graph, const Scene& scene) {
  for (std::size_t i = 0; i < scene.marks.size(); ++i) {
    const Mark& mark = scene.marks[i];
    const std::string name = "mark" + std::to_string(i);
    const CGraph::Vertex vertex = graph.vertex(name);
    graph.set(vertex, "id", name);
    graph.set(vertex, "shape", std::string(shape_name(mark.shape)));
    graph.set(vertex, "style", mark.shape == Shape::pill ? "filled,rounded" : "filled");
    graph.set(vertex, "fillcolor", mark.fill);
    graph.set(vertex, "color", mark.stroke);
    graph.set(vertex, "penwidth", number(mark.stroke_width));
    graph.set(vertex, "pos", place(scene, mark.centre));
    set_size(graph, vertex, mark.width, mark.height);
  }
}

void add_texts(CGraph& graph, const Scene& scene, PictureFormat format) {
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    const Text& text = scene.texts[i];
    const double least = text_width(text.text, text.size, text.weight);
    const bool left = text.anchor == Anchor::left;
    const double width = left ? std::min(kLoose * least, scene.width - text.at.x) : kLoose * least;
    const CGraph::Vertex vertex = graph.vertex("text" + std::to_string(i));
    graph.set(vertex, "id", "text" + std::to_string(i));
    graph.set(vertex, "shape", "none");
    graph.set(vertex, "label", label(text, format));
    graph.set(vertex, "fontname", text.weight == Weight::bold ? "DejaVu Sans Bold" : "DejaVu Sans");
    graph.set(vertex, "fontsize", number(text.size));
    graph.set(vertex, "fontcolor", text.colour);
    graph.set(vertex, "pos", place(scene, middle(text, width)));
    set_size(graph, vertex, width, text.size * 1.2);
  }
}

void set_defaults(CGraph& graph, const Scene& scene, PictureFormat format) {
  graph.set("bgcolor", scene.ground);
  graph.set("outputorder", "edgesfirst");
  graph.set("pad", "0");
  graph.set("margin", "0");
  graph.set("splines", "true");
  if (format == PictureFormat::png) graph.set("dpi", std::to_string(kPngDotsPerInch));
  graph.set_vertex_default("label", "");
  graph.set_vertex_default("fixedsize", "true");
  graph.set_vertex_default("margin", "0");
}

// cairo stamps the time of writing; the same input must give the same bytes. The place is blanked,
// not cut, since the file lists the offsets of its parts.
void blank_date(std::string& pdf) {
  const std::size_t begin = pdf.find("/CreationDate (");
  if (begin == std::string::npos) return;
  const std::size_t end = pdf.find(')', begin);
  pdf.replace(begin, end + 1 - begin, end + 1 - begin, ' ');
}

}  // namespace

std::string render(const Scene& scene, PictureFormat format) {
  CGraph graph(Direction::undirected, "network");
  set_defaults(graph, scene, format);
  add_background(graph, scene);
  add_curves(graph, scene, add_page(graph, scene));
  if (format != PictureFormat::svg) add_halos(graph, scene);
  add_marks(graph, scene);
  add_texts(graph, scene, format);
  if (format == PictureFormat::svg) return finish_svg(scene, render_pinned(graph, "svg"));
  std::string bytes =
      render_pinned(graph, format == PictureFormat::png ? "png:cairo" : "pdf:cairo");
  if (format == PictureFormat::pdf) blank_date(bytes);
  return bytes;
}

}  // namespace summitry::drawing
