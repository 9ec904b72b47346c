// Degree distribution: the share with at least a degree, on logarithmic axes.
#include <algorithm>
#include <cmath>

#include "engine/number.hpp"
#include "exporters/charts/axes.hpp"

namespace summitry::charts {
namespace {

using drawing::Shape;

constexpr double kHeight = 360.0;

void check(const DegreeChart& chart) {
  for (const auto* points : {&chart.points, &chart.fit}) {
    for (const auto& point : *points) {
      require(point.degree > 0.0 && point.share > 0.0 && point.share <= 1.0, "degree chart",
              "degrees must be > 0 and shares in (0, 1]");
    }
  }
}

// The powers of ten around the points, at least one decade.
Axis decades(double least, double most, std::string title) {
  const double from = std::pow(10.0, std::floor(std::log10(least) + 1e-9));
  const double to = std::pow(10.0, std::ceil(std::log10(most) - 1e-9));
  return {from, std::max(to, 10.0 * from), Scale::logarithmic, std::move(title), 0};
}

}  // namespace

Scene compose(const DegreeChart& chart) {
  check(chart);
  Sheet sheet(chart.text);
  double most = 1.0;
  double least = 1.0;
  double rarest = 0.1;
  for (const auto& point : chart.points) {
    most = std::max(most, point.degree);
    least = std::min(least, point.degree);
    rarest = std::min(rarest, point.share);
  }
  const Box box{Sheet::left() + 60.0, sheet.top() + 26.0, Sheet::right() - 20.0,
                sheet.top() + 26.0 + kHeight};
  Axis share = decades(rarest, 1.0, "share with at least so many relations");
  share.to = 1.0;
  const Axes axes(box, decades(least, most, "number of relations"), share);
  axes.draw(sheet);
  for (const auto& point : chart.points) {
    sheet.scene().marks.push_back(
        {Shape::circle, axes.at(point.degree, point.share), 6.0, 6.0, colour_of(0), "#ffffff", 0.6,
         rounded(point.degree, 0) + " or more: " + rounded(100.0 * point.share, 2) + " %"});
  }
  for (std::size_t i = 0; i + 1 < chart.fit.size(); ++i) {
    if (chart.fit[i + 1].share < share.from) break;
    sheet.line(axes.at(chart.fit[i].degree, chart.fit[i].share),
               axes.at(chart.fit[i + 1].degree, chart.fit[i + 1].share), colour_of(2), 1.8, false,
               "fitted tail");
  }
  return sheet.finish(box.bottom + 46.0);
}

}  // namespace summitry::charts
