#include "exporters/charts/axes.hpp"

#include <cmath>

#include "engine/number.hpp"

namespace summitry::charts {
namespace {

constexpr std::size_t kTicks = 6;

// Where a value lies between the ends, 0 to 1.
double place(const Axis& axis, double value) {
  if (axis.scale == Scale::linear) return (value - axis.from) / (axis.to - axis.from);
  return std::log(value / axis.from) / std::log(axis.to / axis.from);
}

// Powers of ten on a logarithmic scale.
std::vector<double> marks(const Axis& axis) {
  if (axis.scale == Scale::linear) {
    return ticks(axis.from, axis.to, kTicks, std::pow(10.0, -axis.decimals));
  }
  std::vector<double> out;
  const double first = std::ceil(std::log10(axis.from) - 1e-9);
  for (double e = first; e <= std::log10(axis.to) + 1e-9; ++e) out.push_back(std::pow(10.0, e));
  return out;
}

std::string figure(const Axis& axis, double value) {
  if (axis.scale == Scale::linear) return rounded(value, axis.decimals);
  const int digits = value < 1.0 ? static_cast<int>(std::lround(-std::log10(value))) : 0;
  return rounded(value, digits);
}

}  // namespace

double Axes::x(double value) const {
  return box_.left + place(x_, value) * box_.width();
}
double Axes::y(double value) const {
  return box_.bottom - place(y_, value) * box_.height();
}

void Axes::draw(Sheet& sheet) const {
  draw_upwards(sheet);
  draw_across(sheet);
}

void Axes::draw_across(Sheet& sheet) const {
  sheet.line({box_.left, box_.bottom}, {box_.right, box_.bottom}, drawing::kInk3, 1.0);
  for (const double value : marks(x_)) {
    sheet.line({x(value), box_.bottom}, {x(value), box_.bottom + 5.0}, drawing::kInk3, 1.0);
    sheet.write({x(value), box_.bottom + 14.0}, figure(x_, value), Anchor::middle, 80.0, kSmall,
                Weight::regular, drawing::kInk2);
  }
  sheet.write({(box_.left + box_.right) / 2, box_.bottom + 33.0}, x_.title, Anchor::middle,
              box_.width(), kLetters, Weight::regular, drawing::kInk2);
}

void Axes::draw_upwards(Sheet& sheet) const {
  for (const double value : marks(y_)) {
    sheet.line({box_.left, y(value)}, {box_.right, y(value)}, drawing::kRule, 0.8);
    sheet.write({box_.left - 8.0, y(value)}, figure(y_, value), Anchor::right, 50.0, kSmall,
                Weight::regular, drawing::kInk2);
  }
  sheet.write({box_.left, box_.top - 14.0}, y_.title, Anchor::left, box_.width(), kLetters,
              Weight::regular, drawing::kInk2);
}

}  // namespace summitry::charts
