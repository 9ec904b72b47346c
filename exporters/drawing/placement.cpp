// What both placements share: positions by Graphviz, sunflowers, places for names.
#include "exporters/drawing/placement.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <string>
#include <utility>

#include "engine/number.hpp"
#include "exporters/drawing/graphviz.hpp"
#include "exporters/drawing/text.hpp"

namespace summitry::drawing {
namespace {

constexpr std::ptrdiff_t kSpringFrom = 300;  // packs with ties; stress takes quadratic memory
constexpr double kGoldenAngle = std::numbers::pi * 0.76393202250021;  // (3 - sqrt 5) pi

Point parse_position(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return {};
  return {parse_number(text.substr(0, comma)).value_or(0.0),
          parse_number(text.substr(comma + 1)).value_or(0.0)};
}

std::vector<std::size_t> pack_of_items(const Figure& figure) {
  std::vector<std::size_t> pack(figure.items.size(), figure.packs.size());
  for (std::size_t p = 0; p < figure.packs.size(); ++p) {
    for (const std::size_t i : figure.packs[p].items) pack[i] = p;
  }
  return pack;
}

}  // namespace

std::set<std::pair<std::size_t, std::size_t>> pack_edges(const Figure& figure) {
  const std::vector<std::size_t> pack = pack_of_items(figure);
  std::set<std::pair<std::size_t, std::size_t>> edges;
  for (const Edge& edge : figure.graph->edges()) {
    const auto [low, high] = std::minmax(pack[edge.source], pack[edge.target]);
    if (low != high && high < figure.packs.size()) edges.insert({low, high});
  }
  return edges;
}

double column_x(const Figure& figure, const Box& field, double mean) {
  const auto columns = static_cast<double>(figure.series->editions.size());
  return field.left + (mean + 0.5) * field.width() / columns;
}

std::vector<Point> positions(const Figure& figure, PictureLayout layout) {
  const auto tied = std::count_if(figure.packs.begin(), figure.packs.end(),
                                  [&](const Pack& pack) { return is_tied(figure, pack); });
  const bool spring =
      layout == PictureLayout::spring || (layout != PictureLayout::stress && tied >= kSpringFrom);
  const std::string engine = spring ? "sfdp" : "neato";
  CGraph graph(Direction::undirected, "layout");
  graph.set("start", "7");  // the seed of the first places
  // Marks are pulled apart where that is quick.
  graph.set("overlap", engine == "neato" ? "prism" : "true");
  graph.set("sep", "+5");
  graph.set_vertex_default("label", "");
  std::map<std::size_t, CGraph::Vertex> vertices;
  for (std::size_t p = 0; p < figure.packs.size(); ++p) {
    if (!is_tied(figure, figure.packs[p])) continue;
    const CGraph::Vertex vertex = graph.vertex(std::to_string(p));
    const double radius = figure.items[figure.packs[p].items.front()].radius;
    graph.set(vertex, "width", rounded(2 * radius / 72, 3));
    graph.set(vertex, "height", rounded(2 * radius / 72, 3));
    vertices[p] = vertex;
  }
  std::vector<Point> found(figure.packs.size());
  if (vertices.empty()) return found;
  for (const auto& [a, b] : pack_edges(figure)) graph.add_edge(vertices.at(a), vertices.at(b));
  lay_out(graph, engine);
  for (const auto& [p, vertex] : vertices) found[p] = parse_position(CGraph::get(vertex, "pos"));
  return found;
}

bool is_tied(const Figure& figure, const Pack& pack) {
  return figure.items[pack.items.front()].ties > 0;
}

double sunflower_radius(std::size_t count, double radius) {
  if (count <= 1) return radius;
  return 1.85 * radius * std::sqrt(static_cast<double>(count)) + 1.25 * radius;
}

Point sunflower(std::size_t k, double radius) {
  const double distance = 1.85 * radius * std::sqrt(static_cast<double>(k) + 0.3);
  const double angle = static_cast<double>(k) * kGoldenAngle;
  return {distance * std::cos(angle), distance * std::sin(angle)};
}

void put(Figure& figure, Pack& pack, Point at) {
  pack.at = at;
  double largest = 0.0;
  for (const std::size_t i : pack.items) largest = std::max(largest, figure.items[i].radius);
  for (std::size_t k = 0; k < pack.items.size(); ++k) {
    const Point shift = pack.items.size() == 1 ? Point{} : sunflower(k, largest);
    figure.items[pack.items[k]].at = {at.x + shift.x, at.y + shift.y};
  }
}

std::vector<Label> candidates(const Label& label, const Box& mark, double gap) {
  double width = 0.0;
  for (const std::string& line : label.lines) {
    width = std::max(width, text_width(line, label.size, label.weight));
  }
  const double height = 1.2 * label.size * static_cast<double>(label.lines.size());
  const double x = (mark.left + mark.right) / 2;
  const double y = (mark.top + mark.bottom) / 2;
  const auto at = [&](double left, double top, Anchor anchor) {
    Label placed = label;
    placed.box = {left, top, left + width, top + height};
    placed.anchor = anchor;
    return placed;
  };
  return {at(mark.right + gap, y - height / 2, Anchor::left),
          at(mark.left - gap - width, y - height / 2, Anchor::right),
          at(x - width / 2, mark.bottom + gap / 2, Anchor::middle),
          at(x - width / 2, mark.top - gap / 2 - height, Anchor::middle)};
}

}  // namespace summitry::drawing
