#include "exporters/charts/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/error.hpp"
#include "exporters/drawing/render.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/theme.hpp"
#include "exporters/palette.hpp"

namespace summitry::charts {
namespace {

constexpr double kTitle = 19.0;
constexpr double kBare = 12.0;  // above a plot without a title
constexpr double kLine = 17.0;  // from one line of text to the next
constexpr double kHeadingLine = 13.5;
constexpr std::size_t kHeadingLines = 3;
constexpr double kNarrow = 44.0;  // pixels; a column that holds no word
constexpr double kSwatch = 11.0;
constexpr double kLongestKey = 260.0;

}  // namespace

std::string colour_of(std::optional<std::size_t> group) {
  const bool own = group && *group < kEditionPalette.size();
  return own ? std::string(kEditionPalette[*group]) : std::string(drawing::kNoGroup);
}

std::string paler(const std::string& colour, std::string_view opacity) {
  return colour + std::string(opacity);
}

Sheet::Sheet(const ChartText& text) : text_(text) {
  scene_.width = kSheet;
  scene_.title = drawing::clean(text.title);
  scene_.description = drawing::clean(text.reading + ' ' + text.caption);
  if (text.title.empty() && text.reading.empty()) {
    top_ = kBare;
    return;
  }
  double y = kMargin + 6.0;
  for (const std::string& line :
       drawing::wrap(scene_.title, kTitle, right() - left(), Weight::bold)) {
    write({left(), y}, line, Anchor::left, right() - left(), kTitle, Weight::bold);
    y += kTitle + 5.0;
  }
  for (const std::string& line : drawing::wrap(text.reading, kLetters, right() - left())) {
    write({left(), y}, line, Anchor::left, right() - left(), kLetters, Weight::regular,
          drawing::kInk2);
    y += kLine;
  }
  top_ = y + 10.0;
}

void Sheet::write(Point at, std::string_view text, Anchor anchor, double width, double size,
                  Weight weight, const char* colour) {
  std::string cut = drawing::shorten(drawing::clean(text), size, width, weight);
  if (!cut.empty())
    scene_.texts.push_back({at, anchor, std::move(cut), size, weight, colour, false});
}

void Sheet::write_name(Point at, std::string_view name, const std::string& entity, Anchor anchor,
                       double width, double size) {
  const std::size_t before = scene_.texts.size();
  write(at, name, anchor, width, size);
  if (scene_.texts.size() > before) scene_.texts.back().entity = entity;
}

void Sheet::heading(Point foot, std::string_view text, double width, Anchor anchor) {
  std::string name = drawing::clean(text);
  if (width < kNarrow) {
    const auto found = std::find(numbered_.begin(), numbered_.end(), name);
    const auto number = static_cast<std::size_t>(found - numbered_.begin());
    if (found == numbered_.end()) numbered_.push_back(std::move(name));
    name = std::to_string(number + 1);
  }
  auto lines = drawing::wrap(name, kSmall, width, Weight::bold);
  lines.resize(std::min(lines.size(), kHeadingLines));
  double y = foot.y - kHeadingLine * (static_cast<double>(lines.size()) - 1.0);
  for (const std::string& line : lines) {
    write({foot.x, y}, line, anchor, width, kSmall, Weight::bold);
    y += kHeadingLine;
  }
}

void Sheet::line(Point from, Point to, const std::string& colour, double width, bool dashed,
                 const std::string& title) {
  const auto between = [&](double share) {
    return Point{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
  };
  scene_.curves.push_back({from, between(1.0 / 3), between(2.0 / 3), to, colour, width,
                           dashed ? drawing::Stroke::dashed : drawing::Stroke::solid, title});
}

void Sheet::box(const Box& box, const std::string& colour, const std::string& title) {
  Outline outline({box.left, box.top});
  outline.line_to({box.right, box.top})
      .line_to({box.right, box.bottom})
      .line_to({box.left, box.bottom})
      .line_to({box.left, box.top});
  scene_.areas.push_back({outline.take(), colour, title});
}

double Sheet::key(double top, const std::vector<std::string>& groups) {
  double x = left();
  double y = top + 8.0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::string name = drawing::shorten(drawing::clean(groups[g]), kSmall, kLongestKey);
    const double width = kSwatch + 6.0 + drawing::text_width(name, kSmall) + 18.0;
    if (x > left() && x + width > right()) {
      x = left();
      y += kLine;
    }
    box({x, y - kSwatch / 2, x + kSwatch, y + kSwatch / 2}, colour_of(g), "");
    write({x + kSwatch + 6.0, y}, name, Anchor::left, kLongestKey, kSmall, Weight::regular,
          drawing::kInk2);
    x += width;
  }
  return groups.empty() ? top : y + kLine - 4.0;
}

Scene Sheet::finish(double bottom) {
  double y = bottom + 14.0;
  const auto paragraph = [&](const std::string& text, double size, const char* colour) {
    for (const std::string& line : drawing::wrap(text, size, right() - left())) {
      write({left(), y}, line, Anchor::left, right() - left(), size, Weight::regular, colour);
      y += size + 4.5;
    }
  };
  std::string caption = text_.caption;
  for (std::size_t i = 0; i < numbered_.size(); ++i) {
    caption += (i == 0 ? " Columns: " : "; ") + std::to_string(i + 1) + ' ' + numbered_[i];
  }
  paragraph(numbered_.empty() ? caption : caption + '.', kLetters - 0.5, drawing::kInk2);
  paragraph(text_.source, 11.0, drawing::kInk3);
  scene_.height = std::ceil(y + kMargin - 14.0);
  return std::move(scene_);
}

Outline& Outline::line_to(Point p) {
  const Point from = points_.back();
  points_.push_back({from.x + (p.x - from.x) / 3, from.y + (p.y - from.y) / 3});
  points_.push_back({from.x + (p.x - from.x) * 2 / 3, from.y + (p.y - from.y) * 2 / 3});
  points_.push_back(p);
  return *this;
}

Outline& Outline::flow_to(Point p) {
  const Point from = points_.back();
  const double middle = (from.x + p.x) / 2;
  points_.push_back({middle, from.y});
  points_.push_back({middle, p.y});
  points_.push_back(p);
  return *this;
}

std::vector<double> ticks(double smallest, double largest, std::size_t wanted, double least_step) {
  const double span = largest - smallest;
  if (!(span > 0.0) || wanted == 0) return {smallest};
  const double raw = std::max(span / static_cast<double>(wanted), least_step);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = power * 10.0;
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (nice * power >= raw) {
      step = nice * power;
      break;
    }
  }
  std::vector<double> out;
  const double first = std::ceil(smallest / step - 1e-9);
  for (double k = first; k * step <= largest + 1e-9 * step; ++k) out.push_back(k * step);
  return out;
}

void require(bool holds, std::string_view chart, std::string_view rule) {
  if (!holds) {
    throw InvalidOption("draw_chart: in the " + std::string(chart) + ' ' + std::string(rule));
  }
}

}  // namespace summitry::charts

namespace summitry {

std::string draw_chart(const Chart& chart, PictureFormat format, PictureColours colours) {
  drawing::Scene scene = std::visit([](const auto& one) { return charts::compose(one); }, chart);
  drawing::apply(colours, scene);
  return drawing::render(scene, format);
}

}  // namespace summitry
