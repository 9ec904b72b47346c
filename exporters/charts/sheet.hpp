// Sheet: the frame that all charts share, and how they draw on it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/charts.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::charts {

using drawing::Anchor;
using drawing::Area;
using drawing::Box;
using drawing::Point;
using drawing::Scene;
using drawing::Weight;

inline constexpr double kSheet = 960.0;  // width in pixels
inline constexpr double kMargin = 28.0;
inline constexpr double kSmall = 11.5;  // letters in the plot
inline constexpr double kLetters = 12.5;

// The colour of a group; nothing: grey.
[[nodiscard]] std::string colour_of(std::optional<std::size_t> group);
// Paler by two hexadecimal digits of opacity.
[[nodiscard]] std::string paler(const std::string& colour, std::string_view opacity);

class Sheet {
 public:
  // Writes title and reading line.
  explicit Sheet(const ChartText& text);

  [[nodiscard]] double top() const { return top_; }  // of the plot
  [[nodiscard]] static double left() { return kMargin; }
  [[nodiscard]] static double right() { return kSheet - kMargin; }
  [[nodiscard]] Scene& scene() { return scene_; }

  // One line of text, cut to `width` pixels.
  void write(Point at, std::string_view text, Anchor anchor, double width, double size = kLetters,
             Weight weight = Weight::regular, const char* colour = drawing::kInk1);
  // The same for the name of an entity.
  void write_name(Point at, std::string_view name, const std::string& entity, Anchor anchor,
                  double width, double size = kLetters);
  // A bold name above a column, on up to three lines that end at `foot`. Narrow columns are numbered
  // instead, and the caption tells what the numbers stand for: call in the order of the columns.
  void heading(Point foot, std::string_view text, double width, Anchor anchor = Anchor::middle);
  void line(Point from, Point to, const std::string& colour, double width, bool dashed = false,
            const std::string& title = "");
  void box(const Box& box, const std::string& colour, const std::string& title);

  // The key of colours at `top`, as many lines as needed; returns its foot.
  double key(double top, const std::vector<std::string>& groups);

  // Caption and source below the plot, and the whole sheet.
  [[nodiscard]] Scene finish(double bottom);

 private:
  const ChartText& text_;
  Scene scene_;
  double top_ = 0.0;
  std::vector<std::string> numbered_;  // names of the columns that are too narrow for them
};

// A shape from straight and curved lines.
class Outline {
 public:
  explicit Outline(Point start) : points_{start} {}
  Outline& line_to(Point p);
  // Leaves and arrives level, as flows do.
  Outline& flow_to(Point p);
  [[nodiscard]] std::vector<Point> take() { return std::move(points_); }

 private:
  std::vector<Point> points_;
};

// Round numbers between the ends, about `wanted` of them, at least `least_step` apart.
[[nodiscard]] std::vector<double> ticks(double smallest, double largest, std::size_t wanted,
                                        double least_step = 0.0);

// Refuses, naming the chart, what does not hold.
void require(bool holds, std::string_view chart, std::string_view rule);

// "signed", "nothing recorded", …
[[nodiscard]] const char* words(ParticipationChart::Cell cell);

// The sheets of charts.
[[nodiscard]] Scene compose(const AlluvialChart& chart);
[[nodiscard]] Scene compose(const ParticipationChart& chart);
[[nodiscard]] Scene compose(const BumpChart& chart);
[[nodiscard]] Scene compose(const HeatMapChart& chart);
[[nodiscard]] Scene compose(const SurvivalChart& chart);
[[nodiscard]] Scene compose(const ForestChart& chart);
[[nodiscard]] Scene compose(const LineageChart& chart);
[[nodiscard]] Scene compose(const DegreeChart& chart);

}  // namespace summitry::charts
