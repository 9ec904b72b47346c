// Edges, marks and names become shapes of the scene.
#include "exporters/drawing/marks.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::drawing {
namespace {

constexpr double kBend = 0.09;  // of an edge's length

// Opacities in hexadecimal.
constexpr const char* kDeclinedOpacity = "e6";
constexpr const char* kAmountOpacity = "90";

// Few edges can be seen plainly; many must not hide what they join.
const char* opacity(EdgeId edges) {
  return edges < 150 ? "73" : edges < 1500 ? "3d" : "1f";
}

std::string name(const Figure& figure, VertexId v) {
  const Entity& entity = figure.network->entity(figure.items[v].entity);
  return clean(entity.name.empty() ? entity.id : entity.name);
}

struct Told {
  std::set<std::string> types;
  bool amount = false;
  bool declined = false;
};

Told told_by(const Figure& figure, EdgeId e) {
  Told told;
  for (const RelationIndex r : figure.graph->relations(e)) {
    const Relation relation = figure.network->relation(r);
    told.types.insert(clean(relation.type));
    told.amount = told.amount || relation.amount.has_value();
    told.declined = told.declined || relation.status == Status::declined ||
                    relation.status == Status::withdrawn;
  }
  return told;
}

std::string edge_colour(const Figure& figure, const Editions& editions, EdgeId e) {
  if (figure.colours != Colours::editions) return kInk2;
  const auto edition = first_edition(*figure.network, *figure.graph, editions, e);
  return edition ? figure.groups[group_of_edition(figure, *edition)].colour : kNoGroup;
}

Curve bent(Point from, Point to) {
  const Point side{(to.y - from.y) * kBend, (from.x - to.x) * kBend};
  const auto between = [&](double share) {
    return Point{from.x + (to.x - from.x) * share + side.x,
                 from.y + (to.y - from.y) * share + side.y};
  };
  return {from, between(1.0 / 3), between(2.0 / 3), to, "", 0.8, false, ""};
}

void make_grey(std::string& colour) {
  if (colour.size() < 7) return;
  const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  const auto grey =
      static_cast<std::size_t>(std::lround(0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)));
  colour = grey_colour(grey) + colour.substr(7);
}

}  // namespace

Lines add_edges(Scene& scene, const Figure& figure, const Editions& editions) {
  Lines lines;
  const std::vector<Edge> edges = figure.graph->edges();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const auto [source, target] = edges[e];
    const Told told = told_by(figure, e);
    Curve curve = bent(figure.items[source].at, figure.items[target].at);
    curve.dashed = told.declined;
    curve.colour =
        edge_colour(figure, editions, e) + (told.declined ? kDeclinedOpacity
                                            : told.amount ? kAmountOpacity
                                                          : opacity(figure.graph->edge_count()));
    curve.width = told.declined ? 1.0 : told.amount ? kAmountWidth : 0.8;
    (told.declined ? lines.declined : told.amount ? lines.amount : lines.plain) = true;
    curve.title = name(figure, source) + ", " + name(figure, target);
    if (!told.types.empty()) curve.title += ": " + listed({told.types.begin(), told.types.end()});
    scene.curves.push_back(std::move(curve));
  }
  return lines;
}

void add_marks(Scene& scene, const Figure& figure) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < figure.items.size(); ++i) {
    if (!figure.items[i].edition) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return figure.items[a].radius > figure.items[b].radius;
  });
  for (const std::size_t i : order) {
    const Item& item = figure.items[i];
    Mark mark = mark_of(item, colour_of(figure, item));
    mark.stroke_width *= figure.scale;
    mark.title = name(figure, static_cast<VertexId>(i)) + ", " + clean(item.kind) + ": " +
                 counted(item.ties, "tie") + " drawn";
    if (item.group) mark.title += "; " + figure.groups[*item.group].name;
    mark.entity = figure.network->entity(item.entity).id;
    scene.marks.push_back(std::move(mark));
  }
}

void add_label(Scene& scene, const Label& label) {
  const double height = label.box.height() / static_cast<double>(label.lines.size());
  const double x = label.anchor == Anchor::left    ? label.box.left
                   : label.anchor == Anchor::right ? label.box.right
                                                   : (label.box.left + label.box.right) / 2;
  for (std::size_t i = 0; i < label.lines.size(); ++i) {
    const double y = label.box.top + height * (static_cast<double>(i) + 0.5);
    scene.texts.push_back(
        {{x, y}, label.anchor, label.lines[i], label.size, label.weight, label.colour, true});
  }
}

void make_grey(Scene& scene) {
  for (Band& band : scene.bands) make_grey(band.colour);
  for (Area& area : scene.areas) make_grey(area.fill);
  for (Curve& curve : scene.curves) make_grey(curve.colour);
  for (Text& text : scene.texts) make_grey(text.colour);
  for (Mark& mark : scene.marks) {
    make_grey(mark.fill);
    make_grey(mark.stroke);
  }
}

}  // namespace summitry::drawing
