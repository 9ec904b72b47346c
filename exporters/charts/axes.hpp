// Axes: a plot's rectangle with a scale on each side.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "exporters/charts/sheet.hpp"

namespace summitry::charts {

enum class Scale : std::uint8_t { linear, logarithmic };

struct Axis {
  double from = 0.0;
  double to = 1.0;  // > from; both > 0 on a logarithmic scale
  Scale scale = Scale::linear;
  std::string title;
  int decimals = 0;  // of the figures at its ticks
};

class Axes {
 public:
  Axes(const Box& box, Axis across, Axis upwards)
      : box_(box), x_(std::move(across)), y_(std::move(upwards)) {}

  [[nodiscard]] double x(double value) const;
  [[nodiscard]] double y(double value) const;
  [[nodiscard]] Point at(double across, double upwards) const { return {x(across), y(upwards)}; }

  // Rules at the ticks, figures beside them, titles. Needs 44 pixels below the box, 60 at its left.
  void draw(Sheet& sheet) const;
  // Without the scale at the left.
  void draw_across(Sheet& sheet) const;

 private:
  void draw_upwards(Sheet& sheet) const;

  Box box_;
  Axis x_;
  Axis y_;
};

}  // namespace summitry::charts
