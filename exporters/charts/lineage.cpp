// Lineage diagram: initiatives and texts in the column of the edition that they belong to, an arc from
// each to what descends from it.
#include <algorithm>
#include <numeric>

#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/text.hpp"

namespace summitry::charts {
namespace {

using Item = LineageChart::Item;

constexpr double kRow = 34.0;
constexpr double kHead = 44.0;
constexpr double kMark = 11.0;
constexpr double kRoom = 30.0;  // below it items have no names
constexpr double kLineHeight = 13.0;
constexpr int kSweeps = 12;  // over the columns; more changes little

void check(const LineageChart& chart) {
  const auto need = [](bool holds, std::string_view rule) {
    require(holds, "lineage chart", rule);
  };
  for (const Item& item : chart.items) {
    need(item.column < chart.columns.size(), "every item must stand in a column");
  }
  for (const auto& arc : chart.arcs) {
    need(arc.from < chart.items.size() && arc.to < chart.items.size(),
         "an arc must join two items");
  }
}

class Lineage {
 public:
  explicit Lineage(const LineageChart& chart) : chart_(chart), sheet_(chart.text) {}

  Scene compose() {
    check(chart_);
    order();
    std::size_t rows = 1;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      rows = std::max(rows, columns_[c].size());
      sheet_.heading({column_x(c) - kMark / 2, sheet_.top() + 28.0}, chart_.columns[c],
                     step() - 22.0, Anchor::left);
    }
    const double bottom = sheet_.top() + kHead + kRow * static_cast<double>(rows);
    for (std::size_t c = 0; c < columns_.size(); c += 2) {
      sheet_.scene().bands.push_back(
          {{column_x(c) - kMark, sheet_.top() - 8.0, column_x(c) - kMark + step() - 6.0, bottom},
           drawing::kPanel});
    }
    for (const auto& arc : chart_.arcs) add_arc(arc);
    for (std::size_t i = 0; i < chart_.items.size(); ++i) add_item(i);
    return sheet_.finish(bottom + 4.0);
  }

 private:
  [[nodiscard]] double step() const {
    const auto columns = std::max(static_cast<double>(chart_.columns.size()), 1.0);
    return (Sheet::right() - Sheet::left()) / columns;
  }
  [[nodiscard]] double column_x(std::size_t c) const {
    return Sheet::left() + kMark + step() * static_cast<double>(c);
  }
  [[nodiscard]] Point place(std::size_t item) const {
    return {column_x(chart_.items[item].column), sheet_.top() + kHead + kRow * (row_[item] + 0.5)};
  }

  // Items go to the mean row of those they are joined to, column by column, forth and back; those of
  // equal means keep the chart's order.
  void order() {
    columns_.resize(chart_.columns.size());
    row_.resize(chart_.items.size());
    for (std::size_t i = 0; i < chart_.items.size(); ++i) {
      auto& column = columns_[chart_.items[i].column];
      row_[i] = static_cast<double>(column.size());
      column.push_back(i);
    }
    std::vector<std::vector<std::size_t>> joined(chart_.items.size());
    for (const auto& arc : chart_.arcs) {
      joined[arc.from].push_back(arc.to);
      joined[arc.to].push_back(arc.from);
    }
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      for (std::size_t k = 0; k < columns_.size(); ++k) {
        settle(columns_[sweep % 2 == 0 ? k : columns_.size() - 1 - k], joined);
      }
    }
  }

  void settle(std::vector<std::size_t>& column,
              const std::vector<std::vector<std::size_t>>& joined) {
    std::vector<double> wanted(chart_.items.size());
    for (const std::size_t i : column) {
      double sum = row_[i];
      for (const std::size_t k : joined[i]) sum += row_[k];
      wanted[i] = sum / static_cast<double>(joined[i].size() + 1);
    }
    std::stable_sort(column.begin(), column.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    for (std::size_t r = 0; r < column.size(); ++r) row_[column[r]] = static_cast<double>(r);
  }

  // From the end of a name to the mark of what descends, or the other way where that stands at the
  // left; within a column an arc bows out to the left.
  void add_arc(const LineageChart::Arc& arc) {
    const std::size_t before = chart_.items[arc.from].column;
    const std::size_t after = chart_.items[arc.to].column;
    Point from = place(arc.from);
    Point to = place(arc.to);
    if (before < after) from.x += name_end(arc.from);
    if (before > after) to.x += name_end(arc.to);
    const double bow = before == after ? -22.0 : (to.x - from.x) / 2;
    const Point leaving{from.x + bow, from.y};
    const Point arriving{before == after ? to.x + bow : to.x - bow, to.y};
    const std::string colour = colour_of(chart_.items[arc.from].group);
    sheet_.scene().curves.push_back(
        {from, leaving, arriving, to, paler(colour, arc.main_path ? "e6" : "73"),
         arc.main_path ? 3.0 : 1.3, drawing::Stroke::solid,
         chart_.items[arc.from].name + " to " + chart_.items[arc.to].name +
             (arc.type.empty() ? "" : ": " + arc.type)});
  }

  [[nodiscard]] double room() const { return step() - 3.4 * kMark - 8.0; }

  // At most two lines that fit the column, none of them empty.
  [[nodiscard]] std::vector<std::string> name_lines(std::size_t i) const {
    if (room() < kRoom) return {};
    std::vector<std::string> lines =
        drawing::wrap(drawing::clean(chart_.items[i].name), kSmall, room());
    if (lines.size() > 2) {
      for (std::size_t k = 2; k < lines.size(); ++k) lines[1] += ' ' + lines[k];
      lines.resize(2);
    }
    for (std::string& line : lines) line = drawing::shorten(line, kSmall, room());
    std::erase(lines, "");
    return lines;
  }

  // How far a name reaches from the middle of its mark.
  [[nodiscard]] double name_end(std::size_t i) const {
    double widest = 0.0;
    for (const std::string& line : name_lines(i)) {
      widest = std::max(widest, drawing::text_width(line, kSmall));
    }
    return kMark + widest + 5.0;
  }

  void add_item(std::size_t i) {
    const Item& item = chart_.items[i];
    const Point at = place(i);
    const std::string colour = colour_of(item.group);
    sheet_.scene().marks.push_back({drawing::shape_of(item.kind), at, kMark, kMark, colour,
                                    "#ffffff", 1.0, item.name + " (" + item.kind + ')',
                                    item.entity});
    const std::vector<std::string> lines = name_lines(i);
    double y = at.y - kLineHeight * (static_cast<double>(lines.size()) - 1.0) / 2;
    for (const std::string& line : lines) {
      sheet_.write_name({at.x + kMark, y}, line, item.entity, Anchor::left, room(), kSmall);
      sheet_.scene().texts.back().halo = true;
      y += kLineHeight;
    }
  }

  const LineageChart& chart_;
  Sheet sheet_;
  std::vector<std::vector<std::size_t>> columns_;  // items, from the top
  std::vector<double> row_;                        // by item
};

}  // namespace

Scene compose(const LineageChart& chart) {
  return Lineage(chart).compose();
}

}  // namespace summitry::charts
