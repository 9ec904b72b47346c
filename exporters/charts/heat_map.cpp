// Heat map: a square a pair, darker for more, with its figure written in it.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/number.hpp"
#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/ink.hpp"

namespace summitry::charts {
namespace {

constexpr double kNames = 170.0;
constexpr double kHead = 52.0;
constexpr double kWidest = 128.0;
constexpr double kHighest = 46.0;
constexpr double kRoomForFigure = 34.0;

// One hue, from nearly white to the ink of the first edition.
constexpr std::array kPale = {238, 242, 248};  // of red, green and blue, 0 to 255
constexpr std::array kDark = {16, 42, 92};

std::string shade(double value) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    const auto level =
        static_cast<unsigned>(std::lround(kPale[i] * (1.0 - value) + kDark[i] * value));
    out += kDigits[level / 16];
    out += kDigits[level % 16];
  }
  return out;
}

void check(const HeatMapChart& chart) {
  const auto need = [](bool holds, std::string_view rule) { require(holds, "heat map", rule); };
  need(chart.values.size() == chart.rows.size(), "there must be values for each row");
  for (const auto& row : chart.values) {
    need(row.size() == chart.columns.size(), "a row must have a value, or none, for each column");
    for (const auto& value : row) {
      need(!value || (*value >= 0.0 && *value <= 1.0), "values must be in [0, 1]");
    }
  }
}

}  // namespace

Scene compose(const HeatMapChart& chart) {
  check(chart);
  Sheet sheet(chart.text);
  const auto columns = std::max(static_cast<double>(chart.columns.size()), 1.0);
  const double width = std::min(kWidest, (Sheet::right() - Sheet::left() - kNames) / columns);
  const double height = std::min(kHighest, width);
  const double left = Sheet::left() + kNames;
  const double top = sheet.top() + kHead;
  const bool figures = width >= kRoomForFigure;
  for (std::size_t c = 0; c < chart.columns.size(); ++c) {
    const double x = left + width * (static_cast<double>(c) + 0.5);
    sheet.heading({x, top - 12.0}, chart.columns[c], width - 4.0);
  }
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const double y = top + height * static_cast<double>(r);
    sheet.write({left - 8.0, y + height / 2}, chart.rows[r], Anchor::right, kNames - 10.0, kSmall);
    for (std::size_t c = 0; c < chart.columns.size(); ++c) {
      const auto& value = chart.values[r][c];
      if (!value) continue;
      const double x = left + width * static_cast<double>(c);
      const std::string figure = rounded(*value, 2);
      sheet.box({x + 1.0, y + 1.0, x + width - 1.0, y + height - 1.0}, shade(*value),
                chart.rows[r] + ", " + chart.columns[c] + ": " + figure);
      if (!figures) continue;
      sheet.write({x + width / 2, y + height / 2}, figure, Anchor::middle, width - 4.0, kSmall,
                  Weight::regular, drawing::ink_on(shade(*value)));
    }
  }
  return sheet.finish(top + height * static_cast<double>(chart.rows.size()) + 6.0);
}

}  // namespace summitry::charts
