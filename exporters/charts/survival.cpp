// Survival curves: steps down with a band for the interval, and who is still at risk below the axis.
#include <algorithm>

#include "exporters/charts/axes.hpp"

namespace summitry::charts {
namespace {

using Step = SurvivalChart::Step;

constexpr double kHeight = 300.0;
constexpr double kLeft = 120.0;  // room for the names of the rows at risk
constexpr double kRow = 16.0;
constexpr std::size_t kFiguresAtRisk = 8;

void check(const SurvivalChart& chart) {
  const auto need = [](bool holds, std::string_view rule) {
    require(holds, "survival chart", rule);
  };
  need(chart.until > 0.0, "the axis must end after 0");
  for (const auto& curve : chart.curves) {
    double before = 0.0;
    for (const Step& step : curve.steps) {
      need(step.time >= before, "times must not fall");
      need(step.low >= 0.0 && step.low <= step.share && step.share <= step.high && step.high <= 1.0,
           "0 <= low <= share <= high <= 1 must hold");
      before = step.time;
    }
  }
}

class Survival {
 public:
  explicit Survival(const SurvivalChart& chart)
      : chart_(chart),
        sheet_(chart.text),
        box_{Sheet::left() + kLeft, sheet_.top() + 26.0, Sheet::right() - 10.0,
             sheet_.top() + 26.0 + kHeight},
        axes_(box_, {0.0, chart.until, Scale::linear, chart.unit, 0},
              {0.0, 1.0, Scale::linear, "share still there", 1}) {}

  Scene compose() {
    axes_.draw(sheet_);
    for (std::size_t c = 0; c < chart_.curves.size(); ++c) add_band(c);
    for (std::size_t c = 0; c < chart_.curves.size(); ++c) add_curve(c);
    return sheet_.finish(add_risk(box_.bottom + 54.0));
  }

 private:
  // From the first step on: before it there is nothing to be uncertain about.
  void add_band(std::size_t c) {
    const std::vector<Step>& steps = chart_.curves[c].steps;
    if (steps.empty()) return;
    Outline outline(axes_.at(steps.front().time, steps.front().high));
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const double end = i + 1 < steps.size() ? steps[i + 1].time : chart_.until;
      outline.line_to(axes_.at(end, steps[i].high));
      if (i + 1 < steps.size()) outline.line_to(axes_.at(end, steps[i + 1].high));
    }
    for (std::size_t i = steps.size(); i-- > 0;) {
      const double end = i + 1 < steps.size() ? steps[i + 1].time : chart_.until;
      outline.line_to(axes_.at(end, steps[i].low)).line_to(axes_.at(steps[i].time, steps[i].low));
    }
    outline.line_to(axes_.at(steps.front().time, steps.front().high));
    sheet_.scene().areas.push_back(
        {outline.take(), paler(colour_of(c), "26"), chart_.curves[c].name + ": interval"});
  }

  void add_curve(std::size_t c) {
    const auto& curve = chart_.curves[c];
    double time = 0.0;
    double share = 1.0;
    const auto go_to = [&](double t, double s) {
      sheet_.line(axes_.at(time, share), axes_.at(t, share), colour_of(c), 2.2, false, curve.name);
      if (s != share) {
        sheet_.line(axes_.at(t, share), axes_.at(t, s), colour_of(c), 2.2, false, curve.name);
      }
      time = t;
      share = s;
    };
    for (const Step& step : curve.steps) go_to(step.time, step.share);
    go_to(chart_.until, share);
  }

  double add_risk(double y) {
    sheet_.write({Sheet::left(), y}, "Still at risk", Anchor::left, kLeft - 10.0, kSmall,
                 Weight::bold, drawing::kInk2);
    y += kRow;
    for (std::size_t c = 0; c < chart_.curves.size(); ++c) {
      const auto& curve = chart_.curves[c];
      sheet_.box({Sheet::left(), y - 5.0, Sheet::left() + 10.0, y + 5.0}, colour_of(c), "");
      sheet_.write({Sheet::left() + 15.0, y}, curve.name, Anchor::left, kLeft - 37.0, kSmall,
                   Weight::regular, drawing::kInk2);
      const std::size_t every = (curve.steps.size() + kFiguresAtRisk - 1) / kFiguresAtRisk;
      for (std::size_t i = 0; i < curve.steps.size(); i += std::max<std::size_t>(every, 1)) {
        sheet_.write({axes_.x(curve.steps[i].time), y}, std::to_string(curve.steps[i].at_risk),
                     Anchor::middle, 60.0, kSmall, Weight::regular, drawing::kInk2);
      }
      y += kRow;
    }
    return y;
  }

  const SurvivalChart& chart_;
  Sheet sheet_;
  Box box_;
  Axes axes_;
};

}  // namespace

Scene compose(const SurvivalChart& chart) {
  check(chart);
  return Survival(chart).compose();
}

}  // namespace summitry::charts
