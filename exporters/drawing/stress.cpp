// Placement without a series: Graphviz' stress or spring layout, then labels where there is room.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "exporters/drawing/placement.hpp"

namespace summitry::drawing {
namespace {

constexpr double kStretch = 1.5;  // one axis may grow so much more than the other
constexpr double kSide = 80.0;    // pixels kept for labels at the sides
constexpr double kAir = 3.0;      // pixels between labels side by side
constexpr double kFoot = 30.0;    // pixels a row of entities without ties takes

// Turned so that the longest direction lies across the page.
std::vector<Point> levelled(const Figure& figure, std::vector<Point> plane) {
  Point centre{};
  double n = 0.0;
  for (std::size_t p = 0; p < plane.size(); ++p) {
    if (!is_tied(figure, figure.packs[p])) continue;
    centre = {centre.x + plane[p].x, centre.y + plane[p].y};
    n += 1.0;
  }
  if (n == 0.0) return plane;
  centre = {centre.x / n, centre.y / n};
  double xx = 0.0;
  double xy = 0.0;
  double yy = 0.0;
  for (std::size_t p = 0; p < plane.size(); ++p) {
    if (!is_tied(figure, figure.packs[p])) continue;
    const Point d{plane[p].x - centre.x, plane[p].y - centre.y};
    xx += d.x * d.x;
    xy += d.x * d.y;
    yy += d.y * d.y;
  }
  const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
  const Point turn{std::cos(angle), std::sin(angle)};
  for (Point& at : plane) at = {at.x * turn.x + at.y * turn.y, at.y * turn.x - at.x * turn.y};
  return plane;
}

Box bounds(const Figure& figure, const std::vector<Point>& plane) {
  Box box{};
  bool first = true;
  for (std::size_t p = 0; p < plane.size(); ++p) {
    if (!is_tied(figure, figure.packs[p])) continue;
    const Point at = plane[p];
    if (first) box = {at.x, at.y, at.x, at.y};
    first = false;
    box = {std::min(box.left, at.x), std::min(box.top, at.y), std::max(box.right, at.x),
           std::max(box.bottom, at.y)};
  }
  return box;
}

double scaled(double value, double low, double high, double to_low, double to_high) {
  if (high <= low) return (to_low + to_high) / 2;
  return to_low + (value - low) / (high - low) * (to_high - to_low);
}

// The middle of the field, as large as stretching by at most kStretch allows.
Box target(const Box& from, const Box& field) {
  if (from.width() <= 0.0 || from.height() <= 0.0) return field;
  const double across = field.width() / from.width();
  const double along = field.height() / from.height();
  const double width = std::min(across, along * kStretch) * from.width();
  const double height = std::min(along, across * kStretch) * from.height();
  const double x = (field.left + field.right) / 2;
  const double y = (field.top + field.bottom) / 2;
  return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

// Those without ties stand in rows at the foot; the rest fills what is above.
double place_untied(Figure& figure, const Box& field) {
  std::vector<std::size_t> untied;
  for (std::size_t p = 0; p < figure.packs.size(); ++p) {
    if (!is_tied(figure, figure.packs[p])) untied.push_back(p);
  }
  if (untied.empty()) return field.bottom;
  const double step = untied.size() > 60 ? 14.0 : 90.0;
  const auto columns = static_cast<std::size_t>(std::max(1.0, field.width() / step - 1.0));
  const std::size_t rows = (untied.size() + columns - 1) / columns;
  const double row_step = std::min(kFoot, 0.5 * field.height() / static_cast<double>(rows));
  for (std::size_t k = 0; k < untied.size(); ++k) {
    const std::size_t row = rows - 1 - k / columns;
    figure.packs[untied[k]].at = {field.left + 16.0 + step * static_cast<double>(k % columns),
                                  field.bottom - 14.0 - row_step * static_cast<double>(row)};
  }
  return field.bottom - row_step * static_cast<double>(rows) - 10.0;
}

void place_marks(Figure& figure, const Box& field, PictureLayout layout) {
  const std::vector<Point> plane = levelled(figure, positions(figure, layout));
  const Box from = bounds(figure, plane);
  const double bottom = place_untied(figure, field);
  const Box to =
      target(from, {field.left + kSide, field.top + 24.0, field.right - kSide, bottom - 24.0});
  for (std::size_t p = 0; p < figure.packs.size(); ++p) {
    Pack& pack = figure.packs[p];
    if (is_tied(figure, pack)) {
      pack.at = {scaled(plane[p].x, from.left, from.right, to.left, to.right),
                 scaled(plane[p].y, from.top, from.bottom, to.bottom, to.top)};
    }
    put(figure, pack, pack.at);
  }
}

Box mark_box(const Figure& figure, const Pack& pack) {
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const std::size_t i : pack.items) {
    const Box mark = extent(figure.items[i]);
    const Point at = figure.items[i].at;
    box = {std::min(box.left, at.x + mark.left), std::min(box.top, at.y + mark.top),
           std::max(box.right, at.x + mark.right), std::max(box.bottom, at.y + mark.bottom)};
  }
  return box;
}

}  // namespace

Placement place_by_stress(Figure& figure, const Box& field, Occupancy& taken,
                          PictureLayout layout) {
  place_marks(figure, field, layout);
  for (const Pack& pack : figure.packs) taken.take(mark_box(figure, pack));
  Placement placement;
  for (const Pack& pack : figure.packs) {
    const std::vector<Label> sides =
        candidates(label_of(figure, pack), mark_box(figure, pack), 4.0);
    const auto side = std::find_if(sides.begin(), sides.end(),
                                   [&](const Label& l) { return taken.is_free(l.box); });
    if (side == sides.end()) {
      ++placement.dropped;
    } else {
      const Box& box = side->box;
      taken.take({box.left - kAir, box.top, box.right + kAir, box.bottom});
      placement.labels.push_back(*side);
    }
  }
  return placement;
}

}  // namespace summitry::drawing
