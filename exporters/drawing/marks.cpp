// Edges, marks and names become shapes of the scene.
#include "exporters/drawing/marks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  return {from, between(1.0 / 3), between(2.0 / 3), to, "", 0.8, Stroke::solid, ""};
}

// From a third to nine tenths opaque; by the root, so that small weights can be told apart.
std::string opacity_of_weight(double share) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  const auto level = static_cast<std::size_t>(std::lround(0x40 + (0xe6 - 0x40) * std::sqrt(share)));
  return {kDigits[level / 16], kDigits[level % 16]};
}

class EdgeLines {
 public:
  EdgeLines(const Figure& figure, const Editions& editions, PictureLines kind)
      : figure_(figure),
        editions_(editions),
        edges_(figure.graph->edges()),
        weights_(figure.graph->edge_weights()) {
    for (EdgeId e = 0; e < edges_.size(); ++e) told_.push_back(told_by(figure, e));
    if (kind == PictureLines::types) rank_types();
    if (!weights_.empty()) lines_.heaviest = *std::max_element(weights_.begin(), weights_.end());
  }

  Lines add(Scene& scene) {
    for (EdgeId e = 0; e < edges_.size(); ++e) scene.curves.push_back(curve(e));
    return std::move(lines_);
  }

 private:
  void rank_types() {
    std::map<std::string, std::size_t> counts;
    for (const Told& told : told_) {
      for (const std::string& type : told.types) ++counts[type];
    }
    std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [type, count] : order) {
      if (lines_.types.size() < kStrokes) lines_.types.push_back(type);
    }
    lines_.other_types = order.size() - lines_.types.size();
  }

  // The most frequent type of the edge; kStrokes for those without a stroke of their own.
  [[nodiscard]] std::size_t type_of(const Told& told) const {
    for (std::size_t k = 0; k < lines_.types.size(); ++k) {
      if (told.types.contains(lines_.types[k])) return k;
    }
    return kStrokes;
  }

  [[nodiscard]] std::string shade(EdgeId e, const Told& told) const {
    if (lines_.heaviest && *lines_.heaviest > 0.0) {
      return opacity_of_weight(weights_[e] / *lines_.heaviest);
    }
    if (told.declined) return kDeclinedOpacity;
    return told.amount ? kAmountOpacity : opacity(figure_.graph->edge_count());
  }

  Curve curve(EdgeId e) {
    const auto [source, target] = edges_[e];
    const Told& told = told_[e];
    Curve curve = bent(figure_.items[source].at, figure_.items[target].at);
    curve.colour = edge_colour(figure_, editions_, e) + shade(e, told);
    if (lines_.types.empty()) {
      curve.stroke = told.declined ? Stroke::dashed : Stroke::solid;
      curve.width = told.declined ? 1.0 : told.amount ? kAmountWidth : 0.8;
      (told.declined ? lines_.declined : told.amount ? lines_.amount : lines_.plain) = true;
    } else {
      const std::size_t type = type_of(told);
      curve.stroke = stroke_of_type(type);
      curve.width = type < kStrokes ? 1.2 : 0.5;
    }
    curve.title = name(figure_, source) + ", " + name(figure_, target);
    if (!told.types.empty()) curve.title += ": " + listed({told.types.begin(), told.types.end()});
    return curve;
  }

  const Figure& figure_;
  const Editions& editions_;
  std::vector<Edge> edges_;
  std::vector<double> weights_;
  std::vector<Told> told_;
  Lines lines_;
};

}  // namespace

Lines add_edges(Scene& scene, const Figure& figure, const Editions& editions, PictureLines kind) {
  return EdgeLines(figure, editions, kind).add(scene);
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

}  // namespace summitry::drawing
