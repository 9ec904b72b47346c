// Bands and pills of a series, with days and hosts.
#include "exporters/drawing/columns.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::drawing {
namespace {

constexpr double kPill = 28.0;    // height
constexpr double kRoomy = 100.0;  // a narrower column gets less air and a year for its days

// The largest size at which every edition's whole name fits its pill, if there is one.
double pill_size(const Figure& figure, double room) {
  const auto& editions = figure.series->editions;
  for (const double size : {13.0, 12.5, 12.0, 11.5}) {
    const auto fits = [&](EntityIndex e) {
      return text_width(clean(figure.network->entity(e).name), size, Weight::bold) <= room;
    };
    if (std::all_of(editions.begin(), editions.end(), fits)) return size;
  }
  return room > kRoomy ? 11.5 : 9.5;
}

// White unless the ground is pale.
const char* text_on(const std::string& colour) {
  return std::stoi(colour.substr(3, 2), nullptr, 16) > 0x88 ? kInk1 : "#ffffff";
}

std::string hosts(const Network& network, EntityIndex summit) {
  std::set<std::string> names;
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    if (relation.target == summit && relation.type == "hosted" &&
        relation.status == Status::realised && relation.confidence != Confidence::unverified &&
        network.entity(relation.source).kind == "country") {
      names.insert(clean(network.entity(relation.source).name));
    }
  }
  return names.empty() ? "" : "host: " + listed({names.begin(), names.end()});
}

// As much as there is room for.
std::string when_and_where(const Network& network, EntityIndex summit, double room) {
  const Interval& active = network.entity(summit).active;
  const std::string when = days(active);
  const std::string where = hosts(network, summit);
  const std::string both = when + (when.empty() || where.empty() ? "" : " · ") + where;
  for (const std::string& text : {both, when}) {
    if (text_width(text, 11.0) <= room - 4.0) return text;
  }
  return active.from ? std::to_string(active.from->year) : "";
}

void add_pill(Scene& scene, const Figure& figure, std::size_t edition, Point at, double room) {
  const EntityIndex summit = figure.series->editions[edition];
  const Entity& entity = figure.network->entity(summit);
  const double text_room = room - (room > kRoomy ? 16.0 : 4.0);
  const double size = pill_size(figure, text_room);
  const std::string name = one_line_name(entity, size, text_room, Weight::bold);
  const double width = std::min(room, text_width(name, size, Weight::bold) + 28.0);
  const std::string colour = figure.colours == Colours::editions
                                 ? figure.groups[group_of_edition(figure, edition)].colour
                                 : kInk2;
  scene.marks.push_back(
      {Shape::pill, at, width, kPill, colour, colour, 1.0, clean(entity.name), entity.id});
  scene.texts.push_back({at, Anchor::middle, name, size, Weight::bold, text_on(colour), false});
  const std::string below = when_and_where(*figure.network, summit, room);
  if (below.empty()) return;
  const Point foot{at.x, at.y + kPill / 2 + 11.0};
  scene.texts.push_back({foot, Anchor::middle, below, 11.0, Weight::regular, kInk3, false});
}

}  // namespace

void add_columns(Scene& scene, const Figure& figure, const Box& field) {
  const std::size_t n = figure.series->editions.size();
  const double width = field.width() / static_cast<double>(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double left = field.left + width * static_cast<double>(i);
    const double top = field.top - kColumnHead;
    if (i % 2 == 0) scene.bands.push_back({{left, top, left + width, field.bottom}, kPanel});
    add_pill(scene, figure, i, pill_at(figure, field, i),
             width > kRoomy ? width - 10.0 : width - 4.0);
  }
}

Point pill_at(const Figure& figure, const Box& field, std::size_t edition) {
  const double width = field.width() / static_cast<double>(figure.series->editions.size());
  return {field.left + width * (static_cast<double>(edition) + 0.5),
          field.top - kColumnHead + 8.0 + kPill / 2};
}

}  // namespace summitry::drawing
