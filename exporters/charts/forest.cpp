// Forest plot: an estimate with its interval a row, a stroke where chance alone would put it.
#include <algorithm>
#include <cmath>

#include "engine/number.hpp"
#include "exporters/charts/axes.hpp"

namespace summitry::charts {
namespace {

using Row = ForestChart::Row;
using drawing::Shape;

constexpr double kRow = 26.0;
constexpr double kNames = 370.0;
constexpr double kNotes = 150.0;

void check(const ForestChart& chart) {
  const auto need = [](bool holds, std::string_view rule) { require(holds, "forest chart", rule); };
  for (const Row& row : chart.rows) {
    need(std::isfinite(row.estimate), "estimates must be finite");
    need(row.low.has_value() == row.high.has_value(), "an interval has two ends");
    need(!row.low || (*row.low <= row.estimate && row.estimate <= *row.high),
         "an interval must hold its estimate");
  }
}

Axis axis_of(const ForestChart& chart) {
  double least = 0.0;
  double most = 0.0;
  const auto see = [&](const std::optional<double>& value) {
    if (!value) return;
    least = std::min(least, *value);
    most = std::max(most, *value);
  };
  for (const Row& row : chart.rows) {
    see(row.estimate);
    see(row.low);
    see(row.high);
    see(row.expected);
  }
  const double span = most > least ? most - least : 1.0;
  const int decimals = span > 8.0 ? 0 : span > 0.8 ? 1 : 2;
  return {least < 0.0 ? least - 0.03 * span : 0.0, most + 0.03 * span, Scale::linear, chart.unit,
          decimals};
}

void add_row(Sheet& sheet, const Axes& axes, const Row& row, double y) {
  const std::string colour = colour_of(0);
  sheet.write({Sheet::left(), y}, row.name, Anchor::left, kNames - 12.0, kLetters);
  sheet.write({Sheet::right() - kNotes + 14.0, y}, row.note, Anchor::left, kNotes - 14.0, kSmall,
              Weight::regular, drawing::kInk2);
  std::string title = row.name + ": " + rounded(row.estimate, 3);
  if (row.low) {
    title += " (" + rounded(*row.low, 3) + " to " + rounded(*row.high, 3) + ')';
    sheet.line({axes.x(*row.low), y}, {axes.x(*row.high), y}, colour, 2.0, false, title);
    for (const double end : {*row.low, *row.high}) {
      sheet.line({axes.x(end), y - 4.0}, {axes.x(end), y + 4.0}, colour, 1.4);
    }
  }
  if (row.expected) {
    sheet.line({axes.x(*row.expected), y - 9.0}, {axes.x(*row.expected), y + 9.0}, "#bf4d12", 2.0,
               false, row.name + ", by chance alone: " + rounded(*row.expected, 3));
  }
  sheet.scene().marks.push_back(
      {Shape::square, {axes.x(row.estimate), y}, 8.0, 8.0, colour, colour, 0.0, title});
}

}  // namespace

Scene compose(const ForestChart& chart) {
  check(chart);
  Sheet sheet(chart.text);
  const double top = sheet.top();
  const double bottom = top + kRow * static_cast<double>(chart.rows.size()) + 6.0;
  const Axes axes({Sheet::left() + kNames, top, Sheet::right() - kNotes, bottom}, axis_of(chart),
                  {0.0, 1.0, Scale::linear, "", 0});
  axes.draw_across(sheet);
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    add_row(sheet, axes, chart.rows[r], top + kRow * (static_cast<double>(r) + 0.5));
  }
  const bool expected = std::any_of(chart.rows.begin(), chart.rows.end(),
                                    [](const Row& row) { return row.expected.has_value(); });
  double foot = bottom + 48.0;
  if (expected) {
    sheet.line({Sheet::left() + 5.0, foot - 7.0}, {Sheet::left() + 5.0, foot + 7.0}, "#bf4d12",
               2.0);
    sheet.write({Sheet::left() + 16.0, foot}, "expected by chance alone", Anchor::left, 300.0,
                kSmall, Weight::regular, drawing::kInk2);
    foot += 16.0;
  }
  return sheet.finish(foot);
}

}  // namespace summitry::charts
