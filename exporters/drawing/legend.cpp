// The legend: rows of signs with words, wrapped at the right margin.
#include "exporters/drawing/legend.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/number.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::drawing {
namespace {

constexpr double kSize = 12.0;
constexpr double kRow = 26.0;
constexpr double kIndent = 118.0;  // items start here, headings before

class Legend {
 public:
  Legend(Scene& scene, double left, double right, double top)
      : scene_(scene), left_(left), right_(right), x_(left + kIndent), y_(top + kRow / 2) {}

  void heading(const std::string& text) {
    if (started_) next_row();
    started_ = true;
    scene_.texts.push_back({{left_, y_}, Anchor::left, text, kSize, Weight::bold, kInk2, false});
  }

  // Room for a sign of `width` pixels with its words; returns the sign's middle.
  Point item(double width, const std::string& words) {
    const double whole = width + 7.0 + text_width(words, kSize);
    if (x_ + whole > right_ && x_ > left_ + kIndent) next_row();
    const Point sign{x_ + width / 2, y_};
    const Point at{x_ + width + 7.0, y_};
    scene_.texts.push_back({at, Anchor::left, words, kSize, Weight::regular, kInk1, false});
    x_ += whole + 20.0;
    return sign;
  }

  void sign(double width, const std::string& words, Item shape, const std::string& colour) {
    shape.at = item(width, words);
    scene_.marks.push_back(mark_of(shape, colour));
  }

  void line(const std::string& words, double width, Stroke stroke = Stroke::solid) {
    const Point at = item(34.0, words);
    const auto x = [&](double by) { return Point{at.x + by, at.y}; };
    scene_.curves.push_back({x(-17), x(-6), x(6), x(17), kInk2, width, stroke, ""});
  }

  [[nodiscard]] double foot() const { return y_ + kRow / 2; }

 private:
  void next_row() {
    x_ = left_ + kIndent;
    y_ += kRow;
  }

  Scene& scene_;
  double left_;
  double right_;
  double x_;
  double y_;
  bool started_ = false;
};

Item sample(Shape shape, double radius) {
  Item item;
  item.shape = shape;
  item.radius = radius;
  return item;
}

void add_kinds(Legend& legend, const Figure& figure) {
  std::map<std::string_view, std::size_t> kinds;
  for (const Item& item : figure.items) {
    if (!item.edition) ++kinds[item.kind];
  }
  if (kinds.empty()) return;
  legend.heading("Kind");
  for (const auto& [kind, count] : kinds) {
    legend.sign(14.0, heading(kind) + " (" + grouped(count) + ')', sample(shape_of(kind), 5.5),
                kInk2);
  }
}

void add_groups(Legend& legend, const Figure& figure) {
  if (figure.colours == Colours::nothing) return;
  const bool communities = figure.colours == Colours::communities;
  legend.heading(communities ? "Community" : "First summit");
  std::size_t others = 0;
  for (const Item& item : figure.items) others += !item.edition && !item.group ? 1 : 0;
  for (const Group& group : figure.groups) {
    legend.sign(14.0, group.name + " (" + grouped(group.count) + ')', sample(Shape::square, 7.0),
                group.colour);
  }
  if (others > 0) {
    legend.sign(14.0, (communities ? "smaller ones (" : "none of these (") + grouped(others) + ')',
                sample(Shape::square, 7.0), kNoGroup);
  }
}

// Round numbers that the scale can show.
std::set<double> size_steps(double largest, bool counts) {
  std::set<double> steps;
  for (const double share : {0.08, 0.35, 1.0}) {
    const double value = largest * share;
    double unit = std::pow(10.0, std::floor(std::log10(value)));
    if (counts) unit = std::max(unit, 1.0);
    steps.insert(share < 1.0 ? std::max(1.0, std::floor(value / unit)) * unit : largest);
  }
  return steps;
}

// About three digits.
std::string sensibly_rounded(double value) {
  if (value >= 100.0 && value < 1e15) return grouped(static_cast<std::size_t>(std::lround(value)));
  if (value == std::floor(value)) return rounded(value, 0);
  return rounded(value, value >= 10.0 ? 1 : value >= 1.0 ? 2 : value >= 0.01 ? 3 : 6);
}

void add_sizes(Legend& legend, const Figure& figure) {
  if (figure.largest_score <= 0.0) return;
  legend.heading("Size");
  const bool counts = std::all_of(figure.items.begin(), figure.items.end(),
                                  [](const Item& i) { return i.score == std::floor(i.score); });
  for (const double value : size_steps(figure.largest_score, counts)) {
    const double radius = radius_of(figure, value);
    const bool last = value == figure.largest_score;
    std::string words = sensibly_rounded(value);
    if (last) words += ' ' + figure.size_title;
    legend.sign(2 * radius, words, sample(Shape::ring, radius), kInk2);
  }
}

void add_lines(Legend& legend, const Lines& lines) {
  if (lines.types.empty() && !lines.plain && !lines.amount && !lines.declined) return;
  legend.heading("Lines");
  for (std::size_t k = 0; k < lines.types.size(); ++k) {
    legend.line(lines.types[k], 1.2, stroke_of_type(k));
  }
  if (lines.other_types > 0) legend.line(counted(lines.other_types, "other type"), 0.5);
  if (lines.plain && lines.types.empty()) legend.line("tie", 0.8);
  if (lines.amount) legend.line("tie with an amount of money", kAmountWidth);
  if (lines.declined) legend.line("declined or withdrawn", 1.0, Stroke::dashed);
  if (lines.heaviest)
    legend.line("darker for more, up to " + sensibly_rounded(*lines.heaviest), 0.8);
}

}  // namespace

Stroke stroke_of_type(std::size_t k) {
  return k == 1 ? Stroke::dashed : k == 2 ? Stroke::dotted : Stroke::solid;
}

std::string colour_of(const Figure& figure, const Item& item) {
  if (figure.colours == Colours::nothing) return kPlain;
  return item.group ? figure.groups[*item.group].colour : kNoGroup;
}

Mark mark_of(const Item& item, const std::string& colour) {
  const Box box = extent(item);
  Mark mark{item.shape, item.at, box.width(), box.height(), colour, "#ffffff", 1.0, ""};
  if (item.shape == Shape::ring) {
    mark.fill = "#ffffff";
    mark.stroke = colour;
    mark.stroke_width = 1.6;
  }
  return mark;
}

double add_legend(Scene& scene, const Figure& figure, const Lines& lines, double left, double right,
                  double top) {
  Legend legend(scene, left, right, top);
  add_kinds(legend, figure);
  add_groups(legend, figure);
  add_sizes(legend, figure);
  add_lines(legend, lines);
  return legend.foot();
}

}  // namespace summitry::drawing
