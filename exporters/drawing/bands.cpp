// Placement of a series: columns of editions, marks packed with their labels.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "exporters/drawing/placement.hpp"

namespace summitry::drawing {
namespace {

constexpr double kStep = 5.0;   // pixels between places that are tried
constexpr double kGap = 2.0;    // around a mark with its label
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
    const std::vector<Point> plane = positions(figure_, "neato");
    Point along{};
    Point centre{};
    double mean_x = 0.0;
    const auto n = static_cast<double>(std::max<std::size_t>(plane.size(), 1));
    for (std::size_t p = 0; p < plane.size(); ++p) {
      centre.x += plane[p].x / n;
      centre.y += plane[p].y / n;
      mean_x += figure_.packs[p].at.x / n;
    }
    for (std::size_t p = 0; p < plane.size(); ++p) {
      along.x += (plane[p].x - centre.x) * (figure_.packs[p].at.x - mean_x);
      along.y += (plane[p].y - centre.y) * (figure_.packs[p].at.x - mean_x);
    }
    if (along.x == 0.0 && along.y == 0.0) along.x = 1.0;
    std::vector<double> across(plane.size());
    for (std::size_t p = 0; p < plane.size(); ++p) {
      across[p] = plane[p].y * along.x - plane[p].x * along.y;
    }
    spread(across);
  }

  // Evenly over the field by order; packs without edges go to the foot.
  void spread(const std::vector<double>& across) {
    std::vector<std::size_t> order;
    for (std::size_t p = 0; p < across.size(); ++p) {
      if (figure_.items[figure_.packs[p].items.front()].ties > 0) order.push_back(p);
      figure_.packs[p].at.y = field_.bottom - 20.0;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return across[a] < across[b]; });
    for (std::size_t k = 0; k < order.size(); ++k) {
      const double share = (static_cast<double>(k) + 0.5) / static_cast<double>(order.size());
      figure_.packs[order[k]].at.y = field_.top + 20.0 + share * (field_.height() - 60.0);
    }
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
        return settle(pack, at);
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
      return settle(pack, at);
    }
    settle(pack, {pack.at.x, std::clamp(pack.at.y, field_.top, field_.bottom)});
  }

  void settle(Pack& pack, Point at) {
    pack.at = at;
    double largest = 0.0;
    for (const std::size_t i : pack.items) largest = std::max(largest, figure_.items[i].radius);
    for (std::size_t k = 0; k < pack.items.size(); ++k) {
      const Point shift = pack.items.size() == 1 ? Point{} : sunflower(k, largest);
      figure_.items[pack.items[k]].at = {at.x + shift.x, at.y + shift.y};
    }
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
