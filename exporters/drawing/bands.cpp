// Placement of a series: columns of editions, marks packed with their labels.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "exporters/drawing/placement.hpp"

namespace summitry::drawing {
namespace {

constexpr double kStep = 5.0;        // pixels between places that are tried
constexpr double kGap = 2.0;         // around a mark with its label
constexpr std::size_t kNamed = 500;  // packs that may have a name; more than a page can hold
constexpr double kAside = 2.5;  // a step aside costs as much as so many up or down: x has a meaning

Box moved(const Box& box, Point by) {
  return {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
}
Box grown(const Box& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}
Box joined(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

// Steps from the wanted place, nearest first.
std::vector<Point> offsets(double aside, double along) {
  std::vector<Point> steps;
  const int columns = static_cast<int>(aside / kStep);
  const int rows = static_cast<int>(along / kStep);
  for (int row = -rows; row <= rows; ++row) {
    for (int column = -columns; column <= columns; ++column) {
      steps.push_back({column * kStep, row * kStep});
    }
  }
  const auto cost = [](Point p) { return p.y * p.y + kAside * kAside * p.x * p.x; };
  std::stable_sort(steps.begin(), steps.end(), [&](Point a, Point b) { return cost(a) < cost(b); });
  return steps;
}

class Bands {
 public:
  Bands(Figure& figure, const Box& field, Occupancy& taken)
      : figure_(figure),
        field_(field),
        taken_(taken),
        steps_(offsets(0.2 * field.width() / static_cast<double>(figure.series->editions.size()),
                       field.height())) {}

  Placement place() {
    want_x();
    want_y();
    for (const std::size_t p : order()) place(figure_.packs[p]);
    return std::move(placement_);
  }

 private:
  // Who is tied to no edition stands at the mean of the neighbours, or in the middle.
  void want_x() {
    const double middle = static_cast<double>(figure_.series->editions.size() - 1) / 2;
    for (Pack& pack : figure_.packs) {
      const double mean = figure_.items[pack.items.front()].mean.value_or(middle);
      pack.at.x = column_x(figure_, field_, mean);
    }
  }

  // The part of Graphviz' layout that x does not tell: its coordinate across the direction in which
  // x grows most.
  void want_y() {
    const std::vector<Point> plane = positions(figure_);
    std::vector<std::size_t> tied;
    for (std::size_t p = 0; p < plane.size(); ++p) {
      figure_.packs[p].at.y = field_.bottom - 20.0;  // without ties: at the foot
      if (is_tied(figure_, figure_.packs[p])) tied.push_back(p);
    }
    const Point along = growth_of_x(plane, tied);
    const auto across = [&](std::size_t p) { return plane[p].y * along.x - plane[p].x * along.y; };
    std::stable_sort(tied.begin(), tied.end(),
                     [&](std::size_t a, std::size_t b) { return across(a) < across(b); });
    for (std::size_t k = 0; k < tied.size(); ++k) {  // evenly, by that order
      const double share = (static_cast<double>(k) + 0.5) / static_cast<double>(tied.size());
      figure_.packs[tied[k]].at.y = field_.top + 20.0 + share * (field_.height() - 60.0);
    }
  }

  [[nodiscard]] Point growth_of_x(const std::vector<Point>& plane,
                                  const std::vector<std::size_t>& packs) const {
    Point centre{};
    double mean = 0.0;
    const auto n = static_cast<double>(packs.size());
    for (const std::size_t p : packs) {
      centre = {centre.x + plane[p].x / n, centre.y + plane[p].y / n};
      mean += figure_.packs[p].at.x / n;
    }
    Point along{};
    for (const std::size_t p : packs) {
      const double x = figure_.packs[p].at.x - mean;
      along = {along.x + (plane[p].x - centre.x) * x, along.y + (plane[p].y - centre.y) * x};
    }
    return along.x == 0.0 && along.y == 0.0 ? Point{1.0, 0.0} : along;
  }

  // What needs most room first, then by score (the order of packs).
  [[nodiscard]] std::vector<std::size_t> order() const {
    std::vector<std::size_t> order(figure_.packs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return figure_.packs[a].items.size() > figure_.packs[b].items.size();
    });
    return order;
  }

  [[nodiscard]] Box pack_extent(Pack& pack) const {
    if (pack.items.size() == 1) return extent(figure_.items[pack.items.front()]);
    double largest = 0.0;
    for (const std::size_t i : pack.items) largest = std::max(largest, figure_.items[i].radius);
    pack.radius = sunflower_radius(pack.items.size(), largest);
    return {-pack.radius, -pack.radius, pack.radius, pack.radius};
  }

  void place(Pack& pack) {
    const Box mark = pack_extent(pack);
    if (placement_.labels.size() + placement_.dropped >= kNamed) {
      return place_without_label(pack, mark);
    }
    const Label label = label_of(figure_, pack);
    std::vector<Label> sides = candidates(label, mark, 4.0);
    if (pack.items.size() > 1) sides = {sides[2], sides[3], sides[0], sides[1]};
    for (const Point step : steps_) {
      const Point at{pack.at.x + step.x, pack.at.y + step.y};
      for (Label& side : sides) {
        const Box whole = grown(moved(joined(mark, side.box), at), kGap);
        if (!taken_.is_free(whole)) continue;
        taken_.take(whole);
        side.box = moved(side.box, at);
        placement_.labels.push_back(side);
        return put(figure_, pack, at);
      }
    }
    place_without_label(pack, mark);
  }

  void place_without_label(Pack& pack, const Box& mark) {
    ++placement_.dropped;
    for (const Point step : steps_) {
      const Point at{pack.at.x + step.x, pack.at.y + step.y};
      if (!taken_.is_free(moved(mark, at))) continue;
      taken_.take(moved(mark, at));
      return put(figure_, pack, at);
    }
    put(figure_, pack, {pack.at.x, std::clamp(pack.at.y, field_.top, field_.bottom)});
  }

  Figure& figure_;
  Box field_;
  Occupancy& taken_;
  std::vector<Point> steps_;
  Placement placement_;
};

}  // namespace

Placement place_in_bands(Figure& figure, const Box& field, Occupancy& taken) {
  return Bands(figure, field, taken).place();
}

}  // namespace summitry::drawing
